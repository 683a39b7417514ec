#pragma once

#include "domain/indicators/definition_import_page.hpp"

// The cells that were refused, each in a field of its own where it is typed again.
namespace maillage::indicators {

platform::html::FormState corrections_asked(const platform::i18n::Words& words,
                                            const DefinitionJudgement& judgement);
void correction_form(platform::html::Out& out, const identity::Call& call, const ImportPreview& preview,
                     const platform::html::FormState& state);

}  // namespace maillage::indicators
