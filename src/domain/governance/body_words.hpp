#pragma once

#include <string>

#include "domain/governance/api.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::governance {

std::string in_words(const platform::i18n::Words& words, BodyKind kind);
std::string in_words(const platform::i18n::Words& words, Rhythm rhythm);
std::string in_words(const platform::i18n::Words& words, Standing standing);
std::string in_words(const platform::i18n::Words& words, Seat seat);
std::string in_words(const platform::i18n::Words& words, College college);
// A body's own name and purpose, in English where the council wrote them.
const std::string& name_in(const platform::i18n::Words& words, const Body& body);
const std::string& purpose_in(const platform::i18n::Words& words, const Body& body);
// "Chaque année, en février": what the city decided.
std::string rhythm_in_words(const platform::i18n::Words& words, const Body& body);
// "Au moins une fois tous les 12 mois (CSI, art. D132-9)"; empty when the law says nothing.
std::string law_in_words(const platform::i18n::Words& words, const Body& body);

}  // namespace maillage::governance
