#pragma once

#include "platform/i18n/words.hpp"

namespace maillage::test {

// The product's own catalogues, as built; the zone is Europe/Paris.
const platform::i18n::Catalogues& catalogues();
inline const platform::i18n::Words& french() { return catalogues().of(platform::i18n::Language::fr); }
inline const platform::i18n::Words& english() { return catalogues().of(platform::i18n::Language::en); }

}  // namespace maillage::test
