#include "engine/scan/lane_scan.hpp"

#include <algorithm>
#include <limits>

namespace maillage::engine {
namespace {

constexpr std::size_t lanes = 32;
constexpr std::size_t level_count = 16;
constexpr double level_step = 0.5;
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
using Row = std::uint32_t[lanes];

}  // namespace

LaneScan::LaneScan(const Zones& zones, Model model, double lowest_llr)
    : zones_(zones), model_(std::move(model)) {
    for (std::size_t level = 0; level < level_count; ++level)
        levels_.push_back(lowest_llr + level_step * static_cast<double>(level));
    fill_levels();
}

void LaneScan::fill_levels() {
    // largest[c]: the largest size at which c cases reach the level; it rises with c.
    const double most_size = *std::max_element(model_.size.begin(), model_.size.end());
    least_.assign(model_.size.size() * level_count, nobody);
    std::vector<double> largest(model_.most_cases + 1);
    for (std::size_t level = 0; level < level_count; ++level) {
        for (std::uint32_t c = 0; c <= model_.most_cases; ++c) {
            double low = 0, high = most_size * (1 + 1e-9);
            for (int step = 0; step < 28; ++step) {
                const double middle = (low + high) / 2;
                (c >= 2 && model_.llr(c, middle) >= levels_[level] ? low : high) = middle;
            }
            // A hair more: equal statistics must pass the filter. What passes is computed exactly.
            largest[c] = c < 2 ? -1 : high * (1 + 1e-9);
        }
        for (std::size_t at = 0; at < model_.size.size(); ++at) {
            const auto c =
                std::lower_bound(largest.begin(), largest.end(), model_.size[at]) - largest.begin();
            if (c <= static_cast<std::ptrdiff_t>(model_.most_cases))
                least_[at * level_count + level] = static_cast<std::uint32_t>(c);
        }
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
        // Lanes beyond the last replicate hold nothing: they must not hold the level down.
        const std::size_t used = std::min(lanes, replicates - group * lanes);
        scan_group(counts, std::span(found).subspan(group * lanes, used));
    });
    found.resize(replicates);
    return found;
}

void LaneScan::scan_group(std::span<const std::uint32_t> counts, std::span<double> best) const {
    const std::size_t steps = model_.steps, windows = model_.windows.size();
    // before[t] = cases of the zone in the steps before t.
    std::vector<std::uint32_t> before((steps + 1) * lanes);
    std::size_t level = 0;
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
                const std::size_t at = zone * windows + window;
                const std::uint32_t least = least_[at * level_count + level];
                const auto [from, to] = model_.windows[window];
                const std::uint32_t* last = before.data() + (to + 1) * lanes;
                const std::uint32_t* first = before.data() + from * lanes;
                std::uint32_t reached = 0;
                for (std::size_t lane = 0; lane < lanes; ++lane)
                    reached |= (last[lane] - first[lane] >= least) ? 1U : 0U;
                if (reached == 0) continue;
                for (std::size_t lane = 0; lane < best.size(); ++lane) {
                    const std::uint32_t cases = last[lane] - first[lane];
                    if (cases < least) continue;
                    const double llr = model_.llr(cases, model_.size[at]);
                    if (llr >= levels_[0]) best[lane] = std::max(best[lane], llr);
                }
                const double lowest = *std::min_element(best.begin(), best.end());
                while (level + 1 < level_count && lowest >= levels_[level + 1]) ++level;
            }
        }
    }
}

}  // namespace maillage::engine
