#include "domain/indicators/small_counts_rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "domain/indicators/counted_places_rules.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

// As units are written, folded; in the plural too. A call to order, a report, a case is one person's as well.
constexpr std::array<std::string_view, 38> names_of_persons{
    "personne",    "victime",     "auteur",         "mineur",       "jeune",   "eleve",   "enfant",
    "adolescent",  "adulte",      "femme",          "homme",        "fille",   "garcon",  "collegien",
    "lyceen",      "etudiant",    "parent",         "famille",      "foyer",   "menage",  "habitant",
    "usager",      "detenu",      "sortant",        "beneficiaire", "fait",    "plainte", "infraction",
    "signalement", "situation",   "accompagnement", "rappel",       "dossier", "suivi",   "cas",
    "demande",     "orientation", "interpellation"};

bool names_persons(const std::string& unit) {
    const std::string text = foundation::folded(unit);
    for (std::string_view word : foundation::split(text, ' ')) {
        const auto named = [&](std::string_view one) {
            return std::ranges::find(names_of_persons, one) != names_of_persons.end();
        };
        if (named(word)) return true;
        if (word.ends_with('s')) word.remove_suffix(1);
        if (named(word)) return true;
    }
    return false;
}

bool is_count(double value) { return value >= 0 && value <= 1e9 && value == std::floor(value); }

std::vector<std::int64_t> counts_of(const Figure& figure) {
    const auto whole = [](double value) { return is_count(value) ? std::llround(value) : 0; };
    if (!figure.of) return {whole(figure.value)};
    return {whole(figure.value), whole(*figure.of - figure.value)};
}

// Of a baseline without one: it stands within no other.
const Period no_known_period = Period::year(1900);

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

// Its figures in their order; past them, the baseline where it is a count.
std::vector<CountedPlace> places_of(const Definition& said, const std::vector<Figure>& figures) {
    std::vector<CountedPlace> places;
    for (const Figure& figure : figures)
        places.push_back({figure.perimeter.empty() ? said.perimeter : figure.perimeter,
                          {figure.period, counts_of(figure)}});
    if (said.measure == Measure::count && said.baseline)
        places.push_back({said.perimeter,
                          {said.baseline_period.value_or(no_known_period),
                           {is_count(*said.baseline) ? std::llround(*said.baseline) : 0}}});
    return places;
}

}  // namespace

bool counts_people_or_facts(const Definition& said) {
    if (said.computed || said.measure == Measure::percent || said.measure == Measure::number) return false;
    return said.kind != Kind::activity || names_persons(said.unit);
}

bool withhold(Definition& said, std::vector<Figure>& figures, int below) {
    if (!counts_people_or_facts(said)) return false;
    const auto hidden = hidden_places(places_of(said, figures), below);
    bool any = false;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if (hidden[i] == Hidden::no) continue;
        any = true;
        const Withheld why{
            .why = hidden[i] == Hidden::small ? Withheld::Why::small : Withheld::Why::gives_away,
            .below = below};
        if (i == figures.size()) {
            take_baseline(said, why);
            continue;
        }
        // The percentage that a baseline prints may be that very share.
        if (figures[i].of && said.baseline && said.baseline_period == figures[i].period)
            take_baseline(said, why);
        take(figures[i], why);
    }
    return any;
}

}  // namespace maillage::indicators
