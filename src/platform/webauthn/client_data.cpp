#include "platform/webauthn/client_data.hpp"

#include <boost/json.hpp>

#include "platform/crypto/bytes.hpp"

namespace maillage::platform::webauthn {
namespace {

namespace json = boost::json;

constexpr std::size_t longest = 4096;

std::optional<std::string_view> text_of(const json::object& read, std::string_view name) {
    const json::value* const found = read.if_contains(name);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return std::string_view(found->get_string().data(), found->get_string().size());
}

}  // namespace

std::optional<Refusal> refused_client_data(const Expected& expected, std::string_view type,
                                           std::string_view text) {
    if (text.size() > longest) return Refusal::malformed;
    boost::system::error_code error;
    const json::value read = json::parse(text, error);
    if (error || !read.is_object()) return Refusal::malformed;
    const json::object& data = read.get_object();
    const auto said_type = text_of(data, "type"), challenge = text_of(data, "challenge"),
               origin = text_of(data, "origin");
    if (!said_type || !challenge || !origin) return Refusal::malformed;
    if (*said_type != type) return Refusal::ceremony;
    if (*challenge != crypto::base64url(expected.challenge)) return Refusal::challenge;
    if (*origin != expected.origin) return Refusal::origin;
    // In a frame of another site somebody presses a button that they do not see.
    const json::value* const crossed = data.if_contains("crossOrigin");
    if (crossed != nullptr && (!crossed->is_bool() || crossed->get_bool())) return Refusal::origin;
    if (data.contains("topOrigin")) return Refusal::origin;
    return std::nullopt;
}

}  // namespace maillage::platform::webauthn
