#pragma once

#include <string>

// Files as attackers, telephones and office programs make them. "ZQ7" is what must not come back.
namespace maillage::test {

// A picture of 60 × 40 points, lying on its side, that says with what, where and by whom it was taken, and
// holds a page of HTML after its end.
std::string telling_photo();
// A PNG of a few bytes that says it has 900 million points.
std::string pixel_flood();
// A page that says "Bonjour", with author, XMP, a script at opening and on the page (under escaped names), a
// program to start, a link to the web, an attached program, and a zip after its end.
std::string telling_pdf();
// A page whose links start a program, or lead to no web, by what stands in another object or beside a
// needless entry, and whose bytes another file holds.
std::string hiding_pdf();
std::string locked_pdf();  // needs a password

// Word and OpenDocument texts that say "Bonjour" and who wrote them, with that photo in them.
std::string telling_docx();
std::string telling_odt();
std::string odt_saying(const std::string& body);                             // in markup
std::string docx_with(const std::string& name, const std::string& content);  // besides what it needs

// What python's own readers find in the file `given`: the output of `script` in the sandbox.
std::string looked_into(const std::string& given, const std::string& script);

}  // namespace maillage::test
