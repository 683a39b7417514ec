#include "domain/audit/api.hpp"
#include "domain/indicators/entry_grid.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_routes.hpp"
#include "domain/indicators/table_pages.hpp"
#include "domain/indicators/workbook_job.hpp"
#include "foundation/text.hpp"
#include "platform/json_writer.hpp"
#include "platform/spreadsheet/refusal_words.hpp"

// Figures entered at once: in the grid, by a workbook that comes back, by a table that is pasted.
namespace maillage::indicators {
namespace {

namespace csv = platform::csv;
namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

enum class For : std::uint8_t { reading, writing };

// The group that the address names, or the council, with the rows that one fills; 404 without any.
template <For purpose = For::reading, class Work>
auto on_grid(Call& call, Work&& work) {
    using Result = std::invoke_result_t<Work, db::Tx&, const Section&, const Grid&>;
    return in_transaction(call, [&](db::Tx& tx) -> Result {
        if constexpr (purpose == For::writing) hold_figures(tx, call.actor);
        const auto section = read_section_to_fill(tx, call, call.request.param("group"));
        if (!section) return http::Response::refused(404);
        const Grid grid = grid_of(call, *section);
        if (grid.empty()) return http::Response::refused(404);
        return work(tx, *section, grid);
    });
}

Answer back_to(const Call& call, const Section& section) {
    return http::Response::see_other(section.group.code.empty() ? call.path("/dashboard")
                                                                : group_path(call, section.group));
}

// Every entry, or nothing: the audit of each is in the same transaction.
bool write_all(db::Tx& tx, const Call& call, const std::vector<GridEntry>& entries) {
    for (const GridEntry& entry : entries)
        if (!enter_figure(tx, call.actor, *entry.indicator, entry.figure, call.now)) return false;
    return true;
}

Answer refuse_table(Call& call, const Section& section, const Grid& grid, const char* field,
                    std::string why) {
    html::FormState state = state_of(call.words, grid);
    state.values.add("pasted", std::string(call.form.fields.get("pasted")));
    state.refuse(field, std::move(why), call.words("indicators.table.panel"));
    return entry_page(call, section, grid, state);
}

std::string csv_sentence(const platform::i18n::Words& words, csv::CsvRefusal refusal) {
    switch (refusal) {
    case csv::CsvRefusal::too_big:
    case csv::CsvRefusal::too_many_rows:
    case csv::CsvRefusal::too_many_columns:
    case csv::CsvRefusal::cell_too_long:
        return words("indicators.table.pasted_too_much",
                     {{"rows", words.number(static_cast<std::int64_t>(table_limits.rows))},
                      {"columns", words.number(static_cast<std::int64_t>(table_limits.columns))}});
    case csv::CsvRefusal::empty:
    case csv::CsvRefusal::not_text:
    case csv::CsvRefusal::utf_16:
    case csv::CsvRefusal::broken_utf_8:
    case csv::CsvRefusal::unclosed_quote:
    case csv::CsvRefusal::text_after_quote: break;
    }
    return words("indicators.table.pasted_unreadable");
}

const http::UploadedFile* sent_file(const Call& call) {
    for (const http::UploadedFile& file : call.form.files)
        if (file.field == "file" && !file.bytes.empty()) return &file;
    return nullptr;
}

struct Opened {
    TableName name;
    SentTable sent;
    csv::Table table;
    FiguresByIndicator base;
};

// The table that the address names, and the figures of when it was made.
std::optional<Opened> open_table(db::Tx& tx, const Call& call, const Section& section) {
    Opened opened{.name = {.id = std::string(call.request.param("table")), .group = section.group.code},
                  .sent = {},
                  .table = {},
                  .base = {}};
    auto sent = find_sent_table(tx, call.actor, opened.name);
    if (!sent) return std::nullopt;
    opened.sent = *std::move(sent);
    if (opened.sent.waiting || !opened.sent.refusal.empty()) return opened;
    auto table = table_of(opened.sent.cells);
    if (!table) return std::nullopt;
    opened.table = *std::move(table);
    if (const auto moment = moment_of(opened.table))
        opened.base = figures_of_group_at(tx, call.actor, section.group.code, *moment);
    return opened;
}

TableJudgement judged(const Call& call, const Section& section, const Opened& opened,
                      const http::Fields& corrections) {
    return judge_table(
        call, {.section = section, .table = opened.table, .corrections = corrections, .base = opened.base});
}

std::string_view name_of(CellResult result) {
    switch (result) {
    case CellResult::same: return "same";
    case CellResult::added: return "added";
    case CellResult::changed: return "changed";
    case CellResult::conflict: return "conflict";
    case CellResult::refused: return "refused";
    }
    __builtin_unreachable();
}

}  // namespace

Answer show_entry(Call& call) {
    return on_grid(call, [&](db::Tx&, const Section& section, const Grid& grid) -> Answer {
        return entry_page(call, section, grid, state_of(call.words, grid));
    });
}

Answer submit_entry(Call& call) {
    return on_grid<For::writing>(call, [&](db::Tx& tx, const Section& section, const Grid& grid) -> Answer {
        html::FormState state;
        const std::vector<GridEntry> entries = read_grid(call, grid, state);
        if (!state.valid()) return entry_page(call, section, grid, state);
        return write_all(tx, call, entries) ? back_to(call, section) : Answer(http::Response::refused(404));
    });
}

Answer export_entry(Call& call) {
    return on_grid(call, [&](db::Tx& tx, const Section& section, const Grid& grid) -> Answer {
        audit::record(tx, {.council = call.actor.council.value,
                           .account = call.actor.account.value,
                           .act = "indicators.table.export",
                           .object_kind = "group",
                           .object = section.group.code});
        http::Response response;
        response.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.body = workbook_of(call, grid);
        const std::string file = section.group.code.empty() ? "conseil" : section.group.code;
        response.headers.emplace_back("content-disposition",
                                      "attachment; filename=\"indicateurs-" + file + ".xlsx\"");
        return response;
    });
}

Answer send_table(Call& call) {
    return on_grid(call, [&](db::Tx& tx, const Section& section, const Grid& grid) -> Answer {
        const TableName name{.id = call.services.random_hex(16), .group = section.group.code};
        const std::string_view pasted = call.form.fields.get("pasted");
        const auto& words = call.words;
        if (const http::UploadedFile* file = sent_file(call)) {
            if (!platform::spreadsheet::is_workbook(file->bytes))
                return refuse_table(call, section, grid, "file",
                                    workbook_sentence(words, "not_a_spreadsheet"));
            if (file->bytes.size() > platform::spreadsheet::most_workbook_bytes)
                return refuse_table(call, section, grid, "file", workbook_sentence(words, "too_large"));
            send_workbook(tx, call.actor, name, file->bytes, call.now);
            return http::Response::see_other(table_path(call, section, name.id));
        }
        if (foundation::trimmed(pasted).empty())
            return refuse_table(call, section, grid, "file", words("indicators.table.nothing_sent"));
        const auto table = csv::read_table(pasted, table_limits);
        if (!table)
            return refuse_table(call, section, grid, "pasted", csv_sentence(words, table.error().kind));
        if (table->lines.empty() && table->ragged.empty())
            return refuse_table(call, section, grid, "pasted", words("indicators.table.pasted_unreadable"));
        send_pasted(tx, call.actor, name, pasted, call.now);
        return http::Response::see_other(table_path(call, section, name.id));
    });
}

Answer show_table(Call& call) {
    return on_grid(call, [&](db::Tx& tx, const Section& section, const Grid& grid) -> Answer {
        const auto opened = open_table(tx, call, section);
        if (!opened) return http::Response::refused(404);
        if (opened->sent.waiting) return waiting_page(call, section, opened->sent);
        if (!opened->sent.refusal.empty())
            return refuse_table(call, section, grid, "file",
                                workbook_sentence(call.words, opened->sent.refusal));
        const TableJudgement found = judged(call, section, *opened, {});
        if (found.count(CellResult::refused) + found.problems.size() > most_corrections)
            return refuse_table(
                call, section, grid, "file",
                call.words("indicators.table.too_wrong",
                           {{"most", call.words.number(static_cast<std::int64_t>(most_corrections))}}));
        return table_page(
            call,
            {.section = section, .id = opened->name.id, .sent = opened->sent, .judged = found, .state = {}});
    });
}

http::Response table_json(Call& call) {
    return on_grid(call, [&](db::Tx& tx, const Section& section, const Grid&) -> http::Response {
        const auto opened = open_table(tx, call, section);
        if (!opened) return http::Response::refused(404);
        const TableJudgement found = judged(call, section, *opened, {});
        platform::JsonWriter json;
        json.begin_object()
            .member("waiting", opened->sent.waiting)
            .member("refusal", opened->sent.refusal)
            .key("cells")
            .begin_array();
        for (const TableCell& cell : found.cells)
            json.begin_object()
                .member("indicator", cell.cell.reading->indicator.definition.code)
                .member("period", written(cell.cell.period))
                .member("result", name_of(cell.result))
                .member("typed", cell.typed.value)
                .end_object();
        json.end_array().key("problems").begin_array();
        for (const LineProblem& problem : found.problems)
            json.begin_object()
                .member("field", problem.field)
                .member("typed", problem.typed)
                .member("why", in_words(call.words, problem))
                .end_object();
        json.end_array().end_object();
        return http::Response::json(json.take());
    });
}

Answer confirm_table(Call& call) {
    return on_grid<For::writing>(call, [&](db::Tx& tx, const Section& section, const Grid&) -> Answer {
        const auto opened = open_table(tx, call, section);
        if (!opened || opened->sent.waiting || !opened->sent.refusal.empty() || opened->sent.written)
            return http::Response::refused(404);
        const TableJudgement found = judged(call, section, *opened, call.form.fields);
        html::FormState state;
        refuse_problems(call.words, found, state);
        if (!state.valid()) {
            for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
            return table_page(call, {.section = section,
                                     .id = opened->name.id,
                                     .sent = opened->sent,
                                     .judged = found,
                                     .state = state});
        }
        std::vector<GridEntry> entries;
        for (const TableCell& cell : found.cells) {
            const bool write = cell.result == CellResult::added || cell.result == CellResult::changed ||
                               (cell.result == CellResult::conflict && cell.mine);
            if (write) entries.push_back({.indicator = &cell.cell.reading->indicator, .figure = *cell.after});
        }
        if (!note_written(tx, call.actor, opened->name, std::ssize(entries)) || !write_all(tx, call, entries))
            return http::Response::refused(404);
        return http::Response::see_other(table_path(call, section, opened->name.id));
    });
}

}  // namespace maillage::indicators
