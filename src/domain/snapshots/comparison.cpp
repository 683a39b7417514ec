#include "domain/snapshots/comparison.hpp"

#include <algorithm>

namespace maillage::snapshots {
namespace {

using indicators::Definition;
using indicators::Figure;

// A definition that changed by a word alone is not told from one that changed its subject: neither is
// compared, and the reader, told so, has both texts.
bool counts_the_same(const Definition& earlier, const Definition& later) {
    return earlier.measure == later.measure && earlier.unit == later.unit &&
           earlier.definition == later.definition && earlier.source == later.source &&
           earlier.method == later.method && earlier.computed == later.computed &&
           earlier.police_initiated == later.police_initiated;
}

std::optional<Figure> latest(const FrozenIndicator& frozen) {
    const auto pair = indicators::pair_to_compare(frozen.figures, frozen.indicator.breaks);
    return pair ? std::optional(pair->later) : std::nullopt;
}

// As the earlier one showed it.
const Figure* same_period(const FrozenIndicator& earlier, const Figure& later) {
    const auto found = std::ranges::find_if(earlier.figures, [&](const Figure& figure) {
        return figure.period == later.period && figure.perimeter == later.perimeter;
    });
    return found == earlier.figures.end() ? nullptr : &*found;
}

void compare_figures(IndicatorChange& change) {
    change.before = latest(*change.earlier);
    change.after = latest(*change.later);
    if (!change.before || !change.after) return;
    const Definition &was = change.earlier->indicator.definition, &is = change.later->indicator.definition;
    if (!counts_the_same(was, is)) {
        change.outcome = Outcome::redefined;
        return;
    }
    if (const Figure* shown = same_period(*change.earlier, *change.after)) {
        change.before = *shown;
        if (shown->withheld || change.after->withheld) {
            change.outcome = Outcome::unlike;
            change.why = indicators::Unlike::withheld;
            return;
        }
        const bool same = shown->value == change.after->value && shown->of == change.after->of;
        change.outcome = same ? Outcome::same_figure : Outcome::corrected;
        return;
    }
    if (change.before->period.last_day() > change.after->period.last_day()) {
        change.outcome = Outcome::withdrawn;
        return;
    }
    // Those of the earlier one are among them: a break is never taken back.
    const std::span<const int> breaks = change.later->indicator.breaks;
    std::vector<Figure> both = change.earlier->figures;
    both.push_back(*change.after);
    const auto pair = indicators::pair_to_compare(both, breaks);
    change.outcome = Outcome::unlike;
    if (pair->earlier) change.before = *pair->earlier;
    const auto made = indicators::compare(is.measure, *change.after, *change.before, breaks);
    if (made) {
        change.outcome = Outcome::compared;
        change.made = *made;
    } else {
        change.why = made.error();
    }
}

}  // namespace

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::compared: return "compared";
    case Outcome::unlike: return "unlike";
    case Outcome::redefined: return "redefined";
    case Outcome::same_figure: return "same_figure";
    case Outcome::corrected: return "corrected";
    case Outcome::withdrawn: return "withdrawn";
    case Outcome::no_figure: return "no_figure";
    case Outcome::only_later: return "only_later";
    case Outcome::only_earlier: return "only_earlier";
    }
    __builtin_unreachable();
}

IndicatorChange compare(const FrozenIndicator* earlier, const FrozenIndicator* later) {
    IndicatorChange change{.earlier = earlier, .later = later};
    if (earlier == nullptr) {
        change.outcome = Outcome::only_later;
        change.after = latest(*later);
    } else if (later == nullptr) {
        change.outcome = Outcome::only_earlier;
        change.before = latest(*earlier);
    } else {
        compare_figures(change);
    }
    return change;
}

bool ActionChange::moved() const {
    if (earlier == nullptr || later == nullptr) return true;
    return earlier->state != later->state || earlier->progress != later->progress ||
           earlier->late != later->late;
}

Differences differences(const Content& earlier, const Content& later) {
    Differences found{.before = count(earlier), .after = count(later)};
    for (const FrozenGroup& group : later.groups)
        for (const FrozenIndicator& frozen : group.indicators)
            found.indicators.push_back(
                compare(find_indicator(earlier, frozen.indicator.definition.code), &frozen));
    for (const FrozenGroup& group : earlier.groups)
        for (const FrozenIndicator& frozen : group.indicators)
            if (find_indicator(later, frozen.indicator.definition.code) == nullptr)
                found.indicators.push_back(compare(&frozen, nullptr));
    std::vector<ActionChange> actions;
    for (const FrozenAction& action : later.actions)
        actions.push_back({.earlier = find_action(earlier, action.code), .later = &action});
    for (const FrozenAction& action : earlier.actions)
        if (find_action(later, action.code) == nullptr) actions.push_back({.earlier = &action});
    for (const ActionChange& action : actions) {
        if (action.moved())
            found.actions.push_back(action);
        else
            ++found.unmoved;
    }
    return found;
}

}  // namespace maillage::snapshots
