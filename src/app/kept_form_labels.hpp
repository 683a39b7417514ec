#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

namespace maillage::app {

// What the forms call a field of that name; nothing for the fields that nobody sees.
std::optional<std::string> label_of_field(const platform::i18n::Words& words, std::string_view name);

}  // namespace maillage::app
