#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>

namespace maillage::platform::oidc {

// One question to the provider. A form is sent as POST, anything else is a GET.
struct Question {
    std::string address;
    std::string form = {};
    std::string user = {}, password = {};  // Basic, when there is a user
    std::string bearer = {};
    std::string accept = "application/json";
};
struct Answer {
    long status = 0;
    std::string type, body;
};
enum class FetchTrouble : std::uint8_t { unreachable, untrusted, too_slow, too_large };

using Fetch = std::function<std::expected<Answer, FetchTrouble>(const Question&)>;

inline constexpr std::size_t largest_answer = 256U << 10U;

// Over the network: certificates are checked, no redirect is followed, no proxy of the environment is used,
// an answer has eight seconds and 256 KiB.
struct WebOptions {
    std::string ca_file = {};  // empty: the authorities of the system
    long milliseconds = 8000;
};
Fetch web_fetch(WebOptions options);

}  // namespace maillage::platform::oidc
