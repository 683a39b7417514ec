#pragma once

#include <string>
#include <string_view>
#include <vector>

// Two people changed the same text: paragraph by paragraph, what each changed is taken, and nothing is lost.
namespace maillage::final_review {

// Without the blank lines between them.
std::vector<std::string> paragraphs_of(std::string_view text);

struct Versions {
    std::string_view base;  // what both began from
    std::string_view mine, theirs;
};
struct Merged {
    std::string text;
    int clashes = 0;  // places that both changed: both are there, theirs first
};
Merged merged(const Versions& versions);

struct Compared {
    std::string text;
    bool changed = false;  // not as in the text that it is compared with
};
// The paragraphs of `text`, and which are not in `base` at their place.
std::vector<Compared> compared(std::string_view base, std::string_view text);

}  // namespace maillage::final_review
