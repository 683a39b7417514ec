#include "domain/strategy/import_routes.hpp"

#include "domain/strategy/import_waiting.hpp"
#include "domain/strategy/workbook_job.hpp"
#include "foundation/whole_number.hpp"
#include "platform/csv/kept_table.hpp"
#include "platform/csv/writer.hpp"
#include "platform/html/table.hpp"
#include "platform/spreadsheet/refusal_words.hpp"

namespace maillage::strategy {
namespace {

namespace csv = platform::csv;
namespace html = platform::html;
namespace http = platform::http;
namespace spreadsheet = platform::spreadsheet;
using html::a;
using html::el;
using html::Out;

constexpr std::size_t rows_shown = 20;

std::string import_path(const identity::Call& call, std::string_view id, std::string_view rest = {}) {
    return call.path("/actions/import/" + std::string(id) + std::string(rest));
}

void steps(Out& out, const platform::i18n::Words& words, int current) {
    const std::array<std::string, 4> names{
        words("strategy.import.step_file"), words("strategy.import.step_columns"),
        words("strategy.import.step_preview"), words("strategy.import.step_result")};
    el(out, "ol", {a("class", "steps")}, [&](Out& list) {
        for (int i = 0; i < 4; ++i)
            el(list, "li",
               {a("class", i < current ? "done" : "todo"),
                html::a_if("aria-current", i == current ? "step" : "")},
               names[static_cast<std::size_t>(i)]);
    });
}

html::Page file_page(const identity::Call& call, const html::FormState& state) {
    const auto& words = call.words;
    html::Page page{.title = words("strategy.import.title"),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "actions",
                    .help = "exchange"};
    html::page_heading(page.main, page.title, words("strategy.import.columns_are"));
    html::error_summary(page.main, words, state);
    steps(page.main, words, 0);
    // The export of a council without actions is the empty table to fill in.
    if (call.may(identity::Act::export_strategy)) {
        const html::Url columns = call.url("/actions/export.xlsx");
        el(page.main, "p", {}, [&](Out& p) {
            el(p, "a", {url("href", columns), html::flag("download", true)}, words("strategy.import.model"));
        });
    }
    const html::Url target = html::Url::path(call.path("/actions/import"));
    html::form_open(page.main, target, fresh_tokens(call), true);
    html::file_field(page.main, words,
                     {.name = "file",
                      .label = words("strategy.import.file"),
                      .hint = words("strategy.import.file_hint"),
                      .required = true},
                     ".csv,.xlsx,.ods,text/csv", state);
    html::submit(page.main, words("strategy.import.continue"));
    html::form_close(page.main);
    return page;
}

void aside_sentence(Out& out, const platform::i18n::Words& words, const std::vector<std::string>& headers) {
    if (headers.empty()) return;
    std::string list;
    for (const std::string& header : headers) list += (list.empty() ? "" : ", ") + header;
    html::notice(out, html::NoticeKind::warn,
                 words.plural("strategy.import.aside", std::ssize(headers), {{"columns", list}}),
                 words("strategy.import.aside_why"));
}

void columns_form(Out& out, const identity::Call& call, std::string_view id, const csv::Table& table,
                  const ImportMapping& mapping) {
    const auto& words = call.words;
    html::FormState state;
    std::vector<html::Option> columns;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        columns.push_back({std::to_string(i), table.header[i]});
    const html::Url target = html::Url::path(import_path(call, id, "/columns"));
    for (const auto& [field, column] : mapping) state.values.add("f-" + field, std::to_string(column));
    html::form_open(out, target, fresh_tokens(call));
    for (const std::string_view field : import_fields)
        if (field != "progress")
            html::select_field(
                out, words,
                {.name = "f-" + std::string(field), .label = field_word(words, field), .options = columns},
                state);
    html::submit(out, words("strategy.import.remap"));
    html::form_close(out);
}

void preview_table(Out& out, const identity::Call& call, const ImportJudgement& judgement) {
    const auto& words = call.words;
    std::vector<ImportRow> shown;
    for (const ImportRow& row : judgement.rows)
        if (shown.size() < rows_shown || !row.problems.empty()) shown.push_back(row);
    if (shown.size() > 200) shown.resize(200);
    html::table(
        out, words,
        {.caption = words("strategy.import.caption"),
         .columns = {{words("strategy.import.line"), "", true},
                     {words("strategy.field.action")},
                     {words("strategy.bulk.result")},
                     {words("strategy.bulk.changes")}}},
        shown, [&](html::Row& row, const ImportRow& line) {
            row.heading(words.number(static_cast<std::int64_t>(line.number)));
            row.cell([&](Out& o) { html::text_with_codes(o, line.after.code + " " + line.after.title); });
            row.cell([&](Out& o) {
                if (!line.problems.empty())
                    html::status(o, html::State::late, words("strategy.bulk.refused"));
                else if (!line.before)
                    html::status(o, html::State::run, words("strategy.import.new"));
                else if (line.changes())
                    html::status(o, html::State::ok, words("strategy.bulk.changed"));
                else
                    html::status(o, html::State::off, words("strategy.bulk.same"));
            });
            row.cell([&](Out& o) {
                for (const ImportProblem& problem : line.problems) el(o, "p", {}, problem.text());
                if (!line.before || !line.problems.empty()) return;
                for (const FieldChange& change : differences(*line.before, line.after))
                    el(o, "p", {},
                       words("strategy.history.line",
                             {{"what", field_word(words, change.field)},
                              {"old", value_word(words, change.field, change.old_value)},
                              {"new", value_word(words, change.field, change.new_value)}}));
            });
        });
}

std::string counts_sentence(const platform::i18n::Words& words, const ImportJudgement& judgement) {
    return words("strategy.import.counts", {{"added", words.number(judgement.added)},
                                            {"changed", words.number(judgement.changed)},
                                            {"unchanged", words.number(judgement.unchanged)},
                                            {"refused", words.number(judgement.refused)}});
}

// The worker reads it; the import's own page shows how far it is.
html::Answer upload_workbook(identity::Call& call, std::string_view bytes) {
    if (bytes.size() > spreadsheet::most_workbook_bytes) {
        html::FormState state;
        state.refuse("file", workbook_sentence(call.words, "too_large"));
        return file_page(call, state);
    }
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        const std::string id = call.services.random_hex(16);
        stage_workbook(scope, id, bytes);
        return http::Response::see_other(import_path(call, id));
    });
}

