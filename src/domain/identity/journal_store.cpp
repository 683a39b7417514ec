#include "domain/identity/journal_store.hpp"

#include "domain/identity/sql.hpp"

namespace maillage::identity {
namespace {

constexpr std::size_t rows_a_page = 50;

JournalRow read_row(platform::db::Row& row) {
    JournalRow entry{.id = row.int8()};
    entry.at = row.instant();
    entry.account = row.text_or_null();
    entry.name = row.text();
    entry.act = row.text();
    entry.object_kind = row.text();
    entry.object = row.text();
    entry.permitted = row.boolean();
    entry.object_name = row.text();
    entry.role = row.text();
    return entry;
}

JournalPerson read_person(platform::db::Row& row) {
    JournalPerson person{.account = row.text()};
    person.name = row.text();
    return person;
}

}  // namespace

JournalRows read_journal(platform::db::Tx& tx, const Actor& actor, const JournalQuery& query) {
    if (!may(actor, Act::read_audit)) return {};
    JournalRows found{.rows = tx.all(sql::journal, read_row, actor.council, query.account, query.act,
                                     query.from, query.until, query.before, rows_a_page + 1),
                      .next = {},
                      .people = {}};
    found.people = tx.all(sql::journal_people, read_person, actor.council);
    if (found.rows.size() > rows_a_page) {
        found.rows.pop_back();
        found.next = found.rows.back().id;
    }
    return found;
}

}  // namespace maillage::identity
