#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/directory/api.hpp"
#include "domain/governance/body_types.hpp"
#include "domain/identity/api.hpp"
#include "platform/db/tx.hpp"
#include "platform/toml/data_file.hpp"

namespace maillage::governance {

using BodyId = foundation::StrongId<struct BodyIdTag>;
using MemberId = foundation::StrongId<struct MemberIdTag>;

struct Body {
    BodyId id{0};
    std::string code;  // "g1": in addresses, /{council}/bodies/{code}
    BodyKind kind = BodyKind::plenary;
    std::string name, name_en, purpose, purpose_en, chaired_by;
    std::optional<std::int64_t> legal_gap_months;
    std::string legal_article;
    Rhythm rhythm = Rhythm::as_needed;
    std::optional<std::int64_t> month;  // of a yearly meeting
    std::string source;
    std::optional<std::string> strategy_group;   // code of strategy's working group
    std::int64_t members = 0;                    // today
    std::optional<std::int64_t> quorum_percent;  // of the seats that vote; nothing until the council sets it
    std::string quorum_source;
};
// In the order of the data file; empty for an actor who may not read the governance (Act::read_governance).
std::vector<Body> bodies(platform::db::Tx& tx, const identity::Actor& actor, foundation::Date today);
// How many bodies there are and how many seats are held today; nothing for an actor who may not read them.
struct BodyCounts {
    std::int64_t bodies = 0, members = 0;
};
BodyCounts count_bodies(platform::db::Tx& tx, const identity::Actor& actor, foundation::Date today);
std::optional<Body> find_body(platform::db::Tx& tx, const identity::Actor& actor, std::string_view code,
                              foundation::Date today);

// A function that sits today, and where: what a search looks through.
struct SeatFound {
    std::string function, body, body_name, body_name_en, organisation, organisation_short;
};
std::vector<SeatFound> seats_of_today(platform::db::Tx& tx, const identity::Actor& actor,
                                      foundation::Date today);

// A body that has a rhythm, and the first and last days between which it is to meet next. Meetings
// themselves are not recorded yet: no date is known. In the order of the bodies.
struct ExpectedMeeting {
    Body body;
    foundation::Date from, to;
};
std::vector<ExpectedMeeting> expected_meetings(const std::vector<Body>& bodies, foundation::Date today);
// Seats of today that no document names; nothing for an actor who may not read them.
std::int64_t supposed_seats(platform::db::Tx& tx, const identity::Actor& actor, foundation::Date today);

// Whether the council has any, for the commands that load its files.
bool any_body(platform::db::Tx& tx, territory::CouncilId council);

struct LoadReport {
    int bodies = 0, members = 0;
};
// Bodies and members of a data file (data/councils/*/bodies.toml); organisations and the strategy come first.
// Bodies are added or brought up to date, members that are not there yet are added; `accounts` finds the
// account that has a mail address, for the files that name one.
using Accounts = std::function<std::optional<identity::AccountId>(const std::string& email)>;
std::expected<LoadReport, std::vector<platform::toml::Problem>> load_bodies(
    platform::db::Tx& tx, territory::CouncilId council, std::string_view toml, const Accounts& accounts = {},
    territory::Inventions inventions = territory::Inventions::kept);

}  // namespace maillage::governance