// Until the workbook is read: what the worker does, without and with script.
html::Page reading_page(const identity::Call& call, std::int64_t job) {
    const auto& words = call.words;
    html::Page page{.title = words("strategy.import.title"),
                    .main = {},
                    .section = "actions",
                    .help = "exchange",
                    .scripts = {"progress"}};
    html::page_heading(page.main, page.title);
    steps(page.main, words, 0);
    const html::Url events = html::Url::path(call.path("/jobs/" + std::to_string(job) + "/events"));
    html::job_progress(page.main, words,
                       {.events = events, .percent = 0, .step = words("strategy.import.step_reading")});
    return page;
}

}  // namespace

html::Answer show_import(identity::Call& call) { return file_page(call, {}); }

html::Answer upload_import(identity::Call& call) {
    html::FormState state;
    const http::UploadedFile* file = nullptr;
    for (const http::UploadedFile& each : call.form.files)
        if (each.field == "file") file = &each;
    if (file == nullptr || file->bytes.empty()) {
        state.refuse("file", call.words("strategy.import.no_file"));
        return file_page(call, state);
    }
    if (spreadsheet::is_workbook(file->bytes)) return upload_workbook(call, file->bytes);
    const auto table = csv::read_table(file->bytes, import_limits);
    if (!table) {
        state.refuse("file", spreadsheet::sentence_of(call.words, table.error()));
        return file_page(call, state);
    }
    if (table->lines.empty() && table->ragged.empty()) {
        state.refuse("file", call.words("strategy.import.no_rows"));
        return file_page(call, state);
    }
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        const std::string id = call.services.random_hex(16);
        stage_import(scope, id, csv::kept_text(*table), guessed_mapping(call.services.catalogues, *table));
        return http::Response::see_other(import_path(call, id));
    });
}

