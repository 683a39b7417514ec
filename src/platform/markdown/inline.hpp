#pragma once

#include <string>
#include <string_view>

#include "platform/html/builder.hpp"

namespace maillage::platform::markdown {

// Writes *emphasis*, **strong**, `code` and [links](…); what does not close is text.
void render_inline(html::Out& out, std::string_view text);
// The same words without their marks.
std::string plain(std::string_view text);

}  // namespace maillage::platform::markdown
