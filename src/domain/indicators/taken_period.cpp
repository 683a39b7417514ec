#include <algorithm>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/shown_figures.hpp"

// A figure entered for a period that has one: the one that stands is named, and replaced when it is asked.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using platform::i18n::Words;

// The one that the form named: another value since, or another period, is asked anew.
std::string named(const Figure& figure) {
    return written(figure.period) + "=" + written(shown_value(figure));
}

constexpr const char* replaced_field = "replaces";
// Of the page alone, so that what was sent does not answer for it.
constexpr const char* standing_field = "standing_figure";

}  // namespace

void refuse_taken_period(const Words& words, const Reading& reading, const Figure& typed,
                         html::FormState& state) {
    const auto standing = std::ranges::find_if(reading.figures, [&](const Figure& one) {
        return one.period == typed.period && one.perimeter == typed.perimeter;
    });
    if (standing == reading.figures.end() || state.value(replaced_field) == named(*standing)) return;
    const std::string value = value_in_words(words, reading.measure(), *standing);
    state.refuse("period",
                 standing->author.empty()
                     ? words("indicators.figure.taken", {{"value", value}})
                     : words("indicators.figure.taken_by", {{"value", value}, {"author", standing->author}}),
                 words("indicators.field.period"));
    state.values.add(standing_field, named(*standing));
}

void replacement_choice(html::Out& out, const Words& words, const html::FormState& state) {
    const std::vector<std::string_view> standing = state.values.all(standing_field);
    if (standing.empty()) return;
    html::checkbox(out, replaced_field, words("indicators.figure.replace"), false, standing.back());
}

}  // namespace maillage::indicators
