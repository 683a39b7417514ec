#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::platform::crypto {

enum class PasswordWeakness : std::uint8_t {
    not_text,   // not UTF-8
    too_short,  // fewer than 15 characters
    too_long,   // more than 512 bytes
    guessable   // made of common words, of the city's or of the person's, or of very few characters
};

// OWASP ASVS 5.0, V6.2: length only, no rule about kinds of characters (V6.2.5), no expiry (V6.2.10), a list
// of common and contextual words. `words`: those of the list, the city's name, the account's name.
// Nothing when the password is good.
std::optional<PasswordWeakness> weakness_of(std::string_view password, std::span<const std::string> words);

// The words of data/passwords/guessable.txt: one a line, '#' begins a comment.
std::vector<std::string> guessable_words(std::string_view file);

}  // namespace maillage::platform::crypto
