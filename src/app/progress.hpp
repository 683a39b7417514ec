#pragma once

#include <string>
#include <string_view>

#include "app/open_installation.hpp"
#include "platform/config/configuration.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// The sentence of a step that the launcher tells: "cluster.initdb", "migration.<stem>",
// "ended.<service>.<status>", "refused.folder_in_use"… A step without a sentence is shown as it is.
std::string progress_sentence(const platform::i18n::Words& words, std::string_view step);

// On standard error, in the language of the terminal.
Tell told_on_terminal(const platform::config::Configuration& configuration);

}  // namespace maillage::app
