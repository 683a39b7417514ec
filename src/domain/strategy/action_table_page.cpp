#include <algorithm>

#include "domain/strategy/action_list_parts.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_rules.hpp"
#include "foundation/text.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::flag;
using html::Out;

html::Table table_of(const identity::Call& call, bool pick) {
    const auto& words = call.words;
    return {.caption = words("strategy.table.caption"),
            .columns = {{words("strategy.field.action"), "code"},
                        {words("strategy.field.state"), "state"},
                        {words("strategy.field.progress"), "progress", true},
                        {words("strategy.field.due"), "due"},
                        {words("strategy.field.pilot"), "pilot"},
                        {words("strategy.field.group")}},
            .sorting = {.path = call.request.path, .query = &call.request.query, .usual = "code"},
            .pick = pick};
}

// The state is changed from the list in two clicks: the state itself, then another. The buttons belong to the
// form around the table, so that no form stands inside another.
void state_menu(Out& out, const identity::Call& call, const Action& action) {
    const auto& words = call.words;
    const html::Url target = html::Url::path(action_path(call, action.code, "/state"));
    el(out, "details", {a("class", "menu state")}, [&](Out& menu) {
        el(menu, "summary", {}, [&](Out& summary) {
            state_pill(summary, words, action.state);
            el(summary, "span", {a("class", "sr")},
               ", " + words("strategy.table.change_state") + " " + action.code);
        });
        el(menu, "div", {a("class", "sheet")}, [&](Out& sheet) {
            for (const State state : all_states)
                if (state != action.state)
                    el(sheet, "button",
                       {a("type", "submit"), a("name", "state"), a("value", name_of(state)),
                        url("formaction", target)},
                       state_word(words, state));
        });
    });
}

void action_row(html::Row& row, const identity::Call& call, const ListView& view, const Action& action,
                bool pick) {
    const auto& words = call.words;
    if (pick) row.pick(action.code, action.code);
    row.heading([&](Out& o) { action_link(o, call, action); });
    row.cell([&](Out& o) {
        late_pill(o, words, action, call.today);
        if (pick)
            state_menu(o, call, action);
        else
            state_pill(o, words, action.state);
    });
    row.cell([&](Out& o) { html::progress(o, words, action.progress / 100.0, action.code); });
    row.cell([&](Out& o) {
        if (action.due)
            html::day(o, words, *action.due);
        else
            el(o, "span", {a("class", "muted")}, words("strategy.value.none"));
    });
    row.cell(action.pilot);
    row.cell([&](Out& o) {
        o.text(action.group);
        if (!action.group.empty())
            el(o, "span", {a("class", "sr")},
               " " + label_of(words, view.choices->references.groups, action.group));
    });
}

void bulk_bar(Out& out, const identity::Call& call, const ListView& view) {
    const auto& words = call.words;
    std::vector<html::Option> states, groups;
    for (const State state : all_states)
        states.push_back({std::string(name_of(state)), state_word(words, state)});
    for (const Reference& group : view.choices->references.groups) groups.push_back({group.code, group.code});
    el(out, "div",
       {a("class", "bulk noprint"), a("role", "group"), a("aria-label", words("strategy.bulk.label"))},
       [&](Out& bar) {
           const std::string one = words("strategy.bulk.one"), many = words("strategy.bulk.many"),
                             over = words("strategy.bulk.over");
           el(bar, "p", {a("class", "count"), a("data-one", one), a("data-many", many), a("data-over", over)},
              words("strategy.bulk.hint"));
           html::select_field(
               bar, words, {.name = "bulk_state", .label = words("strategy.field.state"), .options = states},
               {});
           html::select_field(
               bar, words, {.name = "bulk_group", .label = words("strategy.field.group"), .options = groups},
               {});
           html::text_field(bar, words,
                            {.name = "bulk_pilot", .label = words("strategy.field.pilot"), .max_length = 120},
                            {});
           html::date_field(bar, words, {.name = "bulk_due", .label = words("strategy.field.due")}, {});
           html::submit(bar, words("strategy.bulk.preview"));
       });
}

void selected_elsewhere(Out& out, const identity::Call& call, const std::vector<Action>& shown) {
    for (const std::string_view code : foundation::split(call.request.query.get("selected"), ',')) {
        const bool here_too =
            std::ranges::any_of(shown, [&](const Action& action) { return action.code == code; });
        if (!code.empty() && !here_too) hidden(out, "row", code);
    }
}

