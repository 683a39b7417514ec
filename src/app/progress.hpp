#pragma once

#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

namespace maillage::app {

// The sentence of a step that the launcher tells: "cluster.initdb", "migration.<stem>",
// "ended.<service>.<status>", "refused.folder_in_use"… A step without a sentence is shown as it is.
std::string progress_sentence(const platform::i18n::Words& words, std::string_view step);

}  // namespace maillage::app
