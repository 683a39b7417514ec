#include "domain/indicators/definition_import_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/indicators/sent_table_store.hpp"
#include "domain/indicators/sql.hpp"
#include "platform/csv/kept_table.hpp"

namespace maillage::indicators {
namespace {

namespace csv = platform::csv;
namespace db = platform::db;
using identity::Act;
using identity::Actor;

// The definition and its figures; nothing when somebody else was faster: the next look at the table says so.
bool write_line(db::Tx& tx, const Actor& actor, const DefinitionLine& line, foundation::Instant now) {
    if (!line.before) {
        if (!add_indicator(tx, actor, line.after, now)) return false;
    } else if (!line.changes.empty() &&
               !change_indicator(tx, actor, *line.before, line.after, line.before->version, now)) {
        return false;
    }
    const auto written = find_indicator(tx, actor, line.after.code);
    if (!written) return false;
    for (const Figure& figure : line.figures) enter_figure(tx, actor, *written, figure, now);
    return true;
}

}  // namespace

void stage_table(db::Tx& tx, const Actor& actor, const std::string& id, const csv::Table& table) {
    tx.run(sql::stage_table, actor.council, actor.account, id, csv::kept_text(table));
}

std::optional<StagedTable> find_staged_table(db::Tx& tx, const Actor& actor, std::string_view id) {
    if (!may(actor, Act::edit_indicators)) return std::nullopt;
    return tx.one(
        sql::staged_table_by_id,
        [](db::Row& row) {
            StagedTable staged{.cells = row.text()};
            staged.waiting = row.boolean();
            staged.job = row.int8_or_null().value_or(0);
            staged.refusal = row.text();
            return staged;
        },
        actor.council, actor.account, id);
}

void correct(csv::Table& table, const DefinitionMapping& mapping,
             const std::vector<Correction>& corrections) {
    std::map<std::string, std::size_t> added;
    for (const Correction& one : corrections) {
        const auto line = std::ranges::find(table.lines, one.line, &csv::Table::Line::number);
        if (line == table.lines.end()) continue;
        const auto known = mapping.columns.find(one.field);
        std::size_t column = 0;
        if (known != mapping.columns.end()) {
            column = known->second;
        } else {
            // A field that the file had no column for.
            if (std::ranges::find(definition_columns(), one.field, &DefinitionColumn::field) ==
                definition_columns().end())
                continue;
            const auto [place, is_new] = added.emplace(one.field, table.header.size());
            if (is_new) {
                table.header.push_back(one.field);
                for (csv::Table::Line& each : table.lines) each.cells.emplace_back();
            }
            column = place->second;
        }
        line->cells[column] = one.text;
    }
}

bool save_corrected(db::Tx& tx, const Actor& actor, std::string_view id, const csv::Table& table) {
    return tx.run(sql::correct_staged_table, actor.council, actor.account, id, csv::kept_text(table))
               .affected() == 1;
}

std::int64_t write_definitions(db::Tx& tx, const Actor& actor, const DefinitionJudgement& judgement,
                               foundation::Instant now) {
    // Before anything is noted in the journal: whoever enters figures waits in that order too.
    hold_figures(tx, actor);
    std::int64_t written = 0;
    for (const DefinitionLine& line : judgement.lines)
        if (line.changes_something() && write_line(tx, actor, line, now)) ++written;
    if (written > 0)
        audit::record(tx, {.council = actor.council.value,
                           .account = actor.account.value,
                           .act = "indicators.definitions.import",
                           .object_kind = "indicator",
                           .object = "",
                           .detail = R"({"indicators":)" + std::to_string(written) + "}"});
    return written;
}

void purge(db::Pool& database, foundation::Instant now) {
    database.transaction(db::Context{.reach = db::Context::Reach::system}, [&](db::Tx& tx) {
        tx.run(sql::purge_staged_tables, now - std::chrono::days(staged_table_days));
        purge_sent_tables(tx, now);
    });
}

}  // namespace maillage::indicators
