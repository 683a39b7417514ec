#include "platform/json_document.hpp"

#include <boost/json.hpp>

namespace maillage::platform {

namespace json = boost::json;

std::optional<JsonDocument> JsonDocument::parse(std::string_view text) {
    boost::system::error_code error;
    const json::value read = json::parse(text, error);
    if (error || !read.is_object()) return std::nullopt;
    JsonDocument document;
    for (const auto& [name, value] : read.get_object()) {
        if (value.is_string()) document.members_.emplace(name, std::string(value.get_string()));
        if (!value.is_array()) continue;
        std::vector<std::string> texts;
        for (const json::value& each : value.get_array())
            if (each.is_string()) texts.emplace_back(each.get_string());
        document.members_.emplace(name, std::move(texts));
    }
    return document;
}

std::string_view JsonDocument::text(std::string_view name) const {
    const auto found = members_.find(name);
    const auto* text = found == members_.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

std::vector<std::string> JsonDocument::texts(std::string_view name) const {
    const auto found = members_.find(name);
    const auto* texts =
        found == members_.end() ? nullptr : std::get_if<std::vector<std::string>>(&found->second);
    return texts == nullptr ? std::vector<std::string>() : *texts;
}

}  // namespace maillage::platform
