#include "engine/scan/lane_scan.hpp"

#include <algorithm>
#include <limits>

namespace maillage::engine {
namespace {

constexpr std::size_t lanes = 32;
using Row = std::uint32_t[lanes];

// Some lane of a − b reaches `least`.
bool any_reaches(const std::uint32_t* a, const std::uint32_t* b, std::uint32_t least) {
    std::uint32_t found = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) found |= (a[lane] - b[lane] >= least) ? 1U : 0U;
    return found != 0;
}

}  // namespace

LaneScan::LaneScan(const Zones& zones, Model model, double lowest_llr)
    : zones_(zones), model_(std::move(model)), lowest_(lowest_llr) {
    const std::size_t windows = model_.windows.size();
    least_.resize(zones_.members.size() * windows);
    for (std::size_t zone = 0; zone < zones_.members.size(); ++zone)
        for (std::size_t window = 0; window < windows; ++window) {
            std::uint32_t low = 1, high = model_.most_cases + 1;  // the LLR rises with the count: halve
            while (low < high) {
                const std::uint32_t middle = low + (high - low) / 2;
                if (model_.llr(zone, window, middle) >= lowest_ && middle >= 2)
                    high = middle;
                else
                    low = middle + 1;
            }
            least_[zone * windows + window] =
                low > model_.most_cases ? std::numeric_limits<std::uint32_t>::max() : low;
        }
}

std::vector<double> LaneScan::maxima(std::uint32_t replicates, const foundation::Executor& run) const {
    const std::size_t groups = (replicates + lanes - 1) / lanes;
    const std::size_t cells = zones_.centres() * model_.steps;
    std::vector<double> found(groups * lanes, 0.0);
    run(groups, [&](std::size_t group) {
        std::vector<std::uint32_t> one(cells), counts(cells * lanes, 0);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const std::size_t replicate = group * lanes + lane;
            if (replicate >= replicates) break;
            std::fill(one.begin(), one.end(), 0);
            model_.draw(static_cast<std::uint32_t>(replicate + 1), one);
            for (std::size_t cell = 0; cell < cells; ++cell) counts[cell * lanes + lane] = one[cell];
        }
        scan_group(counts, std::span(found).subspan(group * lanes, lanes));
    });
    found.resize(replicates);
    return found;
}

void LaneScan::scan_group(std::span<const std::uint32_t> counts, std::span<double> best) const {
    const std::size_t steps = model_.steps, windows = model_.windows.size();
    // before[t] = cases of the zone in the steps before t.
    std::vector<std::uint32_t> before((steps + 1) * lanes);
    for (std::size_t centre = 0; centre < zones_.centres(); ++centre) {
        std::fill(before.begin(), before.end(), 0);
        for (std::size_t zone = zones_.start[centre]; zone < zones_.start[centre + 1]; ++zone) {
            const std::uint32_t* unit = counts.data() + zones_.members[zone] * steps * lanes;
            Row sum = {};
            for (std::size_t step = 0; step < steps; ++step) {
                std::uint32_t* row = before.data() + (step + 1) * lanes;
                for (std::size_t lane = 0; lane < lanes; ++lane) {
                    sum[lane] += unit[step * lanes + lane];
                    row[lane] += sum[lane];
                }
            }
            for (std::size_t window = 0; window < windows; ++window) {
                const std::uint32_t least = least_[zone * windows + window];
                const auto [from, to] = model_.windows[window];
                const std::uint32_t* last = before.data() + (to + 1) * lanes;
                const std::uint32_t* first = before.data() + from * lanes;
                if (!any_reaches(last, first, least)) continue;
                for (std::size_t lane = 0; lane < lanes; ++lane) {
                    const std::uint32_t cases = last[lane] - first[lane];
                    if (cases >= least) best[lane] = std::max(best[lane], model_.llr(zone, window, cases));
                }
            }
        }
    }
}

}  // namespace maillage::engine
