#include "preview/http.h"

#include <algorithm>

#include "base/module.h"

namespace banxin {

namespace {

std::string_view first_of(const HttpFields& fields, std::string_view name) {
  const auto field =
      std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
  return field == fields.end() ? std::string_view() : std::string_view(field->second);
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const { return first_of(headers, name); }
std::string_view HttpRequest::parameter(std::string_view name) const { return first_of(parameters, name); }

std::unique_ptr<HttpServer> HttpServer::open(const HttpLimits& limits, const HttpFields& headers,
                                             HttpHandler handler, std::string& problem) {
  static const Module installed("banxin-http.so");
  std::string missing;
  const auto* const module = static_cast<const HttpModule*>(installed.table("banxin_http", missing));
  if (module == nullptr) {
    problem = "there is no live preview " + missing;
    return nullptr;
  }
  return std::unique_ptr<HttpServer>(
      new HttpServer(*module, module->open(limits, headers, std::move(handler))));
}

}  // namespace banxin
