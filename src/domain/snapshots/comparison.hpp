#pragma once

#include <optional>
#include <vector>

#include "domain/snapshots/api.hpp"

// Two snapshots beside each other: what may be said of each indicator, and how the actions moved. Nothing
// here reads the tables of today.
namespace maillage::snapshots {

enum class Outcome : std::uint8_t {
    compared,      // the later figure and the one of the same months of an earlier year
    unlike,        // other months, another perimeter… : the reason says which
    redefined,     // what is counted changed in between: the figures are of two things
    same_figure,   // nothing newer since: both show the same one
    corrected,     // both show the same period, and its figure changed
    withdrawn,     // the earlier one's latest figure is in the later one no more
    no_figure,     // at least one of them has none
    only_later,    // not in the earlier one
    only_earlier,  // no longer in the later one
};
std::string_view name_of(Outcome outcome);

struct IndicatorChange {
    // One at least; both of a pair that is compared.
    const FrozenIndicator* earlier = nullptr;
    const FrozenIndicator* later = nullptr;
    Outcome outcome = Outcome::no_figure;
    std::optional<indicators::Figure> before, after;
    std::optional<indicators::Comparison> made;
    std::optional<indicators::Unlike> why;

    const FrozenIndicator& known() const { return later != nullptr ? *later : *earlier; }
};
// By the rules of the dashboard (indicators/comparison_rules.hpp): the same months, the same perimeter.
IndicatorChange compare(const FrozenIndicator* earlier, const FrozenIndicator* later);

struct ActionChange {
    const FrozenAction* earlier = nullptr;
    const FrozenAction* later = nullptr;

    const FrozenAction& known() const { return later != nullptr ? *later : *earlier; }
    // State, progress or lateness; an action that is new or gone moved too.
    bool moved() const;
};

struct Differences {
    std::vector<IndicatorChange> indicators;  // in the order of the later one, then what it has no longer
    std::vector<ActionChange> actions;        // those that moved, by code
    std::int64_t unmoved = 0;
    Counts before, after;
};
// The contents outlive the answer, which points into them.
Differences differences(const Content& earlier, const Content& later);

}  // namespace maillage::snapshots
