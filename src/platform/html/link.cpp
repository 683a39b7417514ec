#include "platform/html/link.hpp"

namespace maillage::platform::html {
namespace {

bool unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void add(std::string& address, std::string_view name, std::string_view value) {
    address += address.find('?') == address.npos ? '?' : '&';
    address += percent_encoded(name) + "=" + percent_encoded(value);
}

}  // namespace

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (unreserved(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hexadecimal[byte >> 4];
        out += hexadecimal[byte & 15];
    }
    return out;
}

std::string link(std::string_view path, const http::Fields& query, std::initializer_list<Replaced> replaced) {
    std::string address(path);
    for (const auto& [name, value] : query.pairs()) {
        bool kept = !value.empty();
        for (const auto& [replaced_name, ignored] : replaced) kept = kept && replaced_name != name;
        if (kept) add(address, name, value);
    }
    for (const auto& [name, value] : replaced)
        if (!value.empty()) add(address, name, value);
    return address;
}

}  // namespace maillage::platform::html
