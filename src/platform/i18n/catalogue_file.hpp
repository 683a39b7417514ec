#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace maillage::platform::i18n {

// Lets a key be looked up as a string_view, without building a string.
struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
};

// The sentences of one language: key → its forms (one, or one per plural form).
using Sentences = std::unordered_map<std::string, std::vector<std::string>, KeyHash, std::equal_to<>>;

// Reads a GNU .mo file (gettext manual, "The Format of GNU MO Files"). Throws std::runtime_error with the
// file's name when it is absent or malformed: the program cannot start without its words.
Sentences read_mo(const std::string& file);

}  // namespace maillage::platform::i18n
