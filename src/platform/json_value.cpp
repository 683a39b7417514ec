#include "platform/json_value.hpp"

#include <boost/json.hpp>

#include "platform/json_names.hpp"

namespace maillage::platform {
namespace {

namespace json = boost::json;

JsonValue copied(const json::value& read) {
    JsonValue value;
    switch (read.kind()) {
    case json::kind::null: break;
    case json::kind::bool_:
        value.kind = JsonValue::Kind::boolean;
        value.truth = read.get_bool();
        break;
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: value.kind = JsonValue::Kind::number; break;
    case json::kind::string:
        value.kind = JsonValue::Kind::text;
        value.words = std::string(read.get_string());
        break;
    case json::kind::array:
        value.kind = JsonValue::Kind::list;
        for (const json::value& item : read.get_array()) value.items.push_back(copied(item));
        break;
    case json::kind::object:
        value.kind = JsonValue::Kind::object;
        for (const auto& [name, member] : read.get_object()) {
            value.names.emplace_back(name);
            value.items.push_back(copied(member));
        }
        break;
    }
    return value;
}

}  // namespace

std::optional<JsonValue> JsonValue::parse(std::string_view text) {
    constexpr std::size_t deepest = 16;
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = deepest;
    const json::value read = json::parse(text, error, {}, options);
    if (error || names_a_member_twice(text)) return std::nullopt;
    return copied(read);
}

}  // namespace maillage::platform
