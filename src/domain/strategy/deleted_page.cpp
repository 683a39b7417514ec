#include "domain/strategy/action_filter.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_view.hpp"
#include "domain/strategy/deleted_store.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

// The actions deleted lately: with the bar that offers to undo gone, this is where they are brought back.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

void undo_form(Out& out, const identity::Call& call, const DeletedAction& action) {
    const auto& words = call.words;
    if (action.undone) return out.text(refusal_sentence(words, WriteRefusal::already_undone));
    const html::Url target =
        html::Url::path(call.path("/changes/" + std::to_string(action.set.value) + "/undo"));
    html::form_open(out, target, fresh_tokens(call));
    hidden(out, "back", here(call));
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm")}, [&](Out& button) {
        button.text(words.plural("strategy.deleted.undo", action.actions));
        el(button, "span", {a("class", "sr")}, " (" + action.code + ")");
    });
    html::form_close(out);
}

void deleted_table(Out& out, const identity::Call& call, const Deleted& deleted) {
    const auto& words = call.words;
    html::table(out, words,
                {.caption = words("strategy.deleted.title"),
                 .columns = {{words("strategy.field.action")},
                             {words("strategy.deleted.at")},
                             {words("strategy.deleted.by")},
                             {words("strategy.deleted.back")}}},
                deleted.actions, [&](html::Row& row, const DeletedAction& action) {
                    row.heading([&](Out& o) {
                        const Localised title = localised(words, action.title, action.title_en);
                        el(o, "span", {a("class", "code")}, action.code);
                        o.text(" ");
                        el(o, "span", {a_if("lang", title.lang)}, title.text);
                    });
                    row.cell([&](Out& o) { html::day(o, words, words.today(action.at)); });
                    row.cell(action.author.empty() ? words("strategy.value.none") : action.author);
                    row.cell([&](Out& o) { undo_form(o, call, action); });
                });
}

}  // namespace

html::Answer show_deleted(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        const auto& words = call.words;
        const ActionFilter filter = filter_of(call.request.query);
        const Deleted deleted = read_deleted(scope, filter.page, filter.per_page);
        html::Page page{.title = words("strategy.deleted.title"),
                        .main = {},
                        .section = "actions",
                        .crumbs = {{words("strategy.table.title"), call.path("/actions")},
                                   {words("strategy.deleted.title"), ""}},
                        .help = "actions"};
        html::page_heading(page.main, page.title, words("strategy.deleted.situation"));
        undo_bar(page.main, call, scope);
        if (deleted.actions.empty())
            html::empty_state(page.main, {words("strategy.deleted.none"), words("strategy.deleted.none_why"),
                                          words("strategy.deleted.list"), call.path("/actions")});
        else
            deleted_table(page.main, call, deleted);
        html::pagination(page.main, words,
                         {.path = call.request.path,
                          .query = call.request.query,
                          .page = filter.page,
                          .rows = deleted.rows,
                          .per_page = filter.per_page});
        return page;
    });
}

platform::http::Response deleted_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        if (!scope.may_edit) return not_found();
        const ActionFilter filter = filter_of(call.request.query);
        const Deleted deleted = read_deleted(scope, filter.page, filter.per_page);
        platform::JsonWriter json;
        json.begin_object()
            .member("rows", deleted.rows)
            .member("page", filter.page)
            .member("size", filter.per_page);
        json.key("actions").begin_array();
        for (const DeletedAction& action : deleted.actions)
            json.begin_object()
                .member("code", action.code)
                .member("domain", action.domain)
                .member("title", action.title)
                .member("title_en", action.title_en)
                .member("day", call.words.today(action.at).iso())
                .member("author", action.author)
                .member("set", action.set.value)
                .member("undone", action.undone)
                .member("actions", action.actions)
                .end_object();
        json.end_array().end_object();
        return json_page(json.take());
    });
}

}  // namespace maillage::strategy