html::Answer show_import_preview(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto staged = find_staged_import(scope, std::string(call.request.param("id")));
        if (staged && staged->waiting) return reading_page(call, staged->job);
        if (staged && !staged->refusal.empty()) {
            html::FormState state;
            state.refuse("file", workbook_sentence(call.words, staged->refusal));
            return file_page(call, state);
        }
        const auto found = read_waiting_import(call, scope);
        if (!found) return not_found();
        const auto& words = call.words;
        const std::string id(call.request.param("id"));
        const bool same = call.request.query.get("result") == "same" &&
                          found->judgement.added + found->judgement.changed == 0;
        const bool done = found->staged.done.has_value() || same;
        html::Page page{
            .title = words("strategy.import.title"), .main = {}, .section = "actions", .help = "exchange"};
        html::page_heading(page.main, page.title);
        undo_bar(page.main, call, scope);
        steps(page.main, words, done ? 3 : 2);
        if (same)
            html::notice(page.main, html::NoticeKind::info, words("strategy.import.same"),
                         words("strategy.import.same_why"));
        else if (done)
            html::notice(page.main, html::NoticeKind::ok, words("strategy.import.done"),
                         words("strategy.import.done_why"));
        else
            el(page.main, "p", {}, counts_sentence(words, found->judgement));
        if (found->judgement.refused > 0) {
            const html::Url refused = html::Url::path(import_path(call, id, "/refused.csv"));
            el(page.main, "p", {}, [&](Out& p) {
                el(p, "a", {url("href", refused), html::flag("download", true)},
                   words("strategy.import.refused_csv"));
            });
        }
        if (!done) {
            aside_sentence(page.main, words, left_aside(found->staged.mapping, found->table));
            html::disclosure(page.main, words("strategy.import.step_columns"), [&](Out& out) {
                columns_form(out, call, id, found->table, found->staged.mapping);
            });
            preview_table(page.main, call, found->judgement);
            const html::Url confirm = html::Url::path(import_path(call, id, "/confirmation"));
            html::form_open(page.main, confirm, fresh_tokens(call));
            html::submit(page.main, words.plural("strategy.import.confirm",
                                                 found->judgement.added + found->judgement.changed));
            html::form_close(page.main);
        }
        const html::Url back = html::Url::path(call.path("/actions"));
        el(page.main, "p", {}, [&](Out& p) { el(p, "a", {url("href", back)}, words("strategy.bulk.back")); });
        return page;
    });
}

html::Answer choose_import_columns(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto found = read_waiting_import(call, scope);
        if (!found) return not_found();
        ImportMapping mapping;
        for (const std::string_view field : import_fields) {
            const auto column =
                foundation::whole_number<std::size_t>(call.form.fields.get("f-" + std::string(field)));
            if (column && *column < found->table.header.size()) mapping[std::string(field)] = *column;
        }
        const std::string id(call.request.param("id"));
        if (!map_staged_import(scope, id, mapping)) return not_found();
        return http::Response::see_other(import_path(call, id));
    });
}

html::Answer confirm_import(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto found = read_waiting_import(call, scope);
        if (!found || found->staged.done) return not_found();
        const std::string id(call.request.param("id"));
        const auto set = apply_import(scope, id, found->judgement);
        if (!set) return http::Response::see_other(import_path(call, id, "?result=same"));
        return http::Response::see_other(offering_undo(import_path(call, id), set));
    });
}

html::Answer refused_rows_csv(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto found = read_waiting_import(call, scope);
        if (!found) return not_found();
        csv::Writer writer(csv::Dialect::french_excel);
        for (const std::string& title : found->table.header) writer.text(title);
        writer.text(call.words("strategy.import.reason")).end_row();
        for (const ImportRow& row : found->judgement.rows) {
            if (row.problems.empty()) continue;
            for (const std::string& cell : row.cells) writer.text(cell);
            for (std::size_t i = row.cells.size(); i < found->table.header.size(); ++i) writer.empty();
            std::string reasons;
            for (const ImportProblem& problem : row.problems)
                reasons += (reasons.empty() ? "" : " ; ") + problem.text();
            writer.text(reasons).end_row();
        }
        http::Response response;
        response.type = "text/csv; charset=utf-8";
        response.body = writer.take();
        response.headers.emplace_back("content-disposition", "attachment; filename=\"lignes-refusees.csv\"");
        return response;
    });
}

}  // namespace maillage::strategy
