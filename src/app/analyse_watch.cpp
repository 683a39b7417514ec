#include <algorithm>
#include <initializer_list>
#include <limits>

#include "app/analyse_methods.hpp"
#include "app/analyse_weeks.hpp"
#include "engine/surveillance/cusum.hpp"
#include "engine/surveillance/ears.hpp"
#include "engine/surveillance/farrington_flexible.hpp"
#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "foundation/thread_pool.hpp"

// The weekly watch. Weeks are numbered from 1, as in the published tables; `--range FIRST,LAST` or `--from
// FIRST` chooses which are judged.
namespace maillage::app {
namespace {

// Parameters of the published programs that have one value here; another one is refused, not ignored.
struct Fixed {
    std::string_view option;
    std::initializer_list<std::string_view> accepted;
};

std::optional<Problem> other_than(const Request& request, std::initializer_list<Fixed> fixed) {
    for (const auto& [option, accepted] : fixed)
        if (request.has(option) && std::ranges::find(accepted, request.text_or(option, "")) == accepted.end())
            return Problem{.code = "unreadable_option", .about = std::string(option)};
    return std::nullopt;
}

// The week asked for must have its past: the answer never begins later without a word.
Answer<Analysis> table_of(const std::vector<engine::WeeklyAlarm>& weeks, const Request& request,
                          std::size_t from) {
    if (const std::size_t first = weeks.front().week;
        from < first && (request.has("range") || request.has("from")))
        return std::unexpected(Problem{.code = "too_few_events",
                                       .about = "range",
                                       .found = static_cast<double>(from),
                                       .needed = static_cast<double>(first)});
    Analysis analysis{.columns = {"week", "count", "upper", "alarm"}};
    for (const auto& week : weeks)
        if (week.week >= from)
            analysis.rows.push_back({whole(week.week + 1), week.count, week.upper, week.alarm});
    return analysis;
}

Analysis table_of(const std::vector<engine::WatchedWeek>& weeks) {
    Analysis analysis{
        .columns = {"week", "count", "expected", "dispersion", "upper", "exceedance", "trend", "alarm"}};
    // Where no model fits the past there is no law to read figures from.
    for (const auto& week : weeks) {
        const auto of_law = [&](Value value) { return week.expected > 0 ? value : Value(); };
        analysis.rows.push_back({whole(week.week + 1), week.count, of_law(week.expected),
                                 of_law(week.dispersion), maybe(week.upper), of_law(week.exceedance),
                                 of_law(week.trend), week.alarm});
    }
    return analysis;
}

// `--limit54 FACTS,WEEKS`: fewer facts in the last weeks never alarm.
Answer<engine::RecentFacts> recent_of(const Request& request) {
    if (!request.has("limit54")) return engine::RecentFacts{};
    const auto limit = TRY(request.numbers("limit54"));
    if (limit.size() != 2 || !(limit[1] >= 1 && limit[1] <= 1e6))
        return std::unexpected(Problem{.code = "unreadable_option", .about = "limit54"});
    return engine::RecentFacts{.facts = limit[0], .weeks = static_cast<std::size_t>(limit[1])};
}

Answer<Analysis> ears(const Request& request) {
    const std::string method = request.text_or("method", "C2");
    engine::EarsOptions options{.baseline = TRY(request.small_or("baseline", 7)),
                                .minimal_sigma = TRY(request.number_or("min-sigma", 0)),
                                .recent = TRY(recent_of(request))};
    if (request.has("alpha")) options.alpha = TRY(request.number("alpha"));
    if (method == "C1")
        options.method = engine::EarsMethod::c1;
    else if (method == "C3")
        options.method = engine::EarsMethod::c3;
    else if (method != "C2")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "method"});
    const auto weeks = TRY(weeks_of(request, 0));
    return table_of(TRY(answered(engine::ears(weeks.counts, options))), request, weeks.from);
}

Answer<Analysis> cusum(const Request& request) {
    using engine::CusumTransform;
    const auto weeks = TRY(weeks_of(request, 0));
    if (weeks.from == 0) return std::unexpected(Problem{.code = "missing_option", .about = "range"});
    const bool seasonal = request.text_or("m", "") == "glm";
    std::optional<double> mean;
    if (request.has("m") && !seasonal) mean = TRY(request.number("m"));
    const engine::CusumOptions options{
        .from = weeks.from,
        .k = TRY(request.number_or("k", 1.04)),
        .h = TRY(request.number_or("h", 2.26)),
        .after_alarm = request.has("reset") ? engine::CusumOptions::AfterAlarm::reset
                                            : engine::CusumOptions::AfterAlarm::keep,
        .mean = mean,
        .past = seasonal ? engine::CusumOptions::Past::seasonal : engine::CusumOptions::Past::constant,
        .transform = TRY(word_or(request, "trans", CusumTransform::rossi,
                                 {{"rossi", CusumTransform::rossi},
                                  {"standard", CusumTransform::standard},
                                  {"anscombe", CusumTransform::anscombe},
                                  {"anscombe2nd", CusumTransform::anscombe2nd},
                                  {"pearsonNegBin", CusumTransform::pearson_neg_bin},
                                  {"anscombeNegBin", CusumTransform::anscombe_neg_bin},
                                  {"none", CusumTransform::none}})),
        .dispersion = TRY(request.number_or("alpha", 0.1)),
        .recent = TRY(recent_of(request))};
    const auto judged = TRY(answered(engine::cusum(weeks.counts, options)));
    Analysis analysis = TRY(table_of(judged, request, weeks.from));
    if (seasonal) return analysis;
    const auto means = TRY(answered(engine::cusum_means(weeks.counts, options)));
    analysis.figure("mean", means.front());
    return analysis;
}

