#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/html/builder.hpp"

namespace maillage::platform::markdown {

// On paper a path of this site leads nowhere: its words alone are written.
enum class Links : std::uint8_t { everywhere, other_sites };

// Writes *emphasis*, **strong**, `code` and [links](…); what does not close is text.
void render_inline(html::Out& out, std::string_view text, Links links = Links::everywhere);
// The same words without their marks.
std::string plain(std::string_view text);

}  // namespace maillage::platform::markdown
