#include "preview/server.h"

#include <atomic>
#include <charconv>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "preview/assets.h"
#include "preview/http.h"
#include "preview/state.h"
#include "render/screen.h"

namespace banxin {

namespace {

constexpr int kTile = 512;        // pixels a side
constexpr int kMostPart = 4096;   // likewise
constexpr int kMostStreams = 32;  // browsers that listen at once
constexpr double kMostPpi = 2400, kLeastPpi = 4;
constexpr std::chrono::milliseconds kLookAround{500};

/// The number of a parameter, when it is one and nothing else.
template <class T>
std::optional<T> number(const HttpRequest& request, std::string_view name) {
  const std::string_view text = request.parameter(name);
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

HttpAnswer text(std::string body, const char* type) {
  HttpAnswer answer;
  answer.headers = {{"Cache-Control", "no-store"}};
  answer.type = type, answer.body = std::move(body);
  return answer;
}

HttpAnswer refuse(int status, const std::string& reason) {
  HttpAnswer answer = text(reason + "\n", "text/plain; charset=utf-8");
  answer.status = status;
  if (status == 405) answer.headers.emplace_back("Allow", "GET");
  return answer;
}

Knock knock_of(const HttpRequest& request) {
  Knock knock;
  knock.method = request.method;
  knock.host = request.header("host");
  knock.hosts = static_cast<std::size_t>(std::count_if(request.headers.begin(), request.headers.end(),
                                                       [](const auto& h) { return h.first == "host"; }));
  knock.origin = request.header("origin");
  knock.site = request.header("sec-fetch-site");
  knock.mode = request.header("sec-fetch-mode");
  knock.token = request.parameter("token");
  return knock;
}

std::string with_token(std::string_view html, const std::string& token) {
  constexpr std::string_view kField = "{token}";
  std::string out(html);
  for (std::size_t at = 0; (at = out.find(kField, at)) != std::string::npos; at += token.size())
    out.replace(at, kField.size(), token);
  return out;
}

HttpFields headers_of_every_answer() {
  return {{"Content-Security-Policy",
           "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
           "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; "
           "form-action 'none'; frame-ancestors 'none'"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Referrer-Policy", "no-referrer"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"}};
}

}  // namespace

struct PreviewServer::Impl {
  HttpAnswer answer(const HttpRequest& request) {
    if (const auto no = refusal(gate, knock_of(request))) return refuse(no->status, no->reason);
    if (request.ranges) return refuse(400, "no ranges");
    if (request.path == "/") return text(with_token(preview_html(), gate.token), "text/html; charset=utf-8");
    if (request.path == "/preview.css") return text(std::string(preview_css()), "text/css; charset=utf-8");
    if (request.path == "/preview.js")
      return text(std::string(preview_js()), "text/javascript; charset=utf-8");
    if (request.path == "/events") return events();
    if (request.path == "/map") return map(request);
    if (request.path == "/tile") return tile(request);
    if (request.path == "/part") return part(request);
    return refuse(404, "not found");
  }

  Shown now() const {
    const std::lock_guard lock(mutex);
    return shown;
  }

  /// The page of the request, when there is one.
  static std::optional<std::size_t> page_of(const HttpRequest& request, const Shown& seen) {
    const auto page = number<std::size_t>(request, "page");
    if (!page || !seen.good || *page >= seen.good->pages.size()) return std::nullopt;
    return page;
  }

  HttpAnswer map(const HttpRequest& request) const {
    const Shown seen = now();
    const auto page = page_of(request, seen);
    if (!page) return refuse(404, "no such page");
    return text(map_json(seen, *page), "application/json; charset=utf-8");
  }

