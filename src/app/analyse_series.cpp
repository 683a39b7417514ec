#include <cmath>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/clock/aoristic.hpp"
#include "engine/clock/default_times.hpp"
#include "engine/series/seasonality.hpp"
#include "engine/series/stl.hpp"
#include "foundation/result.hpp"

// When: seasons of a monthly series, hours of a week.
namespace maillage::app {
namespace {

Answer<Analysis> stl(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto values = TRY(table.numbers_of(request, "counts"));
    const auto period = TRY(request.whole_or("period", 12));
    const auto found = TRY(answered(engine::stl(values, static_cast<std::size_t>(period))));
    Analysis analysis{.figures = {{"period", whole(period)}},
                      .columns = {"row", "value", "seasonal", "trend", "remainder"}};
    for (std::size_t i = 0; i < values.size(); ++i)
        analysis.rows.push_back(
            {whole(i + 1), values[i], found.seasonal[i], found.trend[i], found.remainder[i]});
    return analysis;
}

Answer<Analysis> decompose(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto values = TRY(table.numbers_of(request, "counts"));
    const std::string type = request.text_or("type", "additive");
    if (type != "additive" && type != "multiplicative")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "type"});
    const auto period = TRY(request.whole_or("period", 12));
    const auto found = TRY(answered(engine::classical_decomposition(
        values, type == "additive" ? engine::Seasons::additive : engine::Seasons::multiplicative,
        static_cast<std::size_t>(period))));
    Analysis analysis{.figures = {{"period", whole(period)}}, .columns = {"row", "value", "figure", "trend"}};
    for (std::size_t i = 0; i < values.size(); ++i)
        analysis.rows.push_back({whole(i + 1), values[i], found.figure[i % found.figure.size()],
                                 std::isnan(found.trend[i]) ? Value() : Value(found.trend[i])});
    return analysis;
}

Answer<Analysis> seasonality(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto counts_column = TRY(request.text("counts"));
    const auto counts = TRY(table.counts(counts_column));
    const auto period = TRY(request.whole_or("period", 12));
    const auto level = TRY(request.number_or("level", 0.95));
    const auto found =
        TRY(answered(engine::seasonality_index(counts, static_cast<std::size_t>(period), level)));
    Analysis analysis{.columns = {"month", "count", "index", "low", "high"}};
    for (std::size_t i = 0; i < found.size(); ++i)
        analysis.rows.push_back({whole(i + 1), whole(found[i].count), found[i].index, found[i].interval.low,
                                 found[i].interval.high});
    return analysis;
}

Answer<Analysis> aoristic(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto start_column = TRY(request.text("start"));
    const auto starts = TRY(table.minutes(start_column));
    const auto end_column = TRY(request.text("end"));
    const auto ends = TRY(table.minutes(end_column));
    const std::string by = request.text_or("by", "hour");
    if (by != "hour" && by != "hour-of-week" && by != "weekday")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "by"});
    const auto defaults = engine::default_times(starts);
    engine::Intervals told{starts, ends};
    if (request.has("spread-defaults"))
        told = TRY(answered(engine::spread_default_times(starts, ends, defaults)));
    const auto clock = TRY(answered(engine::aoristic_clock(told.starts, told.ends)));
    Analysis analysis{.columns = {by == "weekday" ? "weekday" : "hour", "weight"}};
    analysis.figure("used", whole(clock.used))
        .figure("undated", whole(clock.undated))
        .figure("reversed", whole(clock.reversed))
        .figure("too_long", whole(clock.too_long))
        .figure("without_end", whole(clock.open))
        .figure("well_dated", whole(clock.well_dated))
        .figure("at_midnight", whole(defaults.midnight.found))
        .figure("midnight_suspected", defaults.midnight.suspected)
        .figure("at_noon", whole(defaults.noon.found))
        .figure("noon_suspected", defaults.noon.suspected)
        .figure("first_of_month", whole(defaults.first_of_month.found))
        .figure("first_of_month_suspected", defaults.first_of_month.suspected)
        .figure("spread", whole(told.spread));
    const std::span<const double> weights = by == "hour"      ? std::span<const double>(clock.hour_of_day)
                                            : by == "weekday" ? std::span<const double>(clock.weekday)
                                                              : std::span<const double>(clock.hour_of_week);
    for (std::size_t i = 0; i < weights.size(); ++i) analysis.rows.push_back({whole(i), weights[i]});
    return analysis;
}

const AnalyseMethod methods[] = {
    {"stl", "FILE", "counts period", "row value seasonal trend remainder", stl},
    {"decompose", "FILE", "counts type period", "row value figure trend", decompose},
    {"seasonality", "FILE", "counts period level", "month count index low high", seasonality},
    {"aoristic", "FILE", "start end by spread-defaults",
     "used undated reversed too_long without_end well_dated at_midnight midnight_suspected at_noon "
     "noon_suspected "
     "first_of_month first_of_month_suspected spread hour weight",
     aoristic},
};

}  // namespace

std::span<const AnalyseMethod> series_methods() { return methods; }

}  // namespace maillage::app
