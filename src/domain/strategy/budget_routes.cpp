#include <algorithm>
#include <array>
#include <cmath>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/action_routes.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::Out;
using platform::i18n::Words;

html::FormState typed_money(const identity::Call& call) {
    return typed(call, {"budget_label", "budget_year", "budget_amount", "budget_fund"});
}

html::FormState state_of_money(const Words& words, const BudgetLine& line) {
    html::FormState state;
    state.values.add("budget_label", line.label);
    state.values.add("budget_year", std::to_string(line.year));
    state.values.add("budget_amount", words.decimal(static_cast<double>(line.amount.value) / 100, 2));
    state.values.add("budget_fund", line.fund);
    return state;
}

// `base` with what the form says; the refusals go into `state`.
BudgetLine read_money(const Words& words, const BudgetLine& base, html::FormState& state) {
    BudgetLine line = base;
    line.label = checked_text(words, state, "budget_label", 200, true);
    // The translation was one of the words before.
    if (line.label != base.label) line.label_en.clear();
    line.year = number_of(state.value("budget_year"));
    line.fund = checked_text(words, state, "budget_fund", 10, true);
    if (line.year < 2000 || line.year > 2100) state.refuse("budget_year", words("strategy.form.bad_number"));
    const auto euros = html::parse_typed_number(state.value("budget_amount"));
    if (!euros || *euros < 0 || *euros > 1e9)
        state.refuse("budget_amount", words("strategy.form.bad_number"));
    else
        line.amount = foundation::Cents{std::llround(*euros * 100)};
    const std::array<std::string_view, 4> funds{"city", "fipd", "state", "other"};
    if (state.error("budget_fund") == nullptr && std::ranges::find(funds, line.fund) == funds.end())
        state.refuse("budget_fund", words("strategy.form.unknown_code"));
    return line;
}

html::Page money_page(const identity::Call& call, const Action& action, const BudgetLine& line,
                      const html::FormState& state) {
    const auto& words = call.words;
    const std::string path = action_path(call, action.code, "/budget/" + std::to_string(line.id));
    return part_page(
        call, action, words("strategy.budget.edit_title", {{"code", action.code}}), state, [&](Out& out) {
            const html::Url target = html::Url::path(path);
            html::form_open(out, target, fresh_tokens(call));
            budget_fields(out, words, state);
            html::submit(out, words("strategy.form.save"));
            html::form_close(out);
            button_form(out, call, path + "/deletion", words("strategy.budget.remove"), line.label);
        });
}

template <class Work>
html::Answer on_money(identity::Call& call, Work&& work) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const std::int64_t wanted = number_of(call.request.param("expense"));
        for (const BudgetLine& line : read_budget(scope, action.id))
            if (line.id == wanted) return work(scope, action, line);
        return not_found();
    });
}

}  // namespace

html::Answer post_budget(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed_money(call);
        const BudgetLine line = read_money(call.words, {}, state);
        if (!state.valid()) return refused_page(call, scope, action, "budget", state);
        Change change(scope, ChangeKind::budget);
        if (const auto written = change.save_part(action.id, PartKind::budget, 0, text_of(line)); !written) {
            state.refuse("budget_label", refusal_sentence(call.words, written.error()));
            return refused_page(call, scope, action, "budget", state);
        }
        return saved(call, action, change);
    });
}

html::Answer show_budget_line(identity::Call& call) {
    return on_money(call, [&](Scope&, const Action& action, const BudgetLine& line) {
        return html::Answer(money_page(call, action, line, state_of_money(call.words, line)));
    });
}

html::Answer change_budget_line(identity::Call& call) {
    return on_money(call, [&](Scope& scope, const Action& action, const BudgetLine& before) -> html::Answer {
        html::FormState state = typed_money(call);
        const BudgetLine line = read_money(call.words, before, state);
        if (!state.valid()) return money_page(call, action, before, state);
        Change change(scope, ChangeKind::budget);
        if (const auto written = change.save_part(action.id, PartKind::budget, before.id, text_of(line));
            !written) {
            state.refuse("budget_label", refusal_sentence(call.words, written.error()));
            return money_page(call, action, before, state);
        }
        return saved(call, action, change);
    });
}

html::Answer remove_budget_line(identity::Call& call) {
    return on_money(call, [&](Scope& scope, const Action& action, const BudgetLine& line) -> html::Answer {
        Change change(scope, ChangeKind::budget);
        if (!change.save_part(action.id, PartKind::budget, line.id, "")) return not_found();
        return saved(call, action, change);
    });
}

}  // namespace maillage::strategy
