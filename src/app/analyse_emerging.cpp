#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "app/analyse_titles.hpp"
#include "engine/space/emerging.hpp"
#include "foundation/result.hpp"

// Hot spots that appear, last or recede: one row a place and period.
namespace maillage::app {
namespace {

std::string word_of(engine::HotSpotClass kind) {
    switch (kind) {
    case engine::HotSpotClass::none: return "none";
    case engine::HotSpotClass::emerging: return "emerging";
    case engine::HotSpotClass::persistent: return "persistent";
    case engine::HotSpotClass::receding: return "receding";
    }
    return "none";
}

// A place and period that no row names counts 0; rows of the same place and period add up. The neighbours are
// those of the places, numbered in the order they first appear.
Answer<Analysis> emerging(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Units units = TRY(units_of(request, table));
    const auto values = TRY(table.numbers_of(request, "value"));
    const auto column = TRY(request.text("period"));
    const auto cells = TRY(table.texts(column));
    const auto periods = in_order(cells);
    if (units.names.empty()) return std::unexpected(Problem{.code = "empty", .found = 0});
    std::map<std::string_view, std::size_t> number;
    for (std::size_t k = 0; k < periods.size(); ++k) number[periods[k]] = k;
    constexpr std::size_t most = 100'000'000;
    if (periods.size() * units.names.size() > most)
        return std::unexpected(Problem{.code = "overflow",
                                       .found = static_cast<double>(periods.size() * units.names.size()),
                                       .needed = most});
    std::vector<std::vector<double>> map(periods.size(), std::vector<double>(units.names.size(), 0.0));
    for (std::size_t row = 0; row < values.size(); ++row)
        map[number[cells[row]]][units.of_row[row]] += values[row];
    const auto neighbours = TRY(neighbours_of(request, units.places));
    const auto found = TRY(answered(engine::emerging_hot_spots(map, neighbours)));

    Analysis analysis{.columns = {"unit", "x", "y", "class", "significant", "trend_s", "trend_z", "trend_p"}};
    analysis.figure("periods", whole(periods.size())).figure("last_period", periods.back());
    for (std::size_t unit = 0; unit < found.size(); ++unit) {
        const auto& one = found[unit];
        analysis.rows.push_back({units.names[unit], units.places.x[unit], units.places.y[unit],
                                 word_of(one.kind), whole(one.significant), one.trend.s, one.trend.z,
                                 one.trend.p});
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"emerging", "FILE", "value period x y id neighbours outlines contiguity precision nearest distance",
     "periods last_period unit x y class significant trend_s trend_z trend_p", emerging},
};

}  // namespace

std::span<const AnalyseMethod> emerging_methods() { return methods; }

}  // namespace maillage::app
