#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/indicators/comparison_rules.hpp"
#include "domain/indicators/group_set_rules.hpp"
#include "domain/indicators/indicator_store.hpp"
#include "domain/strategy/api.hpp"

namespace maillage::indicators {

// An indicator with all that a page says of it to its reader.
struct Reading {
    Indicator indicator;
    std::vector<Figure> figures;  // of a computed one: today's alone
    std::optional<Pair> pair;     // the latest figure and its like; nothing without figures
    std::vector<Period> missing;  // not entered yet
    std::optional<int> below =
        {};  // small counts are not given (small_counts.hpp); who enters them reads them

    Measure measure() const;
};

// A group, or the council (empty code).
struct Section {
    strategy::WorkingGroup group;
    std::vector<Reading> readings;  // without the retired ones
    SetJudgement judged;            // of a group
};

// The dashboard: the council's section first, then one a group, with or without indicators.
std::vector<Section> read_board(platform::db::Tx& tx, const identity::Call& call);
// The same without the figures themselves: what the dashboard and the list of what is missing show. What the
// figures say is read once for each of their revisions.
std::vector<Section> read_summary(platform::db::Tx& tx, const identity::Call& call);
// Changes whenever the dashboard may.
std::string version_of_board(platform::db::Tx& tx, const identity::Call& call);

// Nothing for a group that is none; "council" for the council's own.
inline constexpr std::string_view council_section = "council";
std::optional<Section> read_section(platform::db::Tx& tx, const identity::Call& call, std::string_view group);
// The same with who entered each figure: for who is about to write over it.
std::optional<Section> read_section_to_fill(platform::db::Tx& tx, const identity::Call& call,
                                            std::string_view group);
std::optional<Reading> read_one(platform::db::Tx& tx, const identity::Call& call, std::string_view code);

}  // namespace maillage::indicators
