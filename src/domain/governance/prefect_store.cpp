#include "domain/governance/prefect_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/governance/sql.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

PrefectRecordId read_id(db::Row& row) { return PrefectRecordId(row.int8()); }

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, PrefectRecordId record) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "prefect_record",
                       .object = std::to_string(record.value)});
}

}  // namespace

std::vector<PrefectRecord> prefect_records(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(
        sql::prefect_records,
        [](db::Row& row) {
            return PrefectRecord{
                .id = PrefectRecordId(row.int8()), .told_on = row.date(), .subject = row.text()};
        },
        actor.council);
}

std::optional<PrefectRecordId> add_prefect_record(db::Tx& tx, const Actor& actor, foundation::Date told_on,
                                                  std::string_view subject) {
    if (!may(actor, Act::edit_governance)) return std::nullopt;
    const PrefectRecordId id =
        tx.single(sql::add_prefect_record, read_id, actor.council, told_on, subject, actor.account);
    note_act(tx, actor, "governance.prefect_record.add", id);
    return id;
}

bool set_presence(db::Tx& tx, const Actor& actor, PrefectRecordId record, RecordPresence presence) {
    const bool withdrawn = presence == RecordPresence::withdrawn;
    if (!may(actor, Act::edit_governance) ||
        !tx.one(sql::set_prefect_record_withdrawn, read_id, actor.council, record, withdrawn))
        return false;
    note_act(tx, actor,
             withdrawn ? "governance.prefect_record.withdraw" : "governance.prefect_record.restore", record);
    return true;
}

}  // namespace maillage::governance
