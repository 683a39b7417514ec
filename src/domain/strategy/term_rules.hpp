#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include "foundation/date.hpp"

namespace maillage::strategy {

// What the document says of its own time.
struct TermYears {
    std::optional<foundation::Date> adopted;
    std::optional<std::int64_t> first_year, last_year;
};

// The two days that a document "2023-2026" may mean: so many years after its adoption, and the end of its
// last year. Which one, the city says.
struct ProposedEnds {
    std::optional<foundation::Date> after_adoption, end_of_last_year;
};
ProposedEnds proposed_ends(const TermYears& years);

enum class EndRefusal : std::uint8_t { before_adoption, too_far };
inline constexpr int longest_term_years = 20;
std::expected<void, EndRefusal> check_end(const std::optional<foundation::Date>& adopted,
                                          foundation::Date ends);

}  // namespace maillage::strategy
