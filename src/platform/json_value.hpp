#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::platform {

// One value of a JSON document that somebody else wrote, as a tree. Numbers are read and not kept: nothing of
// ours asks for one.
struct JsonValue {
    enum class Kind { null, boolean, number, text, list, object } kind = Kind::null;
    bool truth = false;
    std::string words;               // of a text
    std::vector<JsonValue> items;    // of a list; of an object, in their order
    std::vector<std::string> names;  // of an object: one for each item

    // Nothing when `text` is not one JSON value, nests deeper than sixteen levels, or names a member twice.
    static std::optional<JsonValue> parse(std::string_view text);

    bool is(Kind asked) const { return kind == asked; }
    bool empty() const {
        const bool holds = kind == Kind::list || kind == Kind::object;
        return kind == Kind::null || (kind == Kind::text && words.empty()) || (holds && items.empty());
    }
};

}  // namespace maillage::platform