// A POST: it makes work, and leads to the page that shows how far it is.
void print_form(Out& out, const identity::Call& call, const ActionFilter& filter) {
    if (!call.may(identity::Act::export_strategy)) return;
    const html::Url target = html::Url::path(call.path("/actions/print"));
    const html::FormTokens tokens = fresh_tokens(call);
    el(out, "form", {a("method", "post"), url("action", target)}, [&](Out& form) {
        hidden(form, "csrf", tokens.csrf);
        hidden(form, "key", tokens.idempotency);
        for (const auto& [name, value] : fields_of(filter).pairs()) hidden(form, name, value);
        el(form, "button", {a("type", "submit"), a("class", "btn alt")}, call.words("strategy.table.print"));
    });
}

void heading(Out& out, const identity::Call& call, Scope& scope, const ListView& view) {
    const auto& words = call.words;
    const std::string query = query_of(view.filter);
    html::page_heading(
        out, words("strategy.table.title"),
        words.plural("strategy.table.situation", view.counts->shown, {{"date", words.date(call.today)}}),
        [&](Out& actions) {
            if (scope.may_edit) {
                const html::Url create = html::Url::path(call.path("/actions/new"));
                el(actions, "a", {url("href", create), a("class", "btn")}, words("strategy.table.create"));
                const html::Url import = html::Url::path(call.path("/actions/import"));
                el(actions, "a", {url("href", import), a("class", "btn alt")},
                   words("strategy.table.import"));
            }
            const html::Url csv = html::Url::path(call.path("/actions/export.csv" + query));
            el(actions, "a", {url("href", csv), a("class", "btn alt"), flag("download", true)},
               words("strategy.table.export_csv"));
            const html::Url xlsx = html::Url::path(call.path("/actions/export.xlsx" + query));
            el(actions, "a", {url("href", xlsx), a("class", "btn alt"), flag("download", true)},
               words("strategy.table.export_xlsx"));
            print_form(actions, call, view.filter);
        });
}

void table_or_empty(Out& out, const identity::Call& call, Scope& scope, ListView& view) {
    const auto& words = call.words;
    const auto rows = read_rows(scope, view);
    const std::vector<Action>& actions = *rows;
    if (actions.empty()) {
        if (view.filter.filtered() || view.filter.page > 1)
            html::empty_state(out, {words("strategy.empty.filtered"), words("strategy.empty.filtered_why"),
                                    words("strategy.filter.clear"), call.path("/actions")});
        else if (scope.may_edit && read_references(scope).domains.empty())
            html::empty_state(out, {words("strategy.empty.none"), words("strategy.empty.no_domain"),
                                    words("strategy.reference.add"), call.path("/strategy")});
        else if (scope.may_edit)
            html::empty_state(out, {words("strategy.empty.none"), words("strategy.empty.none_why"),
                                    words("strategy.table.create"), call.path("/actions/new")});
        else
            html::empty_state(out, {words("strategy.empty.none"), words("strategy.empty.none_reader")});
        return;
    }
    const html::Url bulk = html::Url::path(call.path("/actions/bulk/preview"));
    const html::FormTokens tokens = fresh_tokens(call);
    if (scope.may_edit) {
        html::open_tag(
            out, "form",
            {a("method", "post"), url("action", bulk), flag("data-bulk", true), a("data-max", "200")});
        hidden(out, "csrf", tokens.csrf);
        hidden(out, "key", tokens.idempotency);
        hidden(out, "back", here(call));
        selected_elsewhere(out, call, actions);
    }
    html::table(
        out, words, table_of(call, scope.may_edit), actions,
        [&](html::Row& row, const Action& action) { action_row(row, call, view, action, scope.may_edit); });
    if (scope.may_edit) {
        bulk_bar(out, call, view);
        html::close_tag(out, "form");
    }
    html::pagination(out, words,
                     {.path = call.request.path,
                      .query = call.request.query,
                      .page = view.filter.page,
                      .rows = view.counts->shown,
                      .per_page = view.filter.per_page});
}

}  // namespace

html::Answer show_actions(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto& words = call.words;
        ListView view = read_list_view(scope, call);
        html::Page page{
            .title = words("strategy.table.title"), .main = {}, .section = "actions", .help = "actions"};
        heading(page.main, call, scope, view);
        undo_bar(page.main, call, scope);
        list_tabs(page.main, call, "table");
        alarm_chips(page.main, call, view, call.request.path);
        filter_form(page.main, call, view, call.request.path);
        views_bar(page.main, call, scope, view);
        table_or_empty(page.main, call, scope, view);
        if (scope.may_edit) {
            const html::Url deleted = html::Url::path(call.path("/actions/deleted"));
            el(page.main, "p", {a("class", "noprint")},
               [&](Out& p) { el(p, "a", {url("href", deleted)}, words("strategy.deleted.link")); });
        }
        return page;
    });
}

}  // namespace maillage::strategy
