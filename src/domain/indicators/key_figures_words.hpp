#pragma once

#include <string>
#include <vector>

#include "domain/indicators/board.hpp"
#include "domain/indicators/series_rules.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::indicators {

// What one screen says of an indicator. A figure that is missing is said missing; nothing here has a colour.
struct KeySaid {
    std::string value, period;           // empty without a figure
    std::string certainty;               // "Pas de conclusion."; why it is not compared, otherwise
    std::vector<std::string> sentences;  // what, against what, what it does not say
    std::string trend;                   // what the small drawing shows; empty without two figures
    std::vector<double> drawn;
    std::string missing;  // "3 valeurs attendues manquent"; empty when none is
};
KeySaid key_said(const platform::i18n::Words& words, const Reading& reading);

// What is drawn beside the latest figure: two figures or more of its length and perimeter. Eleven months are
// not followed by a line of years.
std::optional<FigureSeries> series_beside(const Reading& reading);

}  // namespace maillage::indicators
