#include "domain/indicators/counted_places_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string_view>

#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

using Places = std::span<const CountedPlace>;

// "Commune de Laval", but not "Commune de Laval, quartier des Fourches".
bool is_whole_commune(const std::string& perimeter) {
    static constexpr std::array<std::string_view, 6> parts{"quartier", "secteur", "qpv",
                                                           "hors",     "zone",    "prioritaire"};
    const std::string text = foundation::folded(perimeter);
    return (text.starts_with("commune") || text.starts_with("ville")) &&
           std::ranges::none_of(parts, [&](std::string_view part) { return text.contains(part); });
}

void hide_alone(Places places, int below, std::vector<Hidden>& hidden) {
    std::map<std::string_view, std::vector<std::size_t>> by_perimeter;
    for (std::size_t i = 0; i < places.size(); ++i) by_perimeter[places[i].perimeter].push_back(i);
    for (const auto& [perimeter, indices] : by_perimeter) {
        std::vector<CountedPeriod> counted;
        for (const std::size_t i : indices) counted.push_back(places[i].counted);
        const auto zeros =
            is_whole_commune(std::string(perimeter)) ? engine::Zeros::shown : engine::Zeros::hidden;
        const auto found = hidden_periods(counted, {.threshold = below, .zeros = zeros});
        for (std::size_t at = 0; at < indices.size(); ++at) hidden[indices[at]] = found[at];
    }
}

// What a place, or all of them together, leave of a whole.
bool leaves_a_small_count(const std::vector<std::int64_t>& whole, const std::vector<std::int64_t>& part,
                          int below) {
    for (std::size_t i = 0; i < std::min(whole.size(), part.size()); ++i)
        if (const auto left = std::abs(whole[i] - part[i]); left > 0 && left < below) return true;
    return false;
}

bool leave_a_small_count(Places places, const std::vector<std::size_t>& touching_ones, std::size_t whole,
                         const std::vector<bool>& is_whole, int below) {
    const CountedPeriod& all = places[whole].counted;
    std::vector<std::int64_t> together(all.counts.size());
    for (const std::size_t i : touching_ones) {
        const CountedPeriod& part = places[i].counted;
        if (is_whole[i] || part.period != all.period) continue;
        if (leaves_a_small_count(all.counts, part.counts, below)) return true;
        for (std::size_t count = 0; count < std::min(together.size(), part.counts.size()); ++count)
            together[count] += part.counts[count];
    }
    return leaves_a_small_count(all.counts, together, below);
}

// Places whose periods touch, once each perimeter alone is protected.
void hide_across(Places places, const std::vector<std::size_t>& touching_ones, int below,
                 std::vector<Hidden>& hidden) {
    std::vector<bool> is_whole(places.size());
    for (const std::size_t i : touching_ones) is_whole[i] = is_whole_commune(places[i].perimeter);
    std::vector<bool> goes(places.size());
    for (const std::size_t one : touching_ones) {
        const bool leaves = is_whole[one] && leave_a_small_count(places, touching_ones, one, is_whole, below);
        if (hidden[one] == Hidden::no && !leaves) continue;
        for (const std::size_t other : touching_ones) {
            const bool another = places[other].perimeter != places[one].perimeter;
            // The whole commune alone tells nothing of one of its parts.
            if (another && (!is_whole[other] || (is_whole[one] && hidden[one] != Hidden::no)))
                goes[other] = true;
        }
    }
    for (const std::size_t i : touching_ones)
        if (goes[i]) hidden[i] = Hidden::gives_away;
}

}  // namespace

std::vector<Hidden> hidden_places(Places places, int below) {
    std::vector<Hidden> hidden(places.size(), Hidden::no);
    hide_alone(places, below, hidden);
    const auto elsewhere = [&](const CountedPlace& place) {
        return place.perimeter != places.front().perimeter;
    };
    if (std::ranges::none_of(places, elsewhere)) return hidden;
    std::vector<CountedPeriod> all;
    for (const CountedPlace& place : places) all.push_back(place.counted);
    for (const std::vector<std::size_t>& group : touching(all)) hide_across(places, group, below, hidden);
    return hidden;
}

}  // namespace maillage::indicators
