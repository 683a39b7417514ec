#include "domain/indicators/definition_import_routes.hpp"

#include "domain/audit/api.hpp"
#include "domain/indicators/definition_import_job.hpp"
#include "domain/indicators/definition_import_page.hpp"
#include "domain/indicators/definition_import_store.hpp"
#include "domain/indicators/definition_workbook.hpp"
#include "foundation/whole_number.hpp"
#include "platform/csv/kept_table.hpp"
#include "platform/json_writer.hpp"
#include "platform/spreadsheet/refusal_words.hpp"

namespace maillage::indicators {
namespace {

namespace csv = platform::csv;
namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
namespace spreadsheet = platform::spreadsheet;
using html::Answer;
using identity::Call;

html::Page refused_file(const Call& call, std::string why) {
    html::FormState state;
    state.refuse("file", std::move(why));
    return import_file_page(call, state);
}

// Why a table that could be read is none of indicators; empty when it is.
std::string fault_of(const Call& call, const csv::Table& table) {
    const DefinitionMapping mapping = mapping_of(call.services.catalogues, table);
    if (table.lines.empty() && table.ragged.empty()) return call.words("indicators.import.no_rows");
    if (!mapping.repeated.empty())
        return call.words("indicators.import.repeated", {{"column", mapping.repeated.front()}});
    if (!mapping.columns.contains("name")) return call.words("indicators.import.no_name");
    return {};
}

std::string staged_id(const Call& call) { return std::string(call.request.param("definitions")); }

struct Waiting {
    csv::Table table;
    DefinitionGround ground;
    DefinitionJudgement judgement;
};
// The table that the address names; nothing while the worker reads it, or when it could not be read.
std::optional<Waiting> read_waiting(db::Tx& tx, const Call& call) {
    const auto staged = find_staged_table(tx, call.actor, staged_id(call));
    if (!staged || staged->waiting) return std::nullopt;
    auto table = csv::kept_table(staged->cells, kept_limits);
    if (!table || !fault_of(call, *table).empty()) return std::nullopt;
    DefinitionGround ground = ground_of(tx, call);
    DefinitionJudgement judgement = judge_definitions(ground, call.words, *table);
    return Waiting{*std::move(table), std::move(ground), std::move(judgement)};
}

std::optional<std::int64_t> written_before(const Call& call) {
    const auto text = call.request.query.find("written");
    return text ? foundation::whole_number<std::int64_t>(*text) : std::nullopt;
}

Answer upload_workbook(Call& call, std::string_view bytes) {
    if (bytes.size() > spreadsheet::most_workbook_bytes)
        return refused_file(call, definitions_sentence(call.words, "too_large"));
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const std::string id = call.services.random_hex(16);
        stage_workbook(tx, call.actor, id, bytes, call.now);
        return http::Response::see_other(import_path(call, id));
    });
}

Answer workbook(std::string bytes, std::string_view name) {
    http::Response response;
    response.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    response.body = std::move(bytes);
    response.headers.emplace_back("content-disposition",
                                  "attachment; filename=\"" + std::string(name) + ".xlsx\"");
    return response;
}

std::string_view result_of(const DefinitionLine& line) {
    if (line.refused()) return "refused";
    if (!line.before) return "added";
    return line.changes_something() ? "changed" : "unchanged";
}

void write_line(platform::JsonWriter& json, const DefinitionLine& line) {
    json.begin_object()
        .member("line", static_cast<std::int64_t>(line.number))
        .member("code", line.after.code)
        .member("name", std::string(line.typed.value("name")))
        .member("result", result_of(line))
        .member("figures", static_cast<std::int64_t>(line.figures.size()))
        .key("problems")
        .begin_array();
    for (const html::FieldError& error : line.typed.errors)
        json.begin_object().member("field", error.field).member("why", error.message).end_object();
    json.end_array().key("changes").begin_array();
    for (const DefinitionChange& change : line.changes)
        json.begin_object()
            .member("field", change.field)
            .member("old", change.before)
            .member("new", change.after)
            .end_object();
    json.end_array().end_object();
}

