#include "engine/scan/lane_scan.hpp"

#include <algorithm>
#include <limits>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t lanes = 32;
constexpr std::size_t level_count = 24;
constexpr double level_step = 0.3;
constexpr int halvings = 16;
constexpr std::size_t buckets = 4096, sizes_per_block = 4096;
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
using Row = std::uint32_t[lanes];

}  // namespace

LaneScan::LaneScan(const Zones& zones, Model model, double lowest_llr, const foundation::Executor& run)
    : zones_(zones), model_(std::move(model)), run_(run) {
    for (std::size_t level = 0; level < level_count; ++level)
        levels_.push_back(lowest_llr + level_step * static_cast<double>(level));
    fill_levels();
}

// [c]: the largest size at which c cases reach the level, or a little more: what passes the filter is
// computed exactly, so a loose end costs time and no bit. It rises with c.
std::vector<double> LaneScan::largest_sizes(double level) const {
    const double most_size = *std::max_element(model_.size.begin(), model_.size.end()) * (1 + 1e-9);
    std::vector<double> largest(model_.most_cases + 1, -1);
    for (std::uint32_t c = 2; c <= model_.most_cases; ++c) {
        double low = 0, high = most_size;
        for (int step = 0; step < halvings; ++step) {
            const double middle = (low + high) / 2;
            (model_.llr(c, middle) >= level ? low : high) = middle;
        }
        largest[c] = std::max(high * (1 + 1e-9), largest[c - 1]);
    }
    return largest;
}

void LaneScan::fill_levels() {
    least_.assign(model_.size.size() * level_count, nobody);
    const double per_size =
        buckets / (*std::max_element(model_.size.begin(), model_.size.end()) * (1 + 1e-9));
    std::vector<std::vector<double>> largest(level_count);
    std::vector<std::vector<std::uint32_t>> first(level_count);  // smallest count of each bucket of sizes
    run_(level_count, [&](std::size_t level) {
        largest[level] = largest_sizes(levels_[level]);
        largest[level].push_back(std::numeric_limits<double>::infinity());
        std::uint32_t c = 0;
        for (std::size_t bucket = 0; bucket <= buckets; ++bucket) {
            // A hair lower than its beginning: rounding must not start the search too far.
            const double begin = static_cast<double>(bucket) / per_size * (1 - 1e-12);
            while (largest[level][c] < begin) ++c;
            first[level].push_back(c);
        }
    });
    run_((model_.size.size() + sizes_per_block - 1) / sizes_per_block, [&](std::size_t block) {
        const std::size_t end = std::min(model_.size.size(), (block + 1) * sizes_per_block);
        for (std::size_t at = block * sizes_per_block; at < end; ++at) {
            const double size = model_.size[at];
            const auto bucket = static_cast<std::size_t>(size * per_size);
            for (std::size_t level = 0; level < level_count; ++level) {
                const double* sizes = largest[level].data();
                std::uint32_t c = first[level].data()[bucket];
                while (sizes[c] < size) ++c;
                if (c <= model_.most_cases) least_[level * model_.size.size() + at] = c;
            }
        }
    });
}

// The maxima of a group's replicates so far, and the levels that they have passed.
class LaneScan::Group {
 public:
    Group(const LaneScan& scan, std::span<double> best) : scan_(scan), best_(best) {}

    // The counts that one of the lanes must reach to matter, by [zone][window].
    const std::uint32_t* least() const { return least_of(lowest_); }

    void look_at(std::size_t at, const Row& cases) {
        bool rises = false;
        const std::uint32_t any = least()[at];
        for (std::size_t lane = 0; lane < best_.size(); ++lane) {
            if (cases[lane] < any || cases[lane] < least_of(passed_[lane])[at]) continue;
            const double llr = scan_.model_.llr(cases[lane], scan_.model_.size[at]);
            if (!(llr >= scan_.levels_[0] && llr > best_[lane])) continue;
            best_[lane] = llr;
            while (passed_[lane] + 1 < level_count && llr >= scan_.levels_[passed_[lane] + 1]) {
                ++passed_[lane];
                rises = true;
            }
        }
        if (rises) lowest_ = *std::min_element(passed_, passed_ + best_.size());
    }

