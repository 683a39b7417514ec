#pragma once

#include "domain/identity/api.hpp"
#include "platform/html/builder.hpp"

namespace maillage::governance {

// A form of one button; `named` is read after the label by who does not see the row.
void post_button(platform::html::Out& out, identity::Call& call, const std::string& path,
                 std::string_view label, std::string_view named);

}  // namespace maillage::governance