std::string_view state_of(const StagedTable& staged) {
    if (staged.waiting) return "reading";
    return staged.refusal.empty() ? "ready" : "unreadable";
}

}  // namespace

Answer show_definition_import(Call& call) { return import_file_page(call, {}); }

Answer upload_definitions(Call& call) {
    const http::UploadedFile* file = nullptr;
    for (const http::UploadedFile& each : call.form.files)
        if (each.field == "file") file = &each;
    if (file == nullptr || file->bytes.empty())
        return refused_file(call, call.words("indicators.import.no_file"));
    if (spreadsheet::is_workbook(file->bytes)) return upload_workbook(call, file->bytes);
    const auto table = csv::read_table(file->bytes, import_limits);
    if (!table) return refused_file(call, spreadsheet::sentence_of(call.words, table.error()));
    if (std::string fault = fault_of(call, *table); !fault.empty())
        return refused_file(call, std::move(fault));
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const std::string id = call.services.random_hex(16);
        stage_table(tx, call.actor, id, *table);
        return http::Response::see_other(import_path(call, id));
    });
}

Answer show_definition_preview(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto staged = find_staged_table(tx, call.actor, staged_id(call));
        if (!staged) return http::Response::refused(404);
        if (staged->waiting) return import_reading_page(call, staged->job);
        if (!staged->refusal.empty())
            return refused_file(call, definitions_sentence(call.words, staged->refusal));
        if (const auto table = csv::kept_table(staged->cells, kept_limits))
            if (std::string fault = fault_of(call, *table); !fault.empty())
                return refused_file(call, std::move(fault));
        const auto found = read_waiting(tx, call);
        if (!found) return http::Response::refused(404);
        return import_preview_page(call, {.id = call.request.param("definitions"),
                                          .ground = found->ground,
                                          .judgement = found->judgement,
                                          .written = written_before(call)});
    });
}

http::Response definition_preview_json(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        const auto staged = find_staged_table(tx, call.actor, staged_id(call));
        if (!staged) return http::Response::refused(404);
        const auto found = read_waiting(tx, call);
        const DefinitionJudgement judgement = found ? found->judgement : DefinitionJudgement();
        platform::JsonWriter json;
        json.begin_object()
            .member("state", state_of(*staged))
            .member("added", judgement.added)
            .member("changed", judgement.changed)
            .member("unchanged", judgement.unchanged)
            .member("refused", judgement.refused)
            .member("figures", judgement.figures)
            .key("lines")
            .begin_array();
        for (const DefinitionLine& line : judgement.lines) write_line(json, line);
        json.end_array().end_object();
        return http::Response::json(json.take());
    });
}

Answer submit_corrections(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        auto found = read_waiting(tx, call);
        if (!found) return http::Response::refused(404);
        std::vector<Correction> corrections;
        for (const auto& [name, value] : call.form.fields.pairs())
            if (auto cell = corrected_cell(name))
                corrections.push_back({cell->line, std::move(cell->field), value});
        correct(found->table, found->judgement.mapping, corrections);
        if (!save_corrected(tx, call.actor, staged_id(call), found->table))
            return http::Response::refused(404);
        return http::Response::see_other(import_path(call, staged_id(call)));
    });
}

Answer confirm_definitions(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto found = read_waiting(tx, call);
        if (!found) return http::Response::refused(404);
        const std::int64_t written = write_definitions(tx, call.actor, found->judgement, call.now);
        return http::Response::see_other(
            import_path(call, staged_id(call), "?written=" + std::to_string(written)));
    });
}

Answer download_model(Call& call) {
    return in_transaction(
        call, [&](db::Tx& tx) { return workbook(model_workbook(call.words, ground_of(tx, call)), "model"); });
}

Answer export_definitions(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        audit::record(tx, {.council = call.actor.council.value,
                           .account = call.actor.account.value,
                           .act = "indicators.definitions.export",
                           .object_kind = "indicator",
                           .object = "",
                           .detail = "{}"});
        return workbook(definitions_workbook(call.words, ground_of(tx, call)), "indicators");
    });
}

}  // namespace maillage::indicators
