#include "domain/indicators/indicator_words.hpp"

#include <cmath>

#include "domain/indicators/small_counts.hpp"

namespace maillage::indicators {

using platform::i18n::Words;

std::string in_words(const Words& words, Kind kind) {
    switch (kind) {
    case Kind::context: return words("indicators.kind.context");
    case Kind::activity: return words("indicators.kind.activity");
    case Kind::result: return words("indicators.kind.result");
    case Kind::impact: return words("indicators.kind.impact");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Measure measure) {
    switch (measure) {
    case Measure::count: return words("indicators.measure.count");
    case Measure::share: return words("indicators.measure.share");
    case Measure::percent: return words("indicators.measure.percent");
    case Measure::number: return words("indicators.measure.number");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Frequency frequency) {
    switch (frequency) {
    case Frequency::month: return words("indicators.frequency.month");
    case Frequency::quarter: return words("indicators.frequency.quarter");
    case Frequency::four_months: return words("indicators.frequency.four_months");
    case Frequency::half_year: return words("indicators.frequency.half_year");
    case Frequency::year: return words("indicators.frequency.year");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Wanted wanted) {
    switch (wanted) {
    case Wanted::down: return words("indicators.wanted.down");
    case Wanted::up: return words("indicators.wanted.up");
    case Wanted::watch: return words("indicators.wanted.watch");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Standing standing) {
    switch (standing) {
    case Standing::proposed: return words("indicators.standing.proposed");
    case Standing::active: return words("indicators.standing.active");
    case Standing::retired: return words("indicators.standing.retired");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Computed computed) {
    switch (computed) {
    case Computed::actions_on_time: return words("indicators.computed.actions_on_time");
    case Computed::actions_done: return words("indicators.computed.actions_done");
    case Computed::mean_progress: return words("indicators.computed.mean_progress");
    case Computed::actions_with_recent_news: return words("indicators.computed.actions_with_recent_news");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, engine::Certainty certainty) {
    switch (certainty) {
    case engine::Certainty::none: return words("indicators.certainty.none");
    case engine::Certainty::low: return words("indicators.certainty.low");
    case engine::Certainty::medium: return words("indicators.certainty.medium");
    case engine::Certainty::high: return words("indicators.certainty.high");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, SetFault fault, const SetJudgement& judged) {
    switch (fault) {
    case SetFault::too_few: return words.plural("indicators.set.too_few", judged.active);
    case SetFault::too_many: return words.plural("indicators.set.too_many", judged.active);
    case SetFault::no_activity: return words("indicators.set.no_activity");
    case SetFault::no_result: return words("indicators.set.no_result");
    case SetFault::not_agreed: return words.plural("indicators.set.not_agreed", judged.proposed);
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Unlike why, const Figure& later, const Figure& earlier) {
    const auto perimeter = [&](const std::string& named) {
        return named.empty() ? words("indicators.perimeter.unknown") : named;
    };
    switch (why) {
    case Unlike::periods:
        return words("indicators.unlike.periods", {{"later", in_words(words, later.period)},
                                                   {"earlier", in_words(words, earlier.period)}});
    case Unlike::perimeters:
        return words("indicators.unlike.perimeters",
                     {{"later", perimeter(later.perimeter)}, {"earlier", perimeter(earlier.perimeter)}});
    case Unlike::withheld: return words("indicators.unlike.withheld");
    case Unlike::whole: return words("indicators.unlike.whole");
    case Unlike::both_zero: return words("indicators.unlike.both_zero");
    case Unlike::no_whole: return words("indicators.unlike.no_whole");
    case Unlike::definition:
        return words("indicators.unlike.definition", {{"later", in_words(words, later.period)},
                                                      {"earlier", in_words(words, earlier.period)}});
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, const Period& period) {
    const int year = period.first_month() / 12, month = period.first_month() % 12;
    if (period.months() == 12 && month == 0) return std::to_string(year);
    if (period.months() == 1) return words.month(period.first_day());
    if (period.months() == 3 && month % 3 == 0) {
        const std::string which = std::to_string(month / 3 + 1);
        return words("indicators.period.quarter", {{"quarter", which}, {"year", std::to_string(year)}});
    }
    return words("indicators.period.between",
                 {{"first", words.month(period.first_day())}, {"last", words.month(period.last_day())}});
}

std::string periods_in_words(const Words& words, std::span<const Period> periods) {
    std::string all;
    for (const Period& period : periods) all += (all.empty() ? "" : " · ") + in_words(words, period);
    return all;
}

int digits_of(Measure measure) { return measure == Measure::percent ? 1 : 0; }

std::string number_in_words(const Words& words, Measure measure, double value) {
    switch (measure) {
    case Measure::count: return words.decimal(value, 0);
    case Measure::share: return words.percent(value / 100);
    case Measure::percent: return words.percent(value / 100, 1);
    case Measure::number: return words.decimal(value, value == std::floor(value) ? 0 : 1);
    }
    __builtin_unreachable();
}

std::string value_in_words(const Words& words, Measure measure, const Figure& figure) {
    if (figure.withheld) return in_words(words, *figure.withheld);
    if (!figure.of) return number_in_words(words, measure, figure.value);
    if (*figure.of < least_base)  // R-STA-2: no percentage
        return words("indicators.value.few",
                     {{"part", words.decimal(figure.value, 0)}, {"whole", words.decimal(*figure.of, 0)}});
    return words("indicators.value.share", {{"share", number_in_words(words, measure, figure.shown())},
                                            {"part", words.decimal(figure.value, 0)},
                                            {"whole", words.decimal(*figure.of, 0)}});
}

std::string baseline_in_words(const Words& words, const Definition& said) {
    if (said.baseline_withheld) return in_words(words, *said.baseline_withheld);
    return said.baseline ? number_in_words(words, said.measure, *said.baseline) : std::string();
}

std::string perimeter_in_words(const Words& words, const Definition& said) {
    const std::string& perimeter = localised(words, said.perimeter, said.perimeter_en);
    return perimeter.empty() ? words("indicators.perimeter.unknown") : perimeter;
}

std::string caution_of(const Words& words, const Definition& said) {
    return said.police_initiated ? words("indicators.caution.police") : std::string();
}

const std::string& localised(const Words& words, const std::string& french, const std::string& english) {
    return words.language() == platform::i18n::Language::en && !english.empty() ? english : french;
}

}  // namespace maillage::indicators
