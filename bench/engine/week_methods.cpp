#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/surveillance/ears.hpp"
#include "engine/surveillance/farrington_flexible.hpp"

namespace maillage::bench {
namespace {

// The last n weeks of the series, each judged by the years before it.
std::function<Facts()> flexible(std::size_t n, const foundation::Executor& run) {
    return [n, run, weeks = weekly_counts()] {
        double upper = 0, expected = 0;
        for (const auto& week : engine::farrington_flexible(weeks, {.from = weeks.size() - n}, run).value()) {
            upper += week.upper.value_or(0);
            expected += week.expected;
        }
        return Facts{{"upper", upper}, {"expected", expected}};
    };
}

std::function<Facts()> early(std::size_t n, const foundation::Executor&) {
    const auto all = weekly_counts();
    // The first weeks give the baseline of the first one judged.
    return [weeks = std::vector<double>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n) + 9)] {
        double upper = 0;
        const auto judged = engine::ears(weeks, {.method = engine::EarsMethod::c2}).value();
        for (const auto& week : judged) upper += week.upper;
        return Facts{{"weeks", static_cast<double>(judged.size())}, {"upper", upper}};
    };
}

}  // namespace

std::vector<Method> week_methods() { return {{"Farrington-flexible", flexible}, {"EARS-C2", early}}; }

}  // namespace maillage::bench
