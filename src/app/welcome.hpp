#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/start_command.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// What the launcher says once both sites answer: their addresses, and the accounts of the demonstration.
std::string welcome(const platform::i18n::Words& words, std::string_view agents, std::string_view residents,
                    Demonstration demonstration);

}  // namespace maillage::app
