#include <cmath>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/evaluation/interrupted_series.hpp"
#include "engine/evaluation/ratio_of_ratios.hpp"
#include "engine/evaluation/weighted_displacement.hpp"
#include "foundation/result.hpp"

// Did our action work? An area is written `--treated BEFORE,AFTER` or `BEFORE,AFTER,WEIGHT`.
namespace maillage::app {
namespace {

Answer<engine::WeightedArea> area_of(const Request& request, std::string_view option) {
    const auto figures = TRY(request.numbers(option));
    if (figures.size() < 2 || figures.size() > 3)
        return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
    return engine::WeightedArea{
        .before = figures[0], .after = figures[1], .weight = figures.size() == 3 ? figures[2] : 1};
}

Answer<engine::BeforeAfter> counts_of(const Request& request, std::string_view option) {
    const auto area = TRY(area_of(request, option));
    const auto is_count = [](double value) {
        return value >= 0 && value < 9e15 && value == std::floor(value);
    };
    if (!is_count(area.before) || !is_count(area.after) || area.weight != 1)
        return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
    return engine::BeforeAfter{.before = static_cast<std::uint64_t>(area.before),
                               .after = static_cast<std::uint64_t>(area.after)};
}

Answer<Analysis> did(const Request& request) {
    const auto treated = TRY(counts_of(request, "treated"));
    const auto control = TRY(counts_of(request, "control"));
    const auto level = TRY(request.number_or("level", 0.95));
    const auto found = TRY(answered(engine::ratio_of_ratios(treated, control, level)));
    Analysis analysis;
    analysis.figure("ratio", found.ratio)
        .figure("low", found.interval.low)
        .figure("high", found.interval.high)
        .figure("log_ratio", found.log_ratio)
        .figure("standard_error", found.standard_error)
        .figure("p", found.p);
    return analysis;
}

Answer<Analysis> wdd(const Request& request) {
    engine::DisplacementDesign design{.treated = TRY(area_of(request, "treated")),
                                      .control = TRY(area_of(request, "control")),
                                      .ring = {},
                                      .ring_control = {}};
    if (request.has("ring")) {
        design.ring = TRY(area_of(request, "ring"));
        design.ring_control = TRY(area_of(request, "ring-control"));
    }
    const auto level = TRY(request.number_or("level", 0.95));
    const auto found = TRY(answered(engine::weighted_displacement_difference(design, level)));
    Analysis analysis;
    analysis.figure("difference", found.difference)
        .figure("variance", found.variance)
        .figure("z", found.z)
        .figure("low", found.interval.low)
        .figure("high", found.interval.high)
        .figure("p", found.p);
    return analysis;
}

Answer<Analysis> wdq(const Request& request) {
    const auto treated = TRY(area_of(request, "treated"));
    const auto control = TRY(area_of(request, "control"));
    const auto ring = TRY(area_of(request, "ring"));
    const auto found = TRY(answered(engine::weighted_displacement_quotient(treated, control, ring)));
    Analysis analysis;
    analysis.figure("quotient", found.quotient)
        .figure("numerator", found.numerator)
        .figure("denominator", found.denominator);
    return analysis;
}

std::vector<Value> effect_row(const char* name, const engine::LogEffect& effect) {
    return {std::string(name), effect.coefficient,  effect.standard_error,
            effect.ratio,      effect.interval.low, effect.interval.high,
            effect.p};
}

// `--from N`: number, from 1, of the first month after the action began.
Answer<Analysis> its(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto counts = TRY(table.numbers_of(request, "counts"));
    const std::uint64_t from = TRY(request.whole("from"));
    const std::string season = request.text_or("season", "months");
    if (from == 0 || (season != "none" && season != "months" && season != "harmonics"))
        return std::unexpected(Problem{.code = "unreadable_option", .about = from == 0 ? "from" : "season"});
    const engine::InterruptedOptions options{
        .from = static_cast<std::size_t>(from) - 1,
        .season = season == "none"     ? engine::SeasonTerms::none
                  : season == "months" ? engine::SeasonTerms::months
                                       : engine::SeasonTerms::two_harmonics,
        .slope = request.has("slope") ? engine::SlopeChange::free : engine::SlopeChange::kept,
        .level = TRY(request.number_or("level", 0.95))};
    const auto found = TRY(answered(engine::interrupted_series(counts, options)));
    Analysis analysis{.columns = {"effect", "coefficient", "standard_error", "ratio", "low", "high", "p"}};
    analysis.figure("ratio", found.after.ratio)
        .figure("low", found.after.interval.low)
        .figure("high", found.after.interval.high)
        .figure("p", found.after.p)
        .figure("dispersion", found.dispersion)
        .figure("degrees_of_freedom", whole(found.degrees_of_freedom));
    analysis.rows.push_back(effect_row("after", found.after));
    analysis.rows.push_back(effect_row("trend", found.trend));
    if (found.slope) analysis.rows.push_back(effect_row("slope", *found.slope));
    return analysis;
}

const AnalyseMethod methods[] = {
    {"did", "", "treated control level", "ratio low high log_ratio standard_error p", did},
    {"wdd", "", "treated control ring ring-control level", "difference variance z low high p", wdd},
    {"wdq", "", "treated control ring", "quotient numerator denominator", wdq},
    {"its", "FILE", "counts from season slope level",
     "ratio low high p dispersion degrees_of_freedom effect coefficient standard_error ratio low high p",
     its},
};

}  // namespace

std::span<const AnalyseMethod> evaluation_methods() { return methods; }

}  // namespace maillage::app
