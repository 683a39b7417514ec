#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/territory/council_rules.hpp"
#include "foundation/date.hpp"
#include "foundation/strong_id.hpp"
#include "platform/db/tx.hpp"
#include "platform/toml/data_file.hpp"

namespace maillage::territory {

using CouncilId = foundation::StrongId<struct CouncilIdTag>;
using ZoneId = foundation::StrongId<struct ZoneIdTag>;

struct Council {
    CouncilId id;
    std::string slug;  // "laval": first segment of every path
    std::string name;
    std::string kind;  // "clspd" or "cispd"
    bool demonstration = false;
};

// Whether this installation serves a demonstration: its pages say so, to visitors too.
bool any_demonstration(platform::db::Tx& tx);
// Their names are public.
std::vector<std::string> council_names(platform::db::Tx& tx);
std::optional<Council> find_council(platform::db::Tx& tx, std::string_view slug);

struct NewCouncil {
    std::string slug, name, kind;
    bool demonstration = false;
};
// Creates the council, or brings the one with this slug up to date. Under the application's own context.
CouncilId save_council(platform::db::Tx& tx, const NewCouncil& council);

// Data files mark what was invented for the demonstration: a real council gets none of it.
enum class Inventions : std::uint8_t { kept, left_out };

struct LoadReport {
    int communes = 0, zonings = 0, zones = 0, thresholds = 0;
};
using LoadProblems = std::vector<platform::toml::Problem>;
// The council that a territory file describes, for whoever creates it before loading the rest.
std::expected<NewCouncil, LoadProblems> council_of_file(std::string_view toml);
// Communes, zonings and legal thresholds of a file: added or brought up to date, never removed. Nothing is
// written when the file has a problem.
std::expected<LoadReport, LoadProblems> load(platform::db::Tx& tx, CouncilId council, std::string_view toml);

struct Commune {
    std::string code, name;
    std::vector<std::string> aliases;  // other spellings; join by code
    std::int64_t population = 0;
    std::optional<std::string> standing;  // "member", "associated", "proposed"; nothing: not of the council
    PriorityNeighbourhood qpv = PriorityNeighbourhood::absent;
};
// In the file's order: the council's own commune first.
std::vector<Commune> communes(platform::db::Tx& tx, CouncilId council, foundation::Date on);

// Communes that sit in the council on that day.
std::int64_t count_members(platform::db::Tx& tx, CouncilId council, foundation::Date on);

struct Zone {
    ZoneId id;
    std::string key;  // of the data file: "saint-nicolas"
    std::optional<std::string> code;
    std::string name;
    std::string standing;  // "zone", or "watch" (veille)
    std::optional<std::int64_t> population;
    std::string commune_code;
    std::string zoning, kind;  // "qpv-2024", "qpv"
    bool schematic = true;
};
// Of the zonings that are in force on that day: what filters offer.
std::vector<Zone> zones(platform::db::Tx& tx, CouncilId council, foundation::Date on);

}  // namespace maillage::territory
