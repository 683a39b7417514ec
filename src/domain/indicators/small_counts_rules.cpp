#include "domain/indicators/small_counts_rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "domain/indicators/nested_counts_rules.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

// As units are written, folded; in the plural too.
constexpr std::array<std::string_view, 20> names_of_persons{
    "personne",   "victime",  "auteur", "mineur", "jeune",   "eleve",       "enfant",
    "adolescent", "adulte",   "femme",  "homme",  "parent",  "famille",     "foyer",
    "menage",     "habitant", "usager", "detenu", "sortant", "beneficiaire"};

bool names_persons(const std::string& unit) {
    const std::string text = foundation::folded(unit);
    for (std::string_view word : foundation::split(text, ' ')) {
        if (word.ends_with('s')) word.remove_suffix(1);
        if (std::ranges::find(names_of_persons, word) != names_of_persons.end()) return true;
    }
    return false;
}

bool is_whole_commune(const std::string& perimeter) {
    const std::string text = foundation::folded(perimeter);
    return text.starts_with("commune") || text.starts_with("ville");
}

bool is_count(double value) { return value >= 0 && value <= 1e9 && value == std::floor(value); }

std::vector<std::int64_t> counts_of(const Figure& figure) {
    const auto whole = [](double value) { return is_count(value) ? std::llround(value) : 0; };
    if (!figure.of) return {whole(figure.value)};
    return {whole(figure.value), whole(*figure.of - figure.value)};
}

// Of a baseline without one: it stands within no other.
const Period no_known_period = Period::year(1900);

struct Place {
    std::size_t figure;  // past the figures: the baseline
    CountedPeriod counted;
};

void take(Figure& figure, const Withheld& why) {
    figure.value = std::numeric_limits<double>::quiet_NaN();
    figure.of.reset();
    figure.note.clear();
    figure.source_line.clear();
    figure.withheld = why;
}

void take_baseline(Definition& said, const Withheld& why) {
    said.baseline.reset();
    said.baseline_withheld = why;
}

// One perimeter: its figures, and the baseline where it is counted there.
bool withhold_there(Definition& said, std::vector<Figure>& figures, const std::string& perimeter, int below) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i].perimeter == perimeter)
            places.push_back({i, {figures[i].period, counts_of(figures[i])}});
    const bool with_baseline = said.measure == Measure::count && said.baseline && perimeter == said.perimeter;
    if (with_baseline)
        places.push_back({figures.size(),
                          {said.baseline_period.value_or(no_known_period),
                           {is_count(*said.baseline) ? std::llround(*said.baseline) : 0}}});
    std::vector<CountedPeriod> counted;
    for (Place& place : places) counted.push_back(std::move(place.counted));
    const auto zeros = is_whole_commune(perimeter) ? engine::Zeros::shown : engine::Zeros::hidden;
    const auto hidden = hidden_periods(counted, {.threshold = below, .zeros = zeros});
    bool any = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (hidden[i] == Hidden::no) continue;
        any = true;
        const Withheld why{
            .why = hidden[i] == Hidden::small ? Withheld::Why::small : Withheld::Why::gives_away,
            .below = below};
        if (places[i].figure == figures.size()) {
            take_baseline(said, why);
            continue;
        }
        Figure& figure = figures[places[i].figure];
        // The percentage that a baseline prints may be that very share.
        if (figure.of && said.baseline && said.baseline_period == figure.period) take_baseline(said, why);
        take(figure, why);
    }
    return any;
}

}  // namespace

bool counts_people_or_facts(const Definition& said) {
    if (said.computed || said.measure == Measure::percent || said.measure == Measure::number) return false;
    return said.kind != Kind::activity || names_persons(said.unit);
}

bool withhold(Definition& said, std::vector<Figure>& figures, int below) {
    if (!counts_people_or_facts(said)) return false;
    std::vector<std::string> perimeters{said.perimeter};
    for (const Figure& figure : figures)
        if (std::ranges::find(perimeters, figure.perimeter) == perimeters.end())
            perimeters.push_back(figure.perimeter);
    bool any = false;
    for (const std::string& perimeter : perimeters)
        any = withhold_there(said, figures, perimeter, below) || any;
    return any;
}

}  // namespace maillage::indicators
