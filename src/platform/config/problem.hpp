#pragma once

#include <cstdint>
#include <string>

#include "platform/i18n/words.hpp"

namespace maillage::platform::config {

// What is wrong with a configuration file, said before anything starts.
struct Problem {
    enum class Kind : std::uint8_t {
        file_not_readable,  // detail: the path
        too_big,
        not_toml,           // detail: what the parser met
        unknown_key,        // detail: the nearest key, or empty
        wrong_type,         // detail: "text", "integer", "boolean" or "list"
        out_of_range,       // detail: "1 … 64", or the words allowed
        not_plain,          // empty, too long, or with control characters
        secret_in_the_file  // a password where only the path of a file may stand
    } kind;
    std::string key;
    unsigned line = 0;  // 0: no line in particular
    std::string detail;
};

// Which key, which line, what to do. Not from the catalogue: where the catalogue is, is one of the keys.
std::string sentence(const Problem& problem, i18n::Language language);

}  // namespace maillage::platform::config
