#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/term_rules.hpp"
#include "domain/strategy/term_store.hpp"
#include "platform/html/components.hpp"

// The day on which the strategy ends: the document may leave it open, the city sets it (EVA-4).
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::Out;
using platform::i18n::Words;

std::string proposed(const Words& words, const Term& term) {
    const ProposedEnds ends =
        proposed_ends({.adopted = term.adopted, .first_year = term.first_year, .last_year = term.last_year});
    if (ends.after_adoption && ends.end_of_last_year)
        return words("strategy.end.hint_two", {{"after", words.date(*ends.after_adoption)},
                                               {"year", words.date(*ends.end_of_last_year)}});
    if (ends.end_of_last_year)
        return words("strategy.end.hint_year", {{"year", words.date(*ends.end_of_last_year)}});
    return {};
}

html::Page end_page(const identity::Call& call, Scope& scope, const html::FormState& state) {
    const Words& words = call.words;
    const std::string title = words("strategy.end.title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "strategy",
                    .crumbs = {{words("strategy.plan.title"), call.path("/strategy")}, {title, ""}},
                    .help = "final-review"};
    Out& out = page.main;
    html::page_heading(out, title, words("strategy.end.why"));
    html::error_summary(out, words, state);
    const html::Url target = html::Url::path(call.path("/strategy/end"));
    html::form_open(out, target, fresh_tokens(call));
    html::date_field(
        out, words,
        {.name = "ends", .label = words("strategy.end.day"), .hint = proposed(words, read_term(scope))},
        state);
    html::text_field(out, words,
                     {.name = "end_source",
                      .label = words("strategy.end.source"),
                      .hint = words("strategy.end.source_hint"),
                      .required = true,
                      .max_length = 300},
                     state);
    html::submit(out, words("strategy.end.save"));
    html::form_close(out);
    return page;
}

std::string refusal_sentence(const Words& words, EndRefusal refusal) {
    switch (refusal) {
    case EndRefusal::before_adoption: return words("strategy.end.before_adoption");
    case EndRefusal::too_far: return words("strategy.end.too_far", {{"n", words.number(longest_term_years)}});
    }
    __builtin_unreachable();
}

}  // namespace

html::Answer show_end(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        html::FormState state;
        const Term term = read_term(scope);
        if (term.ends) state.values.add("ends", call.words.date(*term.ends));
        return end_page(call, scope, state);
    });
}

html::Answer submit_end(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        html::FormState state = typed(call, {"ends", "end_source"});
        const auto ends = checked_date(call.words, state, "ends", false);
        const std::string source = checked_text(call.words, state, "end_source", 300, true);
        if (ends)
            if (const auto checked = check_end(read_term(scope).adopted, *ends); !checked)
                state.refuse("ends", refusal_sentence(call.words, checked.error()));
        if (!state.valid()) return end_page(call, scope, state);
        if (!set_end(scope, ends, source)) return not_found();
        return platform::http::Response::see_other(call.path("/final-review"));
    });
}

}  // namespace maillage::strategy
