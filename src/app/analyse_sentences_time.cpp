#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

#include "app/analyse_sentences.hpp"
#include "engine/core/counting_laws.hpp"

// Seasons, hours and weeks.
namespace maillage::app {
namespace {

// The period whose season is highest and lowest, numbered from 1.
Sentences seasons(const Reading& result, std::string_view column, std::size_t period) {
    const auto rows = result.rows() | std::views::take(period);
    if (rows.empty()) return {};
    const auto value = [&](const auto& row) { return result.at(row, column).value_or(0); };
    const auto high = std::ranges::max_element(rows, {}, value),
               low = std::ranges::min_element(rows, {}, value);
    return {{.key = "said.season.found",
             .figures = {number("highest", static_cast<double>(high - rows.begin()) + 1),
                         number("lowest", static_cast<double>(low - rows.begin()) + 1)}},
            {.key = "said.season.limits"}};
}

std::size_t period_of(const Reading& result) {
    return static_cast<std::size_t>(result.number("period").value_or(12));
}

Sentences stl(const Reading& result) { return seasons(result, "seasonal", period_of(result)); }
Sentences decompose(const Reading& result) { return seasons(result, "figure", period_of(result)); }

Sentences seasonality(const Reading& result) {
    Sentences sentences = seasons(result, "index", result.rows().size());
    // A season only where the months' intervals do not all hold the average.
    const auto apart = result.count([&](const auto& row) {
        return result.at(row, "low").value_or(0) > 1 || result.at(row, "high").value_or(2) < 1;
    });
    if (apart == 0) sentences.insert(sentences.begin() + 1, sure(engine::Certainty::none));
    return sentences;
}

// « Plutôt la nuit »: the six hours in a row that hold the most.
Sentences aoristic(const Reading& result) {
    const double used = result.number("used").value_or(0);
    Sentences sentences;
    if (result.has("hour") && result.rows().size() == 24 && used > 0) {
        std::array<double, 24> weight{};
        for (std::size_t hour = 0; hour < 24; ++hour)
            weight[hour] = result.at(result.rows()[hour], "weight").value_or(0);
        std::size_t best = 0;
        double most = -1;
        for (std::size_t from = 0; from < 24; ++from) {
            double sum = 0;
            for (std::size_t k = 0; k < 6; ++k) sum += weight[(from + k) % 24];
            if (sum > most) best = from, most = sum;
        }
        sentences.push_back(
            {.key = "said.clock.found",
             .figures = {number("from", static_cast<double>(best)),
                         number("to", static_cast<double>((best + 6) % 24)), percent("share", most / used)}});
    }
    const double left_out = result.number("undated").value_or(0) + result.number("reversed").value_or(0) +
                            result.number("too_long").value_or(0);
    const double well = result.number("well_dated").value_or(0);
    sentences.push_back(
        {.key = "said.clock.dated",
         .figures = {percent("well", used > 0 ? well / used : 0), number("left_out", left_out)}});
    if (result.is_true("midnight_suspected") || result.is_true("noon_suspected") ||
        result.is_true("first_of_month_suspected"))
        sentences.push_back({.key = "said.clock.defaults",
                             .figures = {number("midnight", result.number("at_midnight").value_or(0)),
                                         number("noon", result.number("at_noon").value_or(0)),
                                         number("first", result.number("first_of_month").value_or(0))}});
    sentences.push_back({.key = "said.clock.limits"});
    return sentences;
}

// « 9 faits, 1 à 7 attendus »: from the law's 5 % quantile to the most that is no alarm; where the method has
// no law, or few facts are expected, the most alone.
Said judged(const Reading& result, const std::vector<Value>& week, double upper) {
    using platform::i18n::Key;
    const bool alarm = result.is_true(week, "alarm");
    const auto count = number("count", result.at(week, "count").value_or(0));
    const double most = std::floor(upper), expected = result.at(week, "expected").value_or(0);
    double least = 0;
    if (expected > 0)
        least = engine::dispersed_quantile(
            0.05, {.mean = expected, .dispersion = result.at(week, "dispersion").value_or(1)});
    if (expected > 0 && least < most)
        return {.key = alarm ? Key("said.watch.alarm_between") : Key("said.watch.quiet_between"),
                .figures = {count, number("low", least), number("upper", most)}};
    return {.key = alarm ? Key("said.watch.alarm") : Key("said.watch.quiet"),
            .figures = {count, number("upper", most)}};
}

// How often chance alone makes such a week. A tail too small to be told from another is not told.
Said how_often(double chance) {
    constexpr double most_years = 1000;
    const double years = 1 / (52 * chance);
    if (!(years <= most_years)) return {.key = "said.watch.rarely", .figures = {number("years", most_years)}};
    if (years < 1.5)
        return {.key = "said.watch.a_year", .figures = {number("times", std::round(52 * chance))}};
    return {.key = "said.watch.years", .figures = {number("years", std::round(years))}};
}

Sentences watch(const Reading& result) {
    if (result.rows().empty()) return {};
    const auto alarms = result.count([&](const auto& row) { return result.is_true(row, "alarm"); });
    const auto& last = result.rows().back();
    Sentences sentences{
        {.key = "said.watch.found",
         .figures = {number("alarms", alarms), number("weeks", static_cast<double>(result.rows().size()))}}};
    const double count = result.at(last, "count").value_or(0);
    const bool alarm = result.is_true(last, "alarm");
    const auto upper = result.at(last, "upper");
    // Above the bound and no alarm: fewer than five facts in four weeks.
    if (!upper || (!alarm && count > *upper))
        sentences.push_back({.key = "said.watch.no_bound", .figures = {number("count", count)}});
    else
        sentences.push_back(judged(result, last, *upper));
    if (const auto chance = result.at(last, "exceedance"); alarm && chance)
        sentences.push_back(how_often(*chance));
    sentences.push_back({.key = "said.watch.limits"});
    return sentences;
}

constexpr MethodSentences sentences[] = {
    {"stl", stl},    {"decompose", decompose}, {"seasonality", seasonality}, {"aoristic", aoristic},
    {"ears", watch}, {"cusum", watch},         {"farrington", watch},        {"farrington-flexible", watch},
};

}  // namespace

std::span<const MethodSentences> time_sentences() { return sentences; }

}  // namespace maillage::app
