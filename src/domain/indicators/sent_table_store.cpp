#include "domain/indicators/sent_table_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/indicators/indicator_rows.hpp"
#include "domain/indicators/sql.hpp"
#include "domain/indicators/workbook_job.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_writer.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace jobs = platform::jobs;
using identity::Act;
using identity::Actor;

struct Contents {
    std::optional<db::Bytes> workbook = {};
    std::optional<std::int64_t> job = {};
    std::string_view cells = {};
};

void insert(db::Tx& tx, const Actor& actor, const TableName& name, foundation::Instant now,
            const Contents& contents) {
    tx.run(sql::send_table, name.id, actor.council, actor.account, name.group, now, contents.workbook,
           contents.job, contents.cells);
}

}  // namespace

void send_pasted(db::Tx& tx, const Actor& actor, const TableName& name, std::string_view cells,
                 foundation::Instant now) {
    insert(tx, actor, name, now, {.cells = cells});
}

void send_workbook(db::Tx& tx, const Actor& actor, const TableName& name, std::string_view bytes,
                   foundation::Instant now) {
    platform::JsonWriter payload;
    payload.begin_object().member("table", name.id).end_object();
    const jobs::JobId job = jobs::enqueue(tx,
                                          {.kind = read_workbook_kind,
                                           .payload = payload.take(),
                                           .council = actor.council.value,
                                           .account = actor.account.value},
                                          now);
    insert(tx, actor, name, now, {.workbook = db::Bytes{bytes}, .job = job.value});
}

std::optional<SentTable> find_sent_table(db::Tx& tx, const Actor& actor, const TableName& name) {
    if (!may(actor, Act::fill_indicators)) return std::nullopt;
    return tx.one(
        sql::sent_table_by_id,
        [](db::Row& row) {
            SentTable sent{.cells = row.text(), .waiting = row.boolean()};
            sent.job = row.int8_or_null().value_or(0);
            sent.refusal = row.text();
            sent.written = row.int8_or_null();
            return sent;
        },
        actor.council, actor.account, name.id, name.group);
}

bool note_written(db::Tx& tx, const Actor& actor, const TableName& name, std::int64_t figures) {
    const auto written = tx.one(
        sql::sent_table_written, [](db::Row& row) { return row.text(); }, actor.council, actor.account,
        name.id, figures);
    if (!written) return false;
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = "indicators.table.write",
                       .object_kind = "group",
                       .object = name.group,
                       .detail = R"({"figures":)" + std::to_string(figures) + "}"});
    return true;
}

FiguresByIndicator figures_of_group_at(db::Tx& tx, const Actor& actor, std::string_view group,
                                       foundation::Instant moment) {
    FiguresByIndicator found;
    if (!may(actor, Act::read_indicators)) return found;
    for (FigureRow& row : tx.all(sql::figures_of_group_at, read_figure, actor.council, group, moment))
        found[row.indicator].push_back(std::move(row.figure));
    return found;
}

void purge_sent_tables(db::Tx& tx, foundation::Instant now) {
    tx.run(sql::purge_sent_tables, now - std::chrono::days(sent_table_days));
}

}  // namespace maillage::indicators
