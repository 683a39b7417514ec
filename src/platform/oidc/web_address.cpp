#include "platform/oidc/web_address.hpp"

#include <boost/url.hpp>

namespace maillage::platform::oidc {
namespace {

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "[::1]" || host == "127.0.0.1";
}

}  // namespace

std::optional<std::string> origin_of(std::string_view address) {
    constexpr std::size_t longest = 2000;
    if (address.size() > longest) return std::nullopt;
    const auto read = boost::urls::parse_uri(address);
    if (!read || read->has_userinfo() || read->has_fragment() || read->encoded_host().empty())
        return std::nullopt;
    const std::string scheme(read->scheme()), host(read->encoded_host().data(), read->encoded_host().size());
    if (scheme != "https" && !(scheme == "http" && is_this_machine(host))) return std::nullopt;
    const std::string_view usual = scheme == "https" ? "443" : "80", port = read->port();
    return scheme + "://" + host + (port.empty() || port == usual ? "" : ":" + std::string(port));
}

}  // namespace maillage::platform::oidc
