#include <cmath>

#include "domain/indicators/indicator_pages.hpp"
#include "foundation/text.hpp"

// The form of one figure.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::Out;
using platform::i18n::Key;
using platform::i18n::Words;

constexpr double largest = 1e12;

std::optional<double> typed_number(const Words& words, html::FormState& state, const char* field, Key label) {
    const auto number = html::parse_typed_number(state.value(field));
    if (number && std::abs(*number) <= largest) return number;
    state.refuse(field, words("indicators.refusal.no_number"), words(label));
    return std::nullopt;
}

}  // namespace

void figure_fields(Out& out, const Words& words, const Definition& said, const html::FormState& state) {
    const auto number = [&](const char* field, Key label) {
        html::text_field(out, words,
                         {.name = field,
                          .label = words(label),
                          .kind = html::FieldKind::number,
                          .required = true,
                          .max_length = 20},
                         state);
    };
    html::text_field(out, words,
                     {.name = "period",
                      .label = words("indicators.field.period"),
                      .hint = words("indicators.hint.period"),
                      .required = true,
                      .max_length = 20},
                     state);
    number("value",
           said.measure == Measure::share ? Key("indicators.field.part") : Key("indicators.field.value"));
    if (said.measure == Measure::share) number("of", "indicators.field.whole");
    html::text_field(out, words,
                     {.name = "perimeter",
                      .label = words("indicators.field.perimeter"),
                      .hint = words("indicators.hint.perimeter"),
                      .max_length = 120},
                     state);
    if (said.measure == Measure::share)
        html::text_field(out, words,
                         {.name = "of_perimeter",
                          .label = words("indicators.field.whole_perimeter"),
                          .hint = words("indicators.hint.whole_perimeter"),
                          .max_length = 120},
                         state);
    html::checkbox(out, "provisional", words("indicators.field.provisional"),
                   state.value("provisional") == "1");
    html::text_field(out, words, {.name = "note", .label = words("indicators.field.note"), .max_length = 500},
                     state);
}

Figure read_figure_form(const identity::Call& call, const Definition& said, html::FormState& state) {
    for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
    return read_figure(call.words, call.today, said, state);
}

Figure read_figure(const Words& words, foundation::Date today, const Definition& said,
                   html::FormState& state) {
    Figure read;
    const auto period = parse_period(state.value("period"));
    const std::string period_label = words("indicators.field.period");
    if (!period)
        state.refuse("period", words("indicators.refusal.no_period"), period_label);
    else if (period->last_day() >= today)
        state.refuse("period", words("indicators.refusal.future"), period_label);
    if (period) read.period = *period;
    const bool share = said.measure == Measure::share;
    const Key value_label = share ? Key("indicators.field.part") : Key("indicators.field.value");
    if (const auto value = typed_number(words, state, "value", value_label)) read.value = *value;
    const bool whole_numbers = said.measure == Measure::count || share;
    if (whole_numbers && state.error("value") == nullptr &&
        (read.value < 0 || read.value != std::floor(read.value)))
        state.refuse("value", words("indicators.refusal.no_count"), words(value_label));
    read.perimeter = std::string(foundation::trimmed(state.value("perimeter")));
    if (share) {
        const Key whole_label = "indicators.field.whole";
        read.of = typed_number(words, state, "of", whole_label);
        if (read.of && (*read.of <= 0 || *read.of != std::floor(*read.of)))
            state.refuse("of", words("indicators.refusal.no_whole"), words(whole_label));
        else if (read.of && read.value > *read.of)
            state.refuse("of", words("indicators.refusal.part_above_whole"), words(whole_label));
        read.of_perimeter = std::string(foundation::trimmed(state.value("of_perimeter")));
        if (read.of_perimeter.empty()) read.of_perimeter = read.perimeter;
        if (read.of_perimeter != read.perimeter)
            state.refuse("of_perimeter", words("indicators.unlike.whole"),
                         words("indicators.field.whole_perimeter"));
    }
    read.provisional = state.value("provisional") == "1";
    read.note = std::string(foundation::trimmed(state.value("note")));
    if (foundation::length_in_characters(read.note) > 500)
        state.refuse("note", words("indicators.refusal.too_long", {{"most", words.number(500)}}),
                     words("indicators.field.note"));
    if (foundation::length_in_characters(read.perimeter) > 120)
        state.refuse("perimeter", words("indicators.refusal.too_long", {{"most", words.number(120)}}),
                     words("indicators.field.perimeter"));
    return read;
}

}  // namespace maillage::indicators
