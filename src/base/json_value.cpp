#include "base/json_value.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "base/json.h"

namespace banxin {

namespace {

constexpr std::size_t kDeepest = 64, kMostValues = 8'000'000;

/// Builds the tree from nlohmann's events; a false answer ends the reading.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(JsonValue& root, std::string& problem) : root_(root), problem_(problem) {}

  bool null() override { return put({}); }
  bool boolean(bool flag) override { return put({flag}); }
  bool number_integer(number_integer_t n) override { return put({static_cast<double>(n)}); }
  bool number_unsigned(number_unsigned_t n) override { return put({static_cast<double>(n)}); }
  bool number_float(number_float_t n, const string_t&) override { return put({n}); }
  bool string(string_t& text) override { return put({std::move(text)}); }
  bool binary(binary_t&) override { return refuse("it is not JSON"); }
  bool start_object(std::size_t) override { return open({JsonObject{}}); }
  bool start_array(std::size_t) override { return open({JsonArray{}}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return refuse("it is not JSON: byte " + std::to_string(position) + " is not what may stand there");
  }

 private:
  bool refuse(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }
  JsonValue* place(JsonValue value) {
    if (++count_ > kMostValues) return nullptr;
    if (open_.empty()) return &(root_ = std::move(value));
    if (auto* array = std::get_if<JsonArray>(&open_.back()->any))
      return &array->emplace_back(std::move(value));
    return &std::get<JsonObject>(open_.back()->any)
                .emplace_back(JsonMember{std::move(key_), std::move(value)})
                .value;
  }
  bool put(JsonValue::Any any) {
    return place({std::move(any)}) != nullptr || refuse("it holds more than 8 million values");
  }
  /// A container's address is good as long as it is open: only its own content grows.
  bool open(JsonValue::Any any) {
    if (open_.size() >= kDeepest) return refuse("it nests more than 64 deep");
    JsonValue* value = place({std::move(any)});
    if (value == nullptr) return refuse("it holds more than 8 million values");
    open_.push_back(value);
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  JsonValue& root_;
  std::string& problem_;
  std::vector<JsonValue*> open_;
  std::string key_;
  std::size_t count_ = 0;
};

void write(JsonWriter& json, const JsonValue& value) {
  if (const auto* flag = std::get_if<bool>(&value.any)) {
    json.value(*flag);
  } else if (const double* number = value.number()) {
    json.value(*number);
  } else if (const std::string* text = value.string()) {
    json.value(*text);
  } else if (const JsonArray* array = value.array()) {
    json.begin_array();
    for (const JsonValue& item : *array) write(json, item);
    json.end_array();
  } else if (const JsonObject* object = value.object()) {
    json.begin_object();
    for (const auto& [name, member] : *object) {
      json.key(name);
      write(json, member);
    }
    json.end_object();
  } else {
    json.value(std::numeric_limits<double>::quiet_NaN());  // null
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const JsonObject* members = object();
  if (members == nullptr) return nullptr;
  for (const auto& [key, value] : *members) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::optional<JsonValue> read_json(std::string_view text, std::string& problem) {
  JsonValue root;
  Builder builder(root, problem);
  if (!nlohmann::json::sax_parse(text, &builder)) return std::nullopt;
  return root;
}

std::string to_json(const JsonValue& value) {
  JsonWriter json;
  write(json, value);
  return json.text();
}

}  // namespace banxin
