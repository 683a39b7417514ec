#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/indicators/indicator_types.hpp"
#include "platform/i18n/words.hpp"

// What is typed, pasted or sent in one cell of a grid of figures, whichever way it came.
namespace maillage::indicators {

struct CellTexts {
    std::string value, whole;           // of a share, its part and its whole
    std::optional<bool> provisional{};  // nothing where the way it came does not say
};

enum class CellFault : std::uint8_t {
    no_number,  // text where a number belongs
    too_large,
    no_count,  // 1,5 facts
    no_whole,  // a share of nothing
    part_above_whole,
    other_length  // a year in the row of an indicator that is counted by quarter
};
struct CellProblem {
    CellFault fault;
    bool of_whole = false;  // the second field of a share
};

// Over what stands there: the same value keeps its note, its source and its mark; another value leaves them,
// for they were said of the one before, and is provisional only when that is said. Nothing for a cell left
// empty.
std::expected<std::optional<Figure>, CellProblem> read_cell(const Definition& definition,
                                                            const Period& period, const Figure* known,
                                                            const CellTexts& typed);

std::string in_words(const platform::i18n::Words& words, CellFault fault, Frequency frequency);
// As a form shows it: "1204,5".
std::string in_field(const platform::i18n::Words& words, double value);

}  // namespace maillage::indicators
