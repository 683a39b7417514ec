#include "domain/snapshots/snapshot_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/snapshots/audience.hpp"
#include "domain/snapshots/content_json.hpp"
#include "domain/snapshots/sql.hpp"
#include "foundation/check.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::snapshots {
namespace {

namespace db = platform::db;
using identity::Act;

Head read_head(db::Row& row) {
    Head head{.number = row.int8(), .title = row.text()};
    const auto occasion = occasion_named(row.text());
    foundation::check(occasion.has_value(), "a stored occasion is one of the list");
    head.occasion = *occasion;
    head.meeting_on = row.date_or_null();
    head.taken_at = row.instant();
    head.author = row.text();
    head.fingerprint = row.text();
    for (std::string* text : {&head.body, &head.body_name, &head.body_name_en}) *text = row.text();
    return head;
}

Snapshot read_snapshot(db::Row& row) {
    Head head = read_head(row);
    auto content = read_content(row.text());
    foundation::check(content.has_value(), "a snapshot that was kept can be read");
    return {.head = std::move(head), .content = *std::move(content)};
}

// A head tells of small counts by its fingerprint alone.
Head given(Head head, const std::optional<int>& below) {
    if (below) head.fingerprint.clear();
    return head;
}

bool is_whole(const Content& content) {
    const auto withheld = [](const indicators::Figure& figure) { return figure.withheld.has_value(); };
    return std::ranges::none_of(content.groups, [&](const FrozenGroup& group) {
        return std::ranges::any_of(group.indicators, [&](const FrozenIndicator& frozen) {
            return frozen.said_withheld || frozen.indicator.definition.baseline_withheld ||
                   std::ranges::any_of(frozen.figures, withheld);
        });
    });
}

}  // namespace

std::string_view name_of(Occasion occasion) {
    switch (occasion) {
    case Occasion::plenary: return "plenary";
    case Occasion::restricted: return "restricted";
    case Occasion::other: return "other";
    }
    __builtin_unreachable();
}

std::optional<Occasion> occasion_named(std::string_view name) {
    for (const Occasion occasion : {Occasion::plenary, Occasion::restricted, Occasion::other})
        if (name_of(occasion) == name) return occasion;
    return std::nullopt;
}

std::vector<MeetingBody> meeting_bodies(db::Tx& tx, const identity::Actor& actor) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(
        sql::bodies_that_meet,
        [](db::Row& row) {
            MeetingBody body{.code = row.text()};
            body.occasion = occasion_named(row.text()).value_or(Occasion::other);
            body.name = row.text();
            body.name_en = row.text();
            return body;
        },
        actor.council);
}

std::vector<Head> snapshot_list(db::Tx& tx, const identity::Actor& actor) {
    if (!may(actor, Act::read_indicators)) return {};
    const auto below = indicators::small_counts_below(tx, actor);
    return tx.all(
        sql::snapshots_of_council, [&](db::Row& row) { return given(read_head(row), below); }, actor.council);
}

std::optional<Head> snapshot_head(db::Tx& tx, const identity::Actor& actor, std::int64_t number) {
    if (!may(actor, Act::read_indicators)) return std::nullopt;
    const auto below = indicators::small_counts_below(tx, actor);
    return tx.one(
        sql::head_by_number, [&](db::Row& row) { return given(read_head(row), below); }, actor.council,
        number);
}

std::optional<Snapshot> snapshot(db::Tx& tx, const identity::Actor& actor, std::int64_t number) {
    if (!may(actor, Act::read_indicators)) return std::nullopt;
    auto found = tx.one(sql::snapshot_by_number, read_snapshot, actor.council, number);
    if (const auto below = indicators::small_counts_below(tx, actor); found && below) guard(*found, *below);
    return found;
}

std::optional<std::int64_t> take_snapshot(db::Tx& tx, const identity::Actor& actor, const NewSnapshot& wanted,
                                          const Content& content, foundation::Instant now) {
    if (!may(actor, Act::take_snapshots)) return std::nullopt;
    foundation::check(is_whole(content), "what is frozen holds every count");
    const std::string document = write_content(content), fingerprint = platform::crypto::sha256(document);
    const std::int64_t number = tx.single(
        sql::add_snapshot, [](db::Row& row) { return row.int8(); }, actor.council, wanted.title,
        name_of(wanted.occasion), wanted.meeting_on, now, actor.account, actor.display_name, document,
        db::Bytes{fingerprint}, wanted.body);
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = "snapshots.snapshot.take",
                       .object_kind = "snapshot",
                       .object = std::to_string(number)});
    return number;
}

}  // namespace maillage::snapshots
