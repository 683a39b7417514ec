#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"

namespace maillage::identity {

// What was done in the actor's council, newest first. Names are put beside pseudonyms here, for those who may
// read the journal; the entries themselves hold none.
struct JournalQuery {
    std::string account;  // public id; empty: everybody
    std::string act;      // as it is written; "strategy." finds every act that begins so
    std::optional<foundation::Date> from, until;
    std::optional<std::int64_t> before;  // entries older than this one
};
struct JournalRow {
    std::int64_t id = 0;
    foundation::Instant at;
    std::optional<std::string> account;  // public id; nothing: the application itself
    std::string name;
    std::string act, object_kind, object;
    bool permitted = true;
    std::string object_name;  // of an account; empty for anything else
    std::string role;         // that a mandate gave; empty for any other act
};
struct JournalPerson {
    std::string account;  // public id
    std::string name;
};
struct JournalRows {
    std::vector<JournalRow> rows;
    std::optional<std::int64_t> next;        // the `before` of the page that follows
    std::vector<JournalPerson> people = {};  // of the council, for the filter
};
JournalRows read_journal(platform::db::Tx& tx, const Actor& actor, const JournalQuery& query);

}  // namespace maillage::identity
