#include "domain/indicators/series_rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/indicators/comparison_rules.hpp"

namespace maillage::indicators {
namespace {

// From one period of a series to the next: quarters follow each other, eleven months come back every year.
int step_of(int months) {
    if (months > 12) return months;
    return 12 % months == 0 ? months : 12;
}

int month_of(foundation::Date day) { return 12 * day.year() + static_cast<int>(day.month()) - 1; }

// The last whole period of `months` that ended on `day` or before.
int latest_complete(int months, foundation::Date day) {
    const int next_month = month_of(day.plus_days(1));  // the first month that is not over
    return next_month / months * months - months;
}

}  // namespace

std::vector<FigureSeries> series_of(std::span<const Figure> figures) {
    // Length, place in the step, perimeter: what two figures share when one axis holds them.
    std::map<std::tuple<int, int, std::string>, std::map<Period, Figure>> alike;
    for (const Figure& figure : figures) {
        const int months = figure.period.months();
        alike[{months, figure.period.first_month() % step_of(months), figure.perimeter}].emplace(
            figure.period, figure);
    }
    std::vector<FigureSeries> found;
    for (const auto& [what, by_period] : alike) {
        FigureSeries series{.months = std::get<0>(what), .known = by_period.size()};
        const int last = by_period.rbegin()->first.first_month();
        for (int first = by_period.begin()->first.first_month(); first <= last;
             first += step_of(series.months)) {
            const auto period = Period::of(first, series.months);
            const auto figure = by_period.find(*period);
            series.periods.push_back(*period);
            series.figures.push_back(figure == by_period.end() ? std::nullopt
                                                               : std::optional(figure->second));
        }
        found.push_back(std::move(series));
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::pair(a.known, a.months) > std::pair(b.known, b.months);
    });
    return found;
}

bool has_small_base(const FigureSeries& series) {
    return std::ranges::any_of(
        series.figures, [](const auto& figure) { return figure && figure->of && *figure->of < least_base; });
}

std::vector<Period> latest_periods(Frequency frequency, foundation::Date today, std::size_t count) {
    const int months = months_of(frequency), latest = latest_complete(months, today);
    std::vector<Period> periods;
    for (int back = static_cast<int>(count) - 1; back >= 0; --back)
        if (const auto period = Period::of(latest - back * months, months)) periods.push_back(*period);
    return periods;
}

std::vector<Period> missing_periods(const Definition& definition, std::span<const Figure> figures,
                                    foundation::Date today, std::size_t most) {
    if (definition.computed) return {};
    const int months = months_of(definition.frequency);
    const int latest = latest_complete(months, today.plus_days(-grace_days));
    int first = latest;
    if (!figures.empty()) {
        int end = 0;  // the first month after the figures
        for (const Figure& figure : figures)
            end = std::max(end, figure.period.first_month() + figure.period.months());
        first = (end + months - 1) / months * months;
        // A figure of eleven months leaves its year to be completed.
        if (end % months != 0) first -= months;
    }
    std::vector<Period> missing;
    for (int month = first; month <= latest; month += months)
        if (const auto period = Period::of(month, months)) missing.push_back(*period);
    if (missing.size() > most)
        missing.erase(missing.begin(), missing.end() - static_cast<std::ptrdiff_t>(most));
    return missing;
}

}  // namespace maillage::indicators
