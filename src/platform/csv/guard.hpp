#pragma once

#include <string>
#include <string_view>

// A cell that begins with = + - @ TAB CR or NUL may run as a formula when a spreadsheet opens the file
// (OWASP ASVS 5.0, V1.2.10): text in exports gets a ' before it. Numbers that we write are not text.
namespace maillage::platform::csv {

bool looks_like_formula(std::string_view text);
// `text` as an export may show it.
std::string guarded(std::string_view text);
// What guarded() was given: importing our own export changes nothing.
std::string_view unguarded(std::string_view cell);

}  // namespace maillage::platform::csv
