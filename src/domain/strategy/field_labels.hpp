#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

namespace maillage::strategy {

// What the forms of this slice call a field of that name.
std::optional<std::string> label_of_field(const platform::i18n::Words& words, std::string_view name);

}  // namespace maillage::strategy
