#include "platform/crypto/password_rules.hpp"

#include <algorithm>
#include <set>

#include "foundation/text.hpp"

namespace maillage::platform::crypto {
namespace {

constexpr std::size_t least_characters = 15;
constexpr std::size_t most_bytes = 512;
// A password from which the known words have been taken must still hold this many different characters.
constexpr std::size_t least_distinct_left = 6;

// Only letters and digits, without case or accents: "La-val!" is "laval".
std::string skeleton(std::string_view text) {
    std::string kept;
    for (const char c : foundation::folded(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) kept += c;
    }
    return kept;
}

void erase_all(std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word)) text.erase(at, word.size());
}

bool is_guessable(std::string_view password, std::span<const std::string> words) {
    std::vector<std::string> known;
    for (const std::string& word : words)
        if (std::string bare = skeleton(word); bare.size() >= 3) known.push_back(std::move(bare));
    // The longest first, so that "1234567890" goes whole and not as "12345".
    std::ranges::sort(known, [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    std::string left = skeleton(password);
    for (const std::string& word : known) erase_all(left, word);
    // Punctuation counts too, but only once everything else is gone from it.
    std::set<char> distinct(left.begin(), left.end());
    for (const char c : password)
        if (static_cast<unsigned char>(c) < 0x80 && skeleton(std::string_view(&c, 1)).empty() && c != ' ')
            distinct.insert(c);
    return distinct.size() < least_distinct_left;
}

}  // namespace

std::optional<PasswordWeakness> weakness_of(std::string_view password, std::span<const std::string> words) {
    if (password.size() > most_bytes) return PasswordWeakness::too_long;
    if (!foundation::is_clean_utf8(password)) return PasswordWeakness::not_text;
    if (foundation::length_in_characters(password) < least_characters) return PasswordWeakness::too_short;
    if (is_guessable(password, words)) return PasswordWeakness::guessable;
    return std::nullopt;
}

std::vector<std::string> guessable_words(std::string_view file) {
    std::vector<std::string> words;
    for (const std::string_view line : foundation::split(file, '\n')) {
        const std::string_view word = foundation::trimmed(line);
        if (!word.empty() && !word.starts_with('#')) words.emplace_back(word);
    }
    return words;
}

}  // namespace maillage::platform::crypto
