#pragma once

#include <string>

#include "domain/strategy/action_view.hpp"
#include "domain/strategy/around_types.hpp"

// The history and what stands around an action, in the words that people know: labels, never keys.
namespace maillage::strategy {

std::string link_kind_word(const platform::i18n::Words& words, std::string_view kind);
std::string fund_word(const platform::i18n::Words& words, std::string_view fund);
// "30/06/2026 : 1 171", "Diagnostic, fait le 12/03/2026".
std::string line_word(const platform::i18n::Words& words, const RecordLine& line);

// Who did what: "Camille Martin a changé l'état", or the program itself when nobody was signed in.
enum class Deed : std::uint8_t { beginning, change };  // an import makes an action, or changes one
std::string deed_sentence(const platform::i18n::Words& words, const HistoryLine& line, Deed deed);
// "Partenaires : de « CAF » à « CAF ; SDIS »", "Ligne de budget, ajout : Formation, 2026, FIPD, 1 250,50 €".
std::string history_sentence(const platform::i18n::Words& words, const References& references,
                             const HistoryLine& line);

}  // namespace maillage::strategy
