#include "domain/strategy/action_page.hpp"
#include "domain/strategy/history_words.hpp"
#include "platform/html/table.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

void budget_form(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::FormState& state = view.state_of("budget");
    const html::Url target = html::Url::path(action_path(view.call, view.action.code, "/budget"));
    const auto content = [&](Out& box) {
        html::form_open(box, target, fresh_tokens(view.call));
        budget_fields(box, words, state);
        html::submit(box, words("strategy.budget.add"));
        html::form_close(box);
    };
    if (state.valid())
        html::disclosure(out, words("strategy.budget.add"), content);
    else
        content(out);
}

void budget_table(Out& out, const ActionView& view, const std::vector<BudgetLine>& lines) {
    const auto& words = view.call.words;
    html::Table table{.caption = words("strategy.budget.heading"),
                      .columns = {{words("strategy.budget.line")},
                                  {words("strategy.budget.year"), "", true},
                                  {words("strategy.budget.fund")},
                                  {words("strategy.budget.amount"), "", true}}};
    if (view.scope.may_edit) table.columns.push_back({words("strategy.step.change")});
    html::table(out, words, table, lines, [&](html::Row& row, const BudgetLine& line) {
        row.heading(localised(words, line.label, line.label_en).text);
        row.cell(std::to_string(line.year));
        row.cell(fund_word(words, line.fund));
        row.cell(words.money(line.amount));
        if (!view.scope.may_edit) return;
        row.cell([&](Out& o) {
            const html::Url target = html::Url::path(
                action_path(view.call, view.action.code, "/budget/" + std::to_string(line.id)));
            const std::string label = words("strategy.step.change"), about = label + " : " + line.label;
            el(o, "a", {url("href", target), a("class", "btn alt sm"), a("aria-label", about)}, label);
        });
    });
}

}  // namespace

void budget_fields(Out& out, const platform::i18n::Words& words, const html::FormState& state) {
    std::vector<html::Option> funds;
    for (const char* fund : {"city", "fipd", "state", "other"})
        funds.push_back({fund, fund_word(words, fund)});
    html::text_field(out, words,
                     {.name = "budget_label", .label = words("strategy.budget.line"), .required = true},
                     state);
    html::text_field(out, words,
                     {.name = "budget_year",
                      .label = words("strategy.budget.year"),
                      .kind = html::FieldKind::number,
                      .required = true,
                      .max_length = 4},
                     state);
    html::text_field(out, words,
                     {.name = "budget_amount",
                      .label = words("strategy.budget.amount"),
                      .hint = words("strategy.budget.amount_hint"),
                      .kind = html::FieldKind::number,
                      .required = true,
                      .max_length = 20},
                     state);
    html::select_field(
        out, words,
        {.name = "budget_fund", .label = words("strategy.budget.fund"), .options = funds, .required = true},
        state);
}

void budget_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const std::vector<BudgetLine> lines = read_budget(view.scope, view.action.id);
    if (lines.empty() && !view.scope.may_edit) return;
    html::panel(out, "budget", words("strategy.budget.heading"), [&](Out& panel) {
        if (lines.empty())
            el(panel, "p", {a("class", "muted")}, words("strategy.budget.none"));
        else {
            foundation::Cents total{};
            for (const BudgetLine& line : lines) total = total + line.amount;
            budget_table(panel, view, lines);
            el(panel, "p", {}, words("strategy.budget.total", {{"amount", words.money(total)}}));
        }
        if (view.scope.may_edit) budget_form(panel, view);
    });
}

}  // namespace maillage::strategy
