#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "app/analyse_input.hpp"

// What the methods of the weekly watch read from the command line.
namespace maillage::app {

struct Weeks {
    std::vector<double> counts;
    std::size_t from = 0;  // index of the first week judged
};
// `--counts COL`, and the weeks that `--range FIRST,LAST` (or FIRST:LAST) or `--from FIRST` leaves; `first`
// without either.
Answer<Weeks> weeks_of(const Request& request, std::size_t first);

// A word of the published programs for a value of ours; another one is refused, not ignored.
template <class Meaning>
struct Word {
    std::string_view word;
    Meaning meaning;
};
template <class Meaning>
Answer<Meaning> word_or(const Request& request, std::string_view option, Meaning otherwise,
                        std::initializer_list<Word<Meaning>> words) {
    if (!request.has(option)) return otherwise;
    for (const auto& [word, meaning] : words)
        if (word == request.text_or(option, "")) return meaning;
    return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
}

}  // namespace maillage::app
