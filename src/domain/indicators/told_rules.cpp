#include "domain/indicators/told_rules.hpp"

namespace maillage::indicators {

bool may_be_told(Measure measure, const Figure& figure) {
    if (figure.withheld) return false;
    switch (measure) {
    case Measure::count: return figure.value >= least_count_told;
    case Measure::share:
        return figure.of && figure.value >= least_count_told && *figure.of - figure.value >= least_count_told;
    // Printed by their source: no count stands in them.
    case Measure::percent:
    case Measure::number: return true;
    }
    __builtin_unreachable();
}

}  // namespace maillage::indicators
