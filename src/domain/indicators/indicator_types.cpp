#include "domain/indicators/indicator_types.hpp"

#include <array>

namespace maillage::indicators {
namespace {

constexpr std::array kinds{Kind::context, Kind::activity, Kind::result, Kind::impact};
constexpr std::array measures{Measure::count, Measure::share, Measure::percent, Measure::number};
constexpr std::array frequencies{Frequency::month, Frequency::quarter, Frequency::four_months,
                                 Frequency::half_year, Frequency::year};
constexpr std::array directions{Wanted::down, Wanted::up, Wanted::watch};
constexpr std::array standings{Standing::proposed, Standing::active, Standing::retired};
constexpr std::array computed_ones{Computed::actions_on_time, Computed::actions_done, Computed::mean_progress,
                                   Computed::actions_with_recent_news};

template <class Value, std::size_t size>
std::optional<Value> named(const std::array<Value, size>& all, std::string_view name) {
    for (const Value value : all)
        if (name_of(value) == name) return value;
    return std::nullopt;
}

}  // namespace

std::span<const Kind> all_kinds() { return kinds; }
std::span<const Measure> all_measures() { return measures; }
std::span<const Frequency> all_frequencies() { return frequencies; }
std::span<const Wanted> all_wanted() { return directions; }
std::span<const Computed> all_computed() { return computed_ones; }

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::context: return "context";
    case Kind::activity: return "activity";
    case Kind::result: return "result";
    case Kind::impact: return "impact";
    }
    __builtin_unreachable();
}

std::string_view name_of(Measure measure) {
    switch (measure) {
    case Measure::count: return "count";
    case Measure::share: return "share";
    case Measure::percent: return "percent";
    case Measure::number: return "number";
    }
    __builtin_unreachable();
}

std::string_view name_of(Frequency frequency) {
    switch (frequency) {
    case Frequency::month: return "month";
    case Frequency::quarter: return "quarter";
    case Frequency::four_months: return "four_months";
    case Frequency::half_year: return "half_year";
    case Frequency::year: return "year";
    }
    __builtin_unreachable();
}

std::string_view name_of(Wanted wanted) {
    switch (wanted) {
    case Wanted::down: return "down";
    case Wanted::up: return "up";
    case Wanted::watch: return "watch";
    }
    __builtin_unreachable();
}

std::string_view name_of(Standing standing) {
    switch (standing) {
    case Standing::proposed: return "proposed";
    case Standing::active: return "active";
    case Standing::retired: return "retired";
    }
    __builtin_unreachable();
}

std::string_view name_of(Computed computed) {
    switch (computed) {
    case Computed::actions_on_time: return "actions_on_time";
    case Computed::actions_done: return "actions_done";
    case Computed::mean_progress: return "mean_progress";
    case Computed::actions_with_recent_news: return "actions_with_recent_news";
    }
    __builtin_unreachable();
}

std::optional<Kind> kind_named(std::string_view name) { return named(kinds, name); }
std::optional<Measure> measure_named(std::string_view name) { return named(measures, name); }
std::optional<Frequency> frequency_named(std::string_view name) { return named(frequencies, name); }
std::optional<Wanted> wanted_named(std::string_view name) { return named(directions, name); }
std::optional<Standing> standing_named(std::string_view name) { return named(standings, name); }
std::optional<Computed> computed_named(std::string_view name) { return named(computed_ones, name); }

int months_of(Frequency frequency) {
    switch (frequency) {
    case Frequency::month: return 1;
    case Frequency::quarter: return 3;
    case Frequency::four_months: return 4;
    case Frequency::half_year: return 6;
    case Frequency::year: return 12;
    }
    __builtin_unreachable();
}

}  // namespace maillage::indicators
