#include "platform/csv/encoding.hpp"

#include <array>

namespace maillage::platform::csv {
namespace {

// 80 … 9F; 0 where nothing is defined. From A0 on, the byte is the code point.
constexpr std::array<std::uint16_t, 32> special{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned code_point(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? special[byte - 0x80U] : byte; }

}  // namespace

std::optional<std::size_t> undefined_in_windows_1252(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (const auto byte = static_cast<unsigned char>(bytes[at]); byte != 0 && code_point(byte) == 0)
            return at;
    return std::nullopt;
}

std::string utf_8_of_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const unsigned point = code_point(static_cast<unsigned char>(c));
        if (point < 0x80) {
            text += c;
        } else if (point < 0x800) {
            text += static_cast<char>(0xC0U | point >> 6U);
            text += static_cast<char>(0x80U | (point & 0x3FU));
        } else {
            text += static_cast<char>(0xE0U | point >> 12U);
            text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
            text += static_cast<char>(0x80U | (point & 0x3FU));
        }
    }
    return text;
}

}  // namespace maillage::platform::csv
