#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/history_words.hpp"
#include "platform/json_writer.hpp"

namespace maillage::strategy {

namespace html = platform::html;

html::Answer show_history(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action) return not_found();
        html::Page page{.title = call.words("strategy.history.of", {{"code", action->code}}),
                        .main = {},
                        .section = "actions",
                        .crumbs = {{call.words("strategy.table.title"), call.path("/actions")},
                                   {action->code, action_path(call, action->code)},
                                   {call.words("strategy.history.title"), ""}},
                        .help = "one-action"};
        html::page_heading(page.main, page.title);
        undo_bar(page.main, call, scope);
        history_section(page.main, {.call = call,
                                    .scope = scope,
                                    .action = *action,
                                    .references = read_references(scope),
                                    .most = 500});
        return page;
    });
}

platform::http::Response history_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action) return not_found();
        platform::JsonWriter json;
        const References references = read_references(scope);
        json.begin_object().member("code", action->code).key("changes").begin_array();
        for (const HistoryLine& line : read_history(scope, action->id, 10'000))
            json.begin_object()
                .member("set", line.set.value)
                .member("kind", line.kind)
                .member("day", call.words.today(line.at).iso())
                .member("author", line.author)
                .member("step", line.step_title)
                .member("field", line.field)
                .member("old", line.old_value)
                .member("new", line.new_value)
                .member("sentence", history_sentence(call.words, references, line))
                .member("undone", line.undone)
                .end_object();
        json.end_array().end_object();
        return json_page(json.take());
    });
}

html::Answer undo_changes(identity::Call& call) {
    std::int64_t id = 0;
    const std::string typed(call.request.param("set"));
    if (typed.empty() || typed.size() > 15 || typed.find_first_not_of("0123456789") != typed.npos)
        return not_found();
    id = std::stoll(typed);
    return call.services.database.transaction(
        call.actor.context(), [&](platform::db::Tx& tx) -> html::Answer {
            Scope scope = scope_of(tx, call);
            const auto report = undo(scope, ChangeSetId(id));
            if (!report && report.error() == WriteRefusal::not_found) return not_found();
            if (!report) {
                html::Page page{.title = call.words("strategy.undo.refused"),
                                .main = {},
                                .status = 422,
                                .section = "actions",
                                .help = "actions"};
                html::page_heading(page.main, page.title);
                html::notice(page.main, html::NoticeKind::bad, page.title,
                             refusal_sentence(call.words, report.error()));
                return page;
            }
            return platform::http::Response::see_other(
                offering_undo(back_path(call, call.path("/actions")), report->set));
        });
}

}  // namespace maillage::strategy
