#include <algorithm>

#include "platform/http/form_data.hpp"

namespace maillage::platform::http {
namespace {

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
    return std::nullopt;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

}  // namespace

std::optional<std::string> decode_escapes(std::string_view encoded) {
    std::string text;
    text.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded[i] != '%') {
            text += encoded[i];
            continue;
        }
        if (encoded.size() - i < 3) return std::nullopt;
        const auto high = hex_digit(encoded[i + 1]), low = hex_digit(encoded[i + 2]);
        if (!high || !low) return std::nullopt;
        text += static_cast<char>(*high * 16U + *low);
        i += 2;
    }
    return text;
}

std::optional<std::string> decode_component(std::string_view encoded) {
    std::string spaced(encoded);
    std::ranges::replace(spaced, '+', ' ');
    return decode_escapes(spaced);
}

std::string encode_component(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return encoded;
}

std::string encode_fields(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields.pairs())
        text += (text.empty() ? "" : "&") + encode_component(name) + "=" + encode_component(value);
    return text;
}

Fields decode_fields(std::string_view encoded) {
    Fields fields;
    while (!encoded.empty()) {
        const std::string_view pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(pair.size() + 1, encoded.size()));
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos) continue;
        auto name = decode_component(pair.substr(0, equals)),
             value = decode_component(pair.substr(equals + 1));
        if (name && value) fields.add(*std::move(name), *std::move(value));
    }
    return fields;
}

}  // namespace maillage::platform::http
