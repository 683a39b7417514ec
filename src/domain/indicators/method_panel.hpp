#pragma once

#include "domain/indicators/board.hpp"
#include "platform/html/builder.hpp"

namespace maillage::indicators {

// "Comment c'est calculé": the method, its parameters, the figures it was given, the source.
void how_it_is_computed(platform::html::Out& out, const platform::i18n::Words& words, const Reading& reading);

}  // namespace maillage::indicators
