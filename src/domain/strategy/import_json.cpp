#include "domain/strategy/import_routes.hpp"
#include "domain/strategy/import_waiting.hpp"
#include "platform/json_writer.hpp"

// The preview of an import for programs: every line, where the page shows the first ones.
namespace maillage::strategy {
namespace {

std::string_view state_of(const StagedImport& staged) {
    if (staged.waiting) return "reading";
    if (!staged.refusal.empty()) return "unreadable";
    return staged.done ? "done" : "ready";
}

std::string_view result_of(const ImportRow& row) {
    if (!row.problems.empty()) return "refused";
    if (!row.before) return "added";
    return row.changes() ? "changed" : "unchanged";
}

void write_row(platform::JsonWriter& json, const ImportRow& row) {
    json.begin_object()
        .member("line", static_cast<std::int64_t>(row.number))
        .member("code", row.after.code)
        .member("title", row.after.title)
        .member("result", result_of(row))
        .key("problems")
        .begin_array();
    for (const ImportProblem& problem : row.problems) json.value(problem.text());
    json.end_array().key("changes").begin_array();
    if (row.before && row.problems.empty())
        for (const FieldChange& change : differences(*row.before, row.after))
            json.begin_object()
                .member("field", change.field)
                .member("old", change.old_value)
                .member("new", change.new_value)
                .end_object();
    json.end_array().end_object();
}

}  // namespace

platform::http::Response import_preview_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        const auto staged = find_staged_import(scope, std::string(call.request.param("id")));
        if (!staged) return not_found();
        const auto read = read_waiting_import(call, scope);
        const ImportJudgement judgement = read ? read->judgement : ImportJudgement{};
        platform::JsonWriter json;
        json.begin_object()
            .member("state", state_of(*staged))
            .member("added", judgement.added)
            .member("changed", judgement.changed)
            .member("unchanged", judgement.unchanged)
            .member("refused", judgement.refused)
            .key("rows")
            .begin_array();
        for (const ImportRow& row : judgement.rows) write_row(json, row);
        json.end_array().end_object();
        return json_page(json.take());
    });
}

}  // namespace maillage::strategy