struct Window {
    unsigned years, half;
};

Answer<Window> window_of(const Request& request) {
    return Window{
        .years = static_cast<unsigned>(std::min<std::uint64_t>(TRY(request.whole_or("b", 4)), 1000)),
        .half = static_cast<unsigned>(std::min<std::uint64_t>(TRY(request.whole_or("w", 3)), 1000))};
}

// "TRUE", "1" or the option alone; "FALSE" or "0"; as in R, whose names these are.
Answer<bool> truth_or(const Request& request, std::string_view option, bool otherwise) {
    const std::string words = request.text_or(option, otherwise ? "1" : "0");
    constexpr std::string_view yes[] = {"1", "true", "TRUE", "T", ""}, no[] = {"0", "false", "FALSE", "F"};
    if (std::ranges::find(yes, words) != std::end(yes)) return true;
    if (std::ranges::find(no, words) != std::end(no)) return false;
    return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
}

Answer<engine::Power> power_of(const Request& request) {
    using engine::Power;
    return word_or(request, "powertrans", Power::two_thirds,
                   {{"2/3", Power::two_thirds}, {"1/2", Power::half}, {"none", Power::none}});
}

// What no residual passes: every week keeps its weight.
Answer<double> threshold_of(const Request& request, double otherwise) {
    if (!TRY(truth_or(request, "reweight", true))) return std::numeric_limits<double>::infinity();
    return request.number_or("weights-threshold", otherwise);
}

Answer<Analysis> farrington(const Request& request) {
    if (const auto other = other_than(request, {{"fit-fun", {"algo.farrington.fitGLM"}}}))
        return std::unexpected(*other);
    const Window window = TRY(window_of(request));
    const auto weeks = TRY(weeks_of(request, 52U * window.years + window.half));
    const engine::FarringtonOptions options{
        .from = weeks.from,
        .years = window.years,
        .half_window = window.half,
        .alpha = TRY(request.number_or("alpha", 0.01)),
        .weight_threshold = TRY(threshold_of(request, 1)),
        .trend = TRY(truth_or(request, "trend", true)) ? engine::TrendUse::tested : engine::TrendUse::never,
        .power = TRY(power_of(request)),
        .recent = TRY(recent_of(request))};
    return table_of(TRY(answered(engine::farrington(weeks.counts, options))));
}

Answer<Analysis> farrington_flexible(const Request& request) {
    using engine::FlexibleThreshold;
    if (const auto other = other_than(request, {{"fit-fun", {"algo.farrington.fitGLM.flexible"}}}))
        return std::unexpected(*other);
    const Window window = TRY(window_of(request));
    const auto weeks = TRY(weeks_of(request, 52U * window.years + window.half));
    engine::FlexibleOptions options{
        .from = weeks.from,
        .past = {.years = window.years,
                 .half_window = window.half,
                 .periods = static_cast<unsigned>(
                     std::min<std::uint64_t>(TRY(request.whole_or("no-periods", 10)), 1000))},
        .past_weeks_excluded = static_cast<std::size_t>(TRY(request.whole_or("past-weeks-not-included", 26))),
        .weight_threshold = TRY(threshold_of(request, 2.58)),
        .trend = TRY(truth_or(request, "trend", true)) ? engine::TrendUse::tested : engine::TrendUse::never,
        .trend_p = TRY(request.number_or("p-threshold-trend", 1)),
        .alpha = TRY(request.number_or("alpha", 0.025)),
        .threshold = TRY(word_or(request, "threshold-method", FlexibleThreshold::nb_plugin,
                                 {{"nbPlugin", FlexibleThreshold::nb_plugin},
                                  {"muan", FlexibleThreshold::muan},
                                  {"delta", FlexibleThreshold::delta}})),
        .power = TRY(power_of(request)),
        .recent = TRY(recent_of(request))};
    if (request.has("first-week")) {
        options.first_week = foundation::Date::parse_iso(TRY(request.text("first-week")));
        if (!options.first_week)
            return std::unexpected(Problem{.code = "unreadable_option", .about = "first-week"});
    }
    foundation::ThreadPool threads(TRY(request.threads()));
    return table_of(TRY(answered(engine::farrington_flexible(weeks.counts, options, threads.executor()))));
}

const AnalyseMethod methods[] = {
    {"ears", "FILE", "counts method alpha baseline min-sigma limit54 range from", "week count upper alarm",
     ears},
    {"cusum", "FILE", "counts range from k h m trans alpha limit54 reset", "mean week count upper alarm",
     cusum},
    {"farrington", "FILE",
     "counts range from b w alpha weights-threshold limit54 powertrans reweight trend fit-fun",
     "week count expected dispersion upper exceedance trend alarm", farrington},
    {"farrington-flexible", "FILE",
     "counts range from b w no-periods past-weeks-not-included weights-threshold alpha limit54 first-week "
     "powertrans reweight trend threshold-method p-threshold-trend fit-fun",
     "week count expected dispersion upper exceedance trend alarm", farrington_flexible},
};

}  // namespace

std::span<const AnalyseMethod> watch_methods() { return methods; }

}  // namespace maillage::app
