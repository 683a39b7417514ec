#include "platform/mail/address.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace maillage::platform::mail {
namespace {

constexpr std::size_t most_characters = 254, most_local = 64;

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Labels of letters, digits and inner hyphens, separated by single dots.
bool is_host_name(std::string_view host) {
    const auto is_label = [](std::string_view label) {
        return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               std::ranges::all_of(label, [](char c) { return is_alphanumeric(c) || c == '-'; });
    };
    return !host.empty() && std::ranges::all_of(foundation::split(host, '.'), is_label);
}

bool is_local_part(std::string_view local) {
    const auto fits = [](char c) {
        return is_alphanumeric(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
    };
    return !local.empty() && local.size() <= most_local && local.front() != '.' && local.back() != '.' &&
           local.find("..") == local.npos && std::ranges::all_of(local, fits);
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Address> Address::create(std::string_view text) {
    const std::size_t at = text.find('@');
    if (text.size() > most_characters || at == text.npos || !is_local_part(text.substr(0, at)) ||
        !is_host_name(text.substr(at + 1)))
        return std::nullopt;
    return Address(std::string(text));
}

std::string Address::domain() const {
    const std::string& whole = text_.reveal();
    return whole.substr(whole.find('@') + 1);
}

std::optional<SiteAddress> SiteAddress::create(std::string_view text) {
    std::string_view rest = text;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return std::nullopt;
    const std::size_t colon = rest.find(':');
    const bool port_fits = colon == rest.npos || is_port(rest.substr(colon + 1));
    if (!port_fits || text.size() > most_characters || !is_host_name(rest.substr(0, colon)))
        return std::nullopt;
    return SiteAddress(std::string(text));
}

}  // namespace maillage::platform::mail
