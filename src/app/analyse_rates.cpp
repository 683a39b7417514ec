#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/inference/certainty.hpp"
#include "engine/inference/false_discovery.hpp"
#include "engine/rates/binomial.hpp"
#include "engine/rates/change.hpp"
#include "engine/rates/rate_ratio.hpp"
#include "foundation/result.hpp"

namespace maillage::app {
namespace {

Answer<engine::TwoCounts> two_counts(const Request& request) {
    return engine::TwoCounts{.first = TRY(request.whole("a")),
                             .second = TRY(request.whole("b")),
                             .first_exposure = TRY(request.number_or("exposure-a", 1)),
                             .second_exposure = TRY(request.number_or("exposure-b", 1))};
}

Answer<Analysis> poisson_interval(const Request& request) {
    const double count = TRY(request.number("count"));
    const auto level = TRY(request.number_or("level", 0.95));
    const auto found = TRY(answered(engine::poisson_interval_of(count, level)));
    Analysis analysis;
    analysis.figure("count", count).figure("low", found.low).figure("high", found.high);
    return analysis;
}

Answer<Analysis> proportion(const Request& request) {
    const std::uint64_t successes = TRY(request.whole("successes")), trials = TRY(request.whole("trials"));
    const double level = TRY(request.number_or("level", 0.95));
    const auto exact = TRY(answered(engine::clopper_pearson(successes, trials, level)));
    const auto score = TRY(answered(engine::wilson(successes, trials, level)));
    Analysis analysis;
    analysis.figure("share", static_cast<double>(successes) / static_cast<double>(trials))
        .figure("low", exact.low)
        .figure("high", exact.high)
        .figure("wilson_low", score.low)
        .figure("wilson_high", score.high);
    return analysis;
}

std::string word_of(engine::Direction direction) {
    switch (direction) {
    case engine::Direction::none: return "none";
    case engine::Direction::up: return "up";
    case engine::Direction::down: return "down";
    }
    return "none";
}

Answer<Analysis> rate_ratio(const Request& request) {
    const auto counts = TRY(two_counts(request));
    const auto level = TRY(request.number_or("level", 0.95));
    const auto found = TRY(answered(engine::rate_ratio(counts, level)));
    const engine::Claim claim = engine::claim_of(found.ratio, found.interval);
    Analysis analysis;
    analysis.figure("later", static_cast<std::int64_t>(counts.first))
        .figure("earlier", static_cast<std::int64_t>(counts.second))
        .figure("same_exposure", counts.first_exposure == counts.second_exposure)
        .figure("ratio", found.ratio)
        .figure("low", found.interval.low)
        .figure("high", found.interval.high)
        .figure("p", found.p)
        .figure("direction", word_of(claim.direction))
        .figure("at_least_percent", static_cast<std::int64_t>(claim.at_least));
    return analysis;
}

Answer<Analysis> e_test(const Request& request) {
    const auto counts = TRY(two_counts(request));
    const double p = TRY(answered(engine::e_test(counts)));
    Analysis analysis;
    analysis.figure("p", p);
    return analysis;
}

// A file with one row a month of the year: the later and the earlier count.
Answer<Analysis> change(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto later_column = TRY(request.text("later"));
    const auto later = TRY(table.counts(later_column));
    const auto earlier_column = TRY(request.text("earlier"));
    const auto earlier = TRY(table.counts(earlier_column));
    const auto level = TRY(request.number_or("level", 0.95));
    const auto found = TRY(answered(engine::change_between({.counts = later}, {.counts = earlier}, level)));
    Analysis analysis;
    analysis.figure("months", whole(later.size()))
        .figure("later", static_cast<std::int64_t>(found.later))
        .figure("earlier", static_cast<std::int64_t>(found.earlier))
        .figure("ratio", found.ratio)
        .figure("low", found.interval.low)
        .figure("high", found.interval.high)
        .figure("p", found.p)
        .figure("dispersion", found.dispersion)
        .figure("varies", found.varies)
        .figure("percentage_fits", found.percentage_fits);
    return analysis;
}

Answer<Analysis> false_discovery(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto p = TRY(table.numbers_of(request, "p"));
    const auto q = TRY(answered(engine::benjamini_hochberg(p)));
    Analysis analysis{.columns = {"row", "p", "q"}};
    for (std::size_t i = 0; i < p.size(); ++i) analysis.rows.push_back({whole(i + 1), p[i], q[i]});
    return analysis;
}

const AnalyseMethod methods[] = {
    {"rate-ratio", "", "a b exposure-a exposure-b level",
     "later earlier same_exposure ratio low high p direction at_least_percent", rate_ratio},
    {"e-test", "", "a b exposure-a exposure-b", "p", e_test},
    {"poisson-interval", "", "count level", "count low high", poisson_interval},
    {"proportion", "", "successes trials level", "share low high wilson_low wilson_high", proportion},
    {"change", "FILE", "later earlier level",
     "months later earlier ratio low high p dispersion varies percentage_fits", change},
    {"false-discovery", "FILE", "p", "row p q", false_discovery},
};

}  // namespace

std::span<const AnalyseMethod> rate_methods() { return methods; }

}  // namespace maillage::app
