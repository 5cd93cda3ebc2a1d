// Reads JSON that anybody may have written: within limits, and without exceptions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace banxin {

class JsonValue;
using JsonArray = std::vector<JsonValue>;
struct JsonMember;
using JsonObject = std::vector<JsonMember>;  ///< in the order of the file

/// One value and what is in it. A default one is null.
class JsonValue {
 public:
  using Any = std::variant<std::monostate, bool, double, std::string, JsonArray, JsonObject>;
  Any any;

  /// nullptr when the value is of another kind.
  const std::string* string() const { return std::get_if<std::string>(&any); }
  const double* number() const { return std::get_if<double>(&any); }
  const JsonArray* array() const { return std::get_if<JsonArray>(&any); }
  const JsonObject* object() const { return std::get_if<JsonObject>(&any); }
  /// The member of an object; nullptr when this is none or has none of that name.
  const JsonValue* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

/// nullopt and `problem`, a clause for the user, when the text is no JSON, nests more than 64 deep or holds
/// more than 8 million values.
std::optional<JsonValue> read_json(std::string_view text, std::string& problem);
/// The value on one line, as JsonWriter would write it.
std::string to_json(const JsonValue& value);

}  // namespace banxin
