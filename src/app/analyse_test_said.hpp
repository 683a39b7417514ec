#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/analyse_command.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// What an analysis says in words.
inline std::string words_of(const platform::i18n::Catalogues& catalogues, std::vector<std::string> arguments,
                            const char* language) {
    arguments.insert(arguments.end(), {"--words", language});
    std::string text = analyse(arguments, &catalogues).text;
    // Spaces of the typography, to be read in this file.
    for (const char* space : {"\u00a0", "\u202f"})
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at))
            text.replace(at, std::string_view(space).size(), " ");
    for (std::size_t at = text.find("\u2019"); at != std::string::npos; at = text.find("\u2019", at))
        text.replace(at, std::string_view("\u2019").size(), "'");
    return text;
}

}  // namespace maillage::app
