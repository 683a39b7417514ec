#include "domain/indicators/cell_reading.hpp"

#include <cmath>

#include "domain/indicators/indicator_words.hpp"
#include "foundation/text.hpp"
#include "platform/html/form.hpp"

namespace maillage::indicators {
namespace {

using platform::i18n::Words;

constexpr double largest = 1e12;

bool blank(std::string_view text) { return foundation::trimmed(text).empty(); }

std::expected<double, CellFault> number_in(std::string_view typed, Measure measure) {
    const auto value = platform::html::parse_typed_number(typed);
    if (!value) return std::unexpected(CellFault::no_number);
    if (std::abs(*value) > largest) return std::unexpected(CellFault::too_large);
    const bool whole = measure == Measure::count || measure == Measure::share;
    if (whole && (*value < 0 || *value != std::floor(*value))) return std::unexpected(CellFault::no_count);
    return *value;
}

// Of the figure that stands, what is said of its value and of no other.
Figure in_place_of(const Figure* known, Figure typed, const CellTexts& texts) {
    if (known != nullptr && known->value == typed.value && known->of == typed.of) typed = *known;
    if (texts.provisional) typed.provisional = *texts.provisional;
    return typed;
}

std::string plain(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::expected<std::optional<Figure>, CellProblem> read_cell(const Definition& said, const Period& period,
                                                            const Figure* known, const CellTexts& typed) {
    const bool share = said.measure == Measure::share;
    if (blank(typed.value) && (!share || blank(typed.whole))) return std::nullopt;
    if (period.months() != months_of(said.frequency))
        return std::unexpected(CellProblem{CellFault::other_length});
    Figure figure{.period = period, .perimeter = known == nullptr ? said.perimeter : known->perimeter};
    const auto value = number_in(typed.value, said.measure);
    if (!value) return std::unexpected(CellProblem{value.error()});
    figure.value = *value;
    if (!share) return in_place_of(known, std::move(figure), typed);
    const auto whole = number_in(typed.whole, said.measure);
    if (!whole) return std::unexpected(CellProblem{.fault = whole.error(), .of_whole = true});
    if (*whole <= 0) return std::unexpected(CellProblem{.fault = CellFault::no_whole, .of_whole = true});
    if (*value > *whole)
        return std::unexpected(CellProblem{.fault = CellFault::part_above_whole, .of_whole = true});
    figure.of = *whole;
    figure.of_perimeter = figure.perimeter;
    return in_place_of(known, std::move(figure), typed);
}

std::string in_words(const Words& words, CellFault fault, Frequency frequency) {
    switch (fault) {
    case CellFault::no_number: return words("indicators.refusal.no_number");
    case CellFault::too_large: return words("indicators.refusal.too_large");
    case CellFault::no_count: return words("indicators.refusal.no_count");
    case CellFault::no_whole: return words("indicators.refusal.no_whole");
    case CellFault::part_above_whole: return words("indicators.refusal.part_above_whole");
    case CellFault::other_length:
        return words("indicators.refusal.other_length", {{"frequency", in_words(words, frequency)}});
    }
    __builtin_unreachable();
}

std::string in_field(const Words& words, double value) {
    std::string text = plain(value);
    if (words.language() == platform::i18n::Language::fr)
        if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

}  // namespace maillage::indicators
