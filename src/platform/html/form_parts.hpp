#pragma once

#include <string>
#include <string_view>

#include "platform/html/form.hpp"

// What the fields of a form share.
namespace maillage::platform::html {

// Under the label, above the control: read in that order by a screen reader.
void hint_and_error(Out& out, std::string_view name, std::string_view hint, const FieldError* error);
// The ids of both, for aria-describedby.
std::string described_by(std::string_view name, std::string_view hint, const FieldError* error);

}  // namespace maillage::platform::html
