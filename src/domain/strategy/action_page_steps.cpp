#include <algorithm>

#include "domain/strategy/action_page.hpp"
#include "platform/html/table.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

std::string step_path(const ActionView& view, const Step& step) {
    return action_path(view.call, view.action.code, "/steps/" + std::to_string(step.id.value));
}

void step_button(Out& out, const Step& step, std::string_view act, const std::string& label,
                 std::string_view look = {}) {
    const std::string about = label + " : " + step.title;
    el(out, "button",
       {a("type", "submit"), a_if("class", look), a("name", "act"), a("value", act), a("aria-label", about)},
       label);
}

// What is done to a step every week is a button; the rest is behind one.
void step_form(Out& out, const ActionView& view, const Step& step, bool first, bool last) {
    const auto& words = view.call.words;
    const html::Url target = html::Url::path(step_path(view, step));
    const std::string about = words("strategy.step.change") + " : " + step.title;
    el(out, "div", {a("class", "row-acts")}, [&](Out& row) {
        html::form_open(row, target, fresh_tokens(view.call));
        step_button(row, step, step.done_at ? "untick" : "tick",
                    step.done_at ? words("strategy.step.untick") : words("strategy.step.tick"), "btn alt sm");
        html::form_close(row);
        html::more_menu(row, words, step.title, [&](Out& sheet) {
            el(sheet, "a", {url("href", target), a("aria-label", about)}, words("strategy.step.change"));
            html::form_open(sheet, target, fresh_tokens(view.call));
            if (!first) step_button(sheet, step, "up", words("strategy.step.up"));
            if (!last) step_button(sheet, step, "down", words("strategy.step.down"));
            step_button(sheet, step, "delete", words("strategy.step.delete"), "danger");
            html::form_close(sheet);
        });
    });
}

void step_row(html::Row& row, const ActionView& view, const Step& step, bool first, bool last) {
    const auto& words = view.call.words;
    const Localised title = localised(words, step.title, step.title_en);
    row.heading([&](Out& o) {
        if (!step.code.empty()) {
            el(o, "span", {a("class", "code")}, step.code);
            o.text(" ");
        }
        el(o, "span", {a_if("lang", title.lang)}, title.text);
    });
    row.cell([&](Out& o) {
        if (step.done_at) {
            html::status(o, html::State::ok, words("strategy.step.done"));
            o.text(" ");
            html::day(o, words, *step.done_at);
        } else if (step.due && *step.due < view.call.today) {
            html::status(o, html::State::late, words("strategy.state.late"));
        } else {
            html::status(o, html::State::todo, words("strategy.step.todo"));
        }
    });
    row.cell([&](Out& o) {
        if (step.due)
            html::day(o, words, *step.due);
        else
            o.text(words("strategy.value.none"));
    });
    row.cell(words.number(step.weight));
    if (view.scope.may_edit) row.cell([&](Out& o) { step_form(o, view, step, first, last); });
}

void add_form(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::FormState& state = view.state_of("steps");
    const html::Url target = html::Url::path(action_path(view.call, view.action.code, "/steps"));
    const auto content = [&](Out& box) {
        html::form_open(box, target, fresh_tokens(view.call));
        step_fields(box, words, state);
        html::submit(box, words("strategy.step.add"));
        html::form_close(box);
    };
    if (state.valid())
        html::disclosure(out, words("strategy.step.add"), content);
    else
        content(out);
}

}  // namespace

void step_fields(Out& out, const platform::i18n::Words& words, const html::FormState& state) {
    html::text_field(
        out, words,
        {.name = "step_title", .label = words("strategy.step.title"), .required = true, .max_length = 200},
        state);
    html::date_field(out, words, {.name = "step_due", .label = words("strategy.field.due")}, state);
    html::text_field(out, words,
                     {.name = "step_weight",
                      .label = words("strategy.field.weight"),
                      .hint = words("strategy.step.weight_hint"),
                      .kind = html::FieldKind::number,
                      .max_length = 3},
                     state);
}

void steps_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    std::vector<Step> steps = view.steps;
    std::erase_if(steps, [](const Step& step) { return step.deleted; });
    html::panel(out, "steps", words("strategy.step.heading"), [&](Out& panel) {
        if (steps.empty())
            el(panel, "p", {a("class", "muted")}, words("strategy.step.none"));
        else {
            html::Table table{.caption = words("strategy.step.heading"),
                              .columns = {{words("strategy.step.title")},
                                          {words("strategy.field.state")},
                                          {words("strategy.field.due")},
                                          {words("strategy.field.weight"), "", true}}};
            if (view.scope.may_edit) table.columns.push_back({words("strategy.step.acts")});
            html::table(panel, words, table, steps, [&](html::Row& row, const Step& step) {
                step_row(row, view, step, &step == &steps.front(), &step == &steps.back());
            });
        }
        if (view.scope.may_edit) add_form(panel, view);
    });
}

}  // namespace maillage::strategy