 private:
    const std::uint32_t* least_of(std::size_t level) const {
        return scan_.least_.data() + level * scan_.model_.size.size();
    }

    const LaneScan& scan_;
    std::span<double> best_;
    std::size_t passed_[lanes] = {}, lowest_ = 0;
};

// Without time a zone is a position in the list of members, and its counts stay in registers.
MAILLAGE_WIDE void LaneScan::scan_space(const std::uint32_t* counts, Group& group) const {
    for (std::size_t centre = 0; centre < zones_.centres(); ++centre) {
        Row sum = {};
        const std::uint32_t* least = group.least();
        for (std::size_t zone = zones_.start[centre]; zone < zones_.start[centre + 1]; ++zone) {
            const std::uint32_t* unit = counts + zones_.members[zone] * lanes;
            std::uint32_t reached = 0;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                sum[lane] += unit[lane];
                reached |= sum[lane] >= least[zone] ? 1U : 0U;
            }
            if (reached == 0) continue;
            Row cases;
            std::copy(sum, sum + lanes, cases);
            group.look_at(zone, cases);
            least = group.least();
        }
    }
}

MAILLAGE_WIDE void LaneScan::scan_space_time(const std::uint32_t* counts, Group& group) const {
    const std::size_t steps = model_.steps, windows = model_.windows.size();
    // before[t] = cases of the zone in the steps before t.
    std::vector<std::uint32_t> before((steps + 1) * lanes);
    for (std::size_t centre = 0; centre < zones_.centres(); ++centre) {
        std::fill(before.begin(), before.end(), 0);
        for (std::size_t zone = zones_.start[centre]; zone < zones_.start[centre + 1]; ++zone) {
            const std::uint32_t* unit = counts + zones_.members[zone] * steps * lanes;
            Row sum = {};
            for (std::size_t step = 0; step < steps; ++step) {
                std::uint32_t* row = before.data() + (step + 1) * lanes;
                for (std::size_t lane = 0; lane < lanes; ++lane) {
                    sum[lane] += unit[step * lanes + lane];
                    row[lane] += sum[lane];
                }
            }
            const std::uint32_t* least = group.least() + zone * windows;
            for (std::size_t window = 0; window < windows; ++window) {
                const auto [from, to] = model_.windows[window];
                const std::uint32_t* last = before.data() + (to + 1) * lanes;
                const std::uint32_t* first = before.data() + from * lanes;
                std::uint32_t reached = 0;
                for (std::size_t lane = 0; lane < lanes; ++lane)
                    reached |= (last[lane] - first[lane] >= least[window]) ? 1U : 0U;
                if (reached == 0) continue;
                Row cases;
                for (std::size_t lane = 0; lane < lanes; ++lane) cases[lane] = last[lane] - first[lane];
                group.look_at(zone * windows + window, cases);
                least = group.least() + zone * windows;
            }
        }
    }
}

std::vector<double> LaneScan::maxima(std::uint32_t first, std::uint32_t count) const {
    const std::size_t groups = (count + lanes - 1) / lanes;
    const std::size_t cells = zones_.centres() * model_.steps;
    std::vector<double> found(groups * lanes, 0.0);
    run_(groups, [&](std::size_t group) {
        std::vector<std::uint32_t> one(cells), counts(cells * lanes, 0);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const std::size_t replicate = group * lanes + lane;
            if (replicate >= count) break;
            std::fill(one.begin(), one.end(), 0);
            model_.draw(static_cast<std::uint32_t>(first + replicate + 1), one);
            for (std::size_t cell = 0; cell < cells; ++cell) counts[cell * lanes + lane] = one[cell];
        }
        // Lanes beyond the last replicate hold nothing: they must not hold the level down.
        const std::size_t used = std::min(lanes, count - group * lanes);
        Group looked(*this, std::span(found).subspan(group * lanes, used));
        if (model_.steps == 1 && model_.windows.size() == 1)
            scan_space(counts.data(), looked);
        else
            scan_space_time(counts.data(), looked);
    });
    found.resize(count);
    return found;
}

}  // namespace maillage::engine
