#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/builder.hpp"
#include "platform/markdown/inline.hpp"

// The small part of Markdown that our help pages use, written through the HTML builder: nothing typed can
// become markup that the builder does not write. Known: # to #### headings, paragraphs, lists ("- ", "1. ",
// one level of nesting by indentation), definition lists ("term" then ": definition"), tables with a header,
// "> " quotes, ``` blocks, *emphasis*, **strong**, `code`, [links](…) to paths of our own (/…, #…) or https.
// Anything else is text.
namespace maillage::platform::markdown {

struct Heading {
    int level = 1;
    std::string text;
    std::string id;  // "comment-faire": letters and digits without accents
};

// The text of the first "# " heading, or "": the page's title.
std::string title_of(std::string_view text);
// The headings in order, for a table of contents.
std::vector<Heading> headings_of(std::string_view text);
// "#" becomes <h1>, or lower by `shift`: pages that have their <h1> already give 1.
void render(html::Out& out, std::string_view text, int shift = 0);

// Where several texts stand in one page or document.
struct Placing {
    int shift = 0;
    std::string_view id_prefix;  // of the headings' ids: no two alike
    Links links = Links::everywhere;
};
void render(html::Out& out, std::string_view text, const Placing& placing);

}  // namespace maillage::platform::markdown
