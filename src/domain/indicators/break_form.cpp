#include "domain/indicators/indicator_pages.hpp"
#include "foundation/text.hpp"

// Whether a new version of a definition breaks the series: values from a month on mean something else.
namespace maillage::indicators {

namespace html = platform::html;
using platform::i18n::Words;

bool has_values(const IndicatorForm& form) { return form.base != nullptr && !form.base->figures.empty(); }

void break_fields(html::Out& out, const Words& words, const IndicatorForm& form,
                  const html::FormState& state) {
    if (!has_values(form)) return;
    html::checkbox(out, "breaks", words("indicators.break.breaks"), state.value("breaks") == "1");
    html::text_field(out, words,
                     {.name = "breaks_from",
                      .label = words("indicators.break.from"),
                      .hint = words("indicators.break.from_hint"),
                      .max_length = 20},
                     state);
}

std::optional<foundation::Date> read_break(const identity::Call& call, const IndicatorForm& form,
                                           const Definition& read, html::FormState& state) {
    if (!has_values(form)) return std::nullopt;
    const Words& words = call.words;
    const bool breaks = state.value("breaks") == "1";
    // The same figures under another unit would be other figures.
    if (!breaks && read.unit != form.base->indicator.definition.unit)
        state.refuse(
            "unit",
            words("indicators.break.unit",
                  {{"unit", form.base->indicator.definition.unit},
                   {"figures", words.plural("indicators.break.figures", std::ssize(form.base->figures))}}),
            words("indicators.field.unit"));
    if (!breaks) return std::nullopt;
    const auto from = parse_period(state.value("breaks_from"));
    if (!from) {
        state.refuse("breaks_from", words("indicators.refusal.no_period"), words("indicators.break.from"));
        return std::nullopt;
    }
    return from->first_day();
}

}  // namespace maillage::indicators
