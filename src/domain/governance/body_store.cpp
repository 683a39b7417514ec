#include "domain/governance/api.hpp"
#include "domain/governance/next_slot_rules.hpp"
#include "domain/governance/sql.hpp"
#include "foundation/check.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

template <class Value>
Value known(std::optional<Value> value) {
    foundation::check(value.has_value(), "a stored word is one of its list");
    return *value;
}

Body read_body(db::Row& row) {
    Body body{.id = BodyId(row.int8()), .code = row.text()};
    body.kind = known(body_kind_named(row.text()));
    body.name = row.text();
    body.name_en = row.text();
    body.purpose = row.text();
    body.purpose_en = row.text();
    body.chaired_by = row.text();
    body.legal_gap_months = row.int8_or_null();
    body.legal_article = row.text();
    body.rhythm = known(rhythm_named(row.text()));
    body.month = row.int8_or_null();
    body.source = row.text();
    body.strategy_group = row.text_or_null();
    body.members = row.int8();
    body.quorum_percent = row.int8_or_null();
    body.quorum_source = row.text();
    return body;
}

}  // namespace

std::vector<Body> bodies(db::Tx& tx, const Actor& actor, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(sql::bodies_of_council, read_body, actor.council, today);
}

BodyCounts count_bodies(db::Tx& tx, const Actor& actor, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.single(
        sql::count_bodies,
        [](db::Row& row) {
            const std::int64_t all = row.int8();
            return BodyCounts{.bodies = all, .members = row.int8()};
        },
        actor.council, today);
}

std::optional<Body> find_body(db::Tx& tx, const Actor& actor, std::string_view code, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return std::nullopt;
    return tx.one(sql::body_by_code, read_body, actor.council, code, today);
}

std::vector<ExpectedMeeting> expected_meetings(const std::vector<Body>& bodies, foundation::Date today) {
    std::vector<ExpectedMeeting> expected;
    for (const Body& body : bodies) {
        const auto month = body.month ? std::optional(static_cast<unsigned>(*body.month)) : std::nullopt;
        if (const auto slot = next_slot(body.rhythm, month, today))
            expected.push_back({.body = body, .from = slot->from, .to = slot->to});
    }
    return expected;
}

std::int64_t supposed_seats(db::Tx& tx, const Actor& actor, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return 0;
    return tx.single(sql::supposed_seats, [](db::Row& row) { return row.int8(); }, actor.council, today);
}

std::vector<SeatFound> seats_of_today(db::Tx& tx, const Actor& actor, foundation::Date today) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(
        sql::members_of_council,
        [](db::Row& row) {
            return SeatFound{.function = row.text(),
                             .body = row.text(),
                             .body_name = row.text(),
                             .body_name_en = row.text(),
                             .organisation = row.text(),
                             .organisation_short = row.text()};
        },
        actor.council, today);
}

}  // namespace maillage::governance