  /// A page of the request at a resolution.
  struct Asked {
    const LivePage& live;
    double ppi;
    Length pixels(int count) const { return Length::points(count * 72.0 / ppi); }
    /// Squares of so many pixels a side along a length; the last may be a part of one.
    int squares(Length length, int side) const {
      return static_cast<int>(std::ceil(length.pt() * ppi / (72.0 * side) - 1e-9));
    }
    /// The part of the page from one pixel to another. Corners by multiplication of points, not of rounded
    /// sides: neighbours meet exactly.
    Rect area(int left, int top, int right, int bottom) const {
      const PlacedPage& page = live.shown();
      const Length x = std::min(pixels(left), page.width), y = std::min(pixels(top), page.height);
      return {x, y, std::min(pixels(right), page.width) - x, std::min(pixels(bottom), page.height) - y};
    }
  };
  static std::optional<Asked> asked(const HttpRequest& request, const Shown& seen) {
    const auto page = page_of(request, seen);
    const auto ppi = number<double>(request, "ppi");
    if (!page || !ppi || !(*ppi >= kLeastPpi && *ppi <= kMostPpi)) return std::nullopt;
    return Asked{seen.good->pages[*page], *ppi};
  }

  /// A square of the page, the x-th from the left and y-th from the top at this resolution.
  HttpAnswer tile(const HttpRequest& request) {
    const Shown seen = now();
    const auto what = asked(request, seen);
    const auto x = number<int>(request, "x"), y = number<int>(request, "y");
    if (!what || !x || !y || *x < 0 || *y < 0) return refuse(404, "no such tile");
    const PlacedPage& page = what->live.shown();
    if (*x >= what->squares(page.width, kTile) || *y >= what->squares(page.height, kTile))
      return refuse(404, "no such tile");
    const Rect area = what->area(*x * kTile, *y * kTile, (*x + 1) * kTile, (*y + 1) * kTile);
    return picture(*what, area, *seen.good, request);
  }

  /// Any part of the page, in pixels at this resolution.
  HttpAnswer part(const HttpRequest& request) {
    const Shown seen = now();
    const auto what = asked(request, seen);
    const auto left = number<int>(request, "left"), top = number<int>(request, "top");
    const auto width = number<int>(request, "width"), height = number<int>(request, "height");
    const auto good = [](std::optional<int> begin, std::optional<int> size, int most) {
      return begin && size && *begin >= 0 && *size > 0 && *size <= kMostPart && *begin <= most - *size;
    };
    if (!what) return refuse(404, "no such part");
    const PlacedPage& page = what->live.shown();
    if (!good(left, width, what->squares(page.width, 1)) || !good(top, height, what->squares(page.height, 1)))
      return refuse(404, "no such part");
    const Rect area = what->area(*left, *top, *left + *width, *top + *height);
    return picture(*what, area, *seen.good, request);
  }

  HttpAnswer picture(const Asked& what, const Rect& area, const LiveEdition& edition,
                     const HttpRequest& request) {
    std::unique_lock turn(painting, std::try_to_lock);
    if (!turn.owns_lock()) {
      turn.lock();  // there is only one screen
      if (http->client_has_left()) return refuse(503, "nobody waits for it");
    }
    Diagnostics not_shown;  // what is wrong with fonts and photos was found when the edition was made
    const LivePage& live = what.live;
    const auto picture = screen_for(edition)->paint(*live.placed, live.shown(), area, what.ppi, not_shown);
    turn.unlock();
    const auto png = picture ? encode_png(*picture, static_cast<int>(what.ppi), not_shown) : std::nullopt;
    if (!png) return refuse(500, "cannot be drawn");
    HttpAnswer answer;
    const bool current = request.parameter("key") == std::to_string(live.key);
    answer.headers = {{"Cache-Control", current ? "private, max-age=3600, immutable" : "no-store"}};
    answer.type = "image/png", answer.body = *png;
    return answer;
  }

  /// One screen for one set of fonts; a new set (a changed catalogue) gets a new one.
  std::shared_ptr<Screen> screen_for(const LiveEdition& edition) {
    const std::lock_guard lock(screen_mutex);
    if (screen_fonts != edition.fonts) {
      screen.reset();
      screen_fonts = edition.fonts;
      screen = std::make_shared<Screen>(*screen_fonts);
    }
    return screen;
  }

