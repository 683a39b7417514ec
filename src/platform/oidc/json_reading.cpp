#include "platform/oidc/json_reading.hpp"

#include <cmath>

namespace maillage::platform::oidc {
namespace {

namespace json = boost::json;

std::string_view view_of(const json::string& text) { return {text.data(), text.size()}; }

}  // namespace

std::optional<json::object> object_of(std::string_view text) {
    boost::system::error_code error;
    json::value read = json::parse(text, error);
    if (error || !read.is_object()) return std::nullopt;
    return std::move(read.get_object());
}

std::optional<std::string_view> text_of(const json::object& read, std::string_view name) {
    const json::value* const found = read.if_contains(name);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return view_of(found->get_string());
}

// Seconds of an epoch: some providers write them with a fraction.
std::optional<std::int64_t> whole_number_of(const json::object& read, std::string_view name) {
    constexpr double most = 1e15;
    const json::value* const found = read.if_contains(name);
    if (found == nullptr) return std::nullopt;
    if (found->is_int64()) return found->get_int64();
    if (found->is_double() && std::fabs(found->get_double()) < most)
        return static_cast<std::int64_t>(std::floor(found->get_double()));
    return std::nullopt;
}

std::optional<std::vector<std::string_view>> texts_of(const json::object& read, std::string_view name) {
    if (const auto one = text_of(read, name)) return std::vector{*one};
    const json::value* const found = read.if_contains(name);
    if (found == nullptr || !found->is_array()) return std::nullopt;
    std::vector<std::string_view> texts;
    for (const json::value& value : found->get_array()) {
        if (!value.is_string()) return std::nullopt;
        texts.push_back(view_of(value.get_string()));
    }
    return texts;
}

}  // namespace maillage::platform::oidc
