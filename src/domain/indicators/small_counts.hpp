#pragma once

#include <optional>

#include "domain/identity/api.hpp"
#include "domain/indicators/small_counts_rules.hpp"
#include "platform/db/tx.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::indicators {

// Who steers the council's security or answers for the figures by law (coordinator, elected, prefect,
// prosecutor, police) reads every count; its other partners, none below this. The least of one's roles' of
// today. From territory's thresholds; 5 where none is loaded.
std::optional<int> small_counts_below(platform::db::Tx& tx, const identity::Actor& actor);

// "moins de 5"; "non diffusé" for what would give such a count away.
std::string in_words(const platform::i18n::Words& words, const Withheld& withheld);
// For programs: "small", "gives_away"; empty for what is given.
std::string_view withheld_name(const std::optional<Withheld>& withheld);
// For whom a page or a document is made, and what that audience is not given.
std::string audience_in_words(const platform::i18n::Words& words, const std::optional<int>& below);

}  // namespace maillage::indicators