  /// Server-sent events: the state now and after every change.
  HttpAnswer events() {
    if (streams.fetch_add(1) >= kMostStreams) {
      --streams;
      return refuse(503, "too many windows");
    }
    HttpAnswer answer;
    answer.headers = {{"Cache-Control", "no-store"}};
    answer.type = "text/event-stream";
    answer.stream = [this, sent = std::uint64_t{0}](const HttpSink& sink) mutable {
      return send_next(sent, sink);
    };
    answer.ended = [this] { --streams; };
    return answer;
  }

  bool send_next(std::uint64_t& sent, const HttpSink& sink) {
    std::string text;
    {
      std::unique_lock lock(mutex);
      changed.wait_for(lock, kLookAround, [&] { return ending || shown.number > sent; });
      if (ending) return false;
      if (shown.number > sent) {
        sent = shown.number;
        text = "event: state\ndata: " + state + "\n\n";
      }
    }
    return text.empty() ? sink.open() : sink.write(text);
  }

  void show(std::shared_ptr<const LiveEdition> edition) {
    {
      const std::lock_guard lock(mutex);
      ++shown.number;
      if (edition->document) show_pages(shown, edition);
      shown.last = std::move(edition);
      shown.review = nullptr;
      state = state_json(shown);
    }
    changed.notify_all();
  }

  void add(const std::shared_ptr<const LiveEdition>& edition, Review review) {
    {
      const std::lock_guard lock(mutex);
      if (shown.last != edition) return;
      ++shown.number;
      shown.review = std::make_shared<const Review>(std::move(review));
      state = state_json(shown);
    }
    changed.notify_all();
  }

  std::unique_ptr<HttpServer> http;  // from start() on
  Gate gate;
  std::thread listener;
  std::atomic<bool> ended = false;  // the listener has left
  mutable std::mutex mutex;         // of the next five
  std::condition_variable changed;
  Shown shown;
  std::string state;
  bool ending = false;
  std::atomic<int> streams = 0;
  std::mutex painting;
  std::mutex screen_mutex;
  std::shared_ptr<const FontSet> screen_fonts;
  std::shared_ptr<Screen> screen;
};

PreviewServer::PreviewServer() : impl_(std::make_unique<Impl>()) {}
PreviewServer::~PreviewServer() { stop(); }

bool PreviewServer::start(const Gate& gate, std::string& problem) {
  impl_->http = HttpServer::open(
      HttpLimits{}, headers_of_every_answer(),
      [impl = impl_.get()](const HttpRequest& r) { return impl->answer(r); }, problem);
  if (impl_->http == nullptr) return false;
  impl_->gate = gate;
  impl_->gate.port = impl_->http->bind(gate.host, gate.port);
  if (impl_->gate.port <= 0) {
    problem = "cannot listen on " + gate.host + ":" + std::to_string(gate.port) +
              ": the port is taken, or the address is none of this machine's";
    return false;
  }
  impl_->listener = std::thread([impl = impl_.get()] {
    impl->http->listen();
    impl->ended = true;
  });
  return true;
}

std::string PreviewServer::url() const {
  const Gate& gate = impl_->gate;
  const bool six = gate.host.find(':') != std::string::npos;
  const std::string url =
      "http://" + (six ? "[" + gate.host + "]" : gate.host) + ":" + std::to_string(gate.port) + "/";
  return gate.token.empty() ? url : url + "?token=" + gate.token;
}

void PreviewServer::show(std::shared_ptr<const LiveEdition> edition) { impl_->show(std::move(edition)); }

void PreviewServer::review(const std::shared_ptr<const LiveEdition>& edition, Review review) {
  impl_->add(edition, std::move(review));
}

void PreviewServer::stop() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->ending = true;
  }
  impl_->changed.notify_all();
  if (!impl_->listener.joinable()) return;
  while (!impl_->http->running() && !impl_->ended)
    std::this_thread::yield();  // stop() before that would be forgotten
  impl_->http->stop();
  impl_->listener.join();
}

}  // namespace banxin
