#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicators/period_types.hpp"
#include "foundation/date.hpp"
#include "foundation/strong_id.hpp"

namespace maillage::indicators {

using IndicatorId = foundation::StrongId<struct IndicatorIdTag>;

// What it tells of (Guide de l'évaluation des politiques locales de prévention, 2011): the situation, what
// was done, what came of it, and what that changed for people.
enum class Kind : std::uint8_t { context, activity, result, impact };

// What its values are, and therefore what may be said of two of them.
enum class Measure : std::uint8_t {
    count,    // facts, one by one: exact Poisson intervals
    share,    // so many of so many: both are entered, the share is computed
    percent,  // a share printed by its source without the counts behind it: no interval can be computed
    number    // any other quantity
};
enum class Frequency : std::uint8_t { month, quarter, four_months, half_year, year };
// Where the council wants it to go. "Watch": a rise may be good or bad news (more complaints filed).
enum class Wanted : std::uint8_t { down, up, watch };
// Proposed until its group agreed on it by a decision (EVA-1); retired, it keeps its values.
enum class Standing : std::uint8_t { proposed, active, retired };
// Read from the strategy each time it is shown, instead of being entered.
enum class Computed : std::uint8_t { actions_on_time, actions_done, mean_progress, actions_with_recent_news };

std::span<const Kind> all_kinds();
std::span<const Measure> all_measures();
std::span<const Frequency> all_frequencies();
std::span<const Wanted> all_wanted();
std::span<const Computed> all_computed();

// Stable names: in the database, the data files, the addresses and the exports.
std::string_view name_of(Kind kind);
std::string_view name_of(Measure measure);
std::string_view name_of(Frequency frequency);
std::string_view name_of(Wanted wanted);
std::string_view name_of(Standing standing);
std::string_view name_of(Computed computed);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Measure> measure_named(std::string_view name);
std::optional<Frequency> frequency_named(std::string_view name);
std::optional<Wanted> wanted_named(std::string_view name);
std::optional<Standing> standing_named(std::string_view name);
std::optional<Computed> computed_named(std::string_view name);

int months_of(Frequency frequency);

// Why a reader is not given a value (small_counts_rules.hpp).
struct Withheld {
    enum class Why : std::uint8_t {
        small,      // a count of persons or facts below the threshold of the reader's audience
        gives_away  // with others that are shown, it would tell such a count
    } why = Why::small;
    int below = 0;

    friend bool operator==(const Withheld&, const Withheld&) = default;
};

// What an indicator is: everything that a reader needs to judge one of its figures.
struct Definition {
    std::string code;   // "avip": in addresses, /{council}/indicators/{code}
    std::string group;  // code of strategy's working group; empty: the whole council's
    std::string name, name_en;
    std::string definition, definition_en;
    Kind kind = Kind::activity;
    Measure measure = Measure::count;
    std::string unit, unit_en;      // "faits", "personnes"
    std::string source, source_en;  // who counts, in which file
    Frequency frequency = Frequency::year;
    std::string owner;  // key of the organisation of the directory that gives the values
    std::optional<double> baseline, target;
    std::optional<Period> baseline_period;
    std::optional<foundation::Date> target_by;
    Wanted wanted = Wanted::watch;
    std::string method, method_en;  // how it is counted
    std::string limits, limits_en;  // what it does not say
    std::optional<Computed> computed;
    bool police_initiated = false;        // counts the activity of a service, not facts suffered (R-STA-5)
    std::string perimeter, perimeter_en;  // "commune de Laval"; empty: unknown, and printed as unknown
    std::optional<Withheld> baseline_withheld = {};  // then there is no baseline here

    friend bool operator==(const Definition&, const Definition&) = default;
};

struct Indicator {
    IndicatorId id{0};
    Definition definition;
    std::string owner_name;                // of the organisation that gives the values
    std::optional<std::int64_t> owner_id;  // the same in the directory
    bool owner_ended = false;              // archived there: it gives nothing any more
    Standing standing = Standing::proposed;
    std::optional<foundation::Date> agreed_on;
    std::string agreed_in;    // the decision's number or title: "Décision 3"
    std::string agreed_body;  // code of governance's body in whose meeting it was taken; empty: a data file
    // Months (as Period counts them) from which values mean something else than before, in order.
    std::vector<int> breaks;
    int version = 1;  // of its definition

    bool has_owner() const { return !definition.owner.empty() && !owner_ended; }
};

// One value, for one period and perimeter.
struct Figure {
    Period period = Period::year(2000);
    std::string perimeter;
    double value = 0;          // of a share, the part
    std::optional<double> of;  // of a share, the whole
    std::string of_perimeter;  // of a share, the perimeter of the whole: the same, or it is no share
    bool provisional = false;
    std::string note, source_line, author;
    std::optional<Withheld> withheld = {};  // then the value is not a number, and nothing else tells it

    // What is drawn and compared with a target: of a share, in per cent.
    double shown() const { return of ? 100 * value / *of : value; }
    friend bool operator==(const Figure&, const Figure&) = default;
};

}  // namespace maillage::indicators
