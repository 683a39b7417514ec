#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/assets.hpp"
#include "platform/html/page.hpp"
#include "platform/i18n/words.hpp"

// The frame around every page: navigation, search, account, banner, footer. Works without script.
namespace maillage::app {

struct NavEntry {
    std::string key;  // Page::section of its pages
    std::string label;
    std::string path;
    std::int64_t count = 0;     // what waits there; nothing is shown for 0
    std::string shortcut = {};  // letter after "g"
};
struct NavGroup {
    std::string label;
    std::vector<NavEntry> entries;
};
struct ShellLink {
    std::string label;
    std::string path;
};

enum class Theme : std::uint8_t { system, light, dark };

// How long a session goes on, in seconds from now: until its end unless a page is asked, until the end that
// nothing puts off.
struct SessionEnd {
    std::int64_t ends_s = 0, last_s = 0;
    std::string ends_at, last_at;  // in words: "à 9 h 15"
};

struct ShellView {
    const platform::i18n::Words& words;
    const Assets& assets;
    std::string base;                       // "/laval"; empty on pages of no council
    std::string site_name;                  // the council's name, under the product's
    std::string here;                       // path and query of this page: where a switch comes back to
    std::string csrf;                       // of the session, or of the visitor
    std::string display_name = {};          // empty: nobody is signed in
    std::string role = {};                  // in words
    std::vector<NavGroup> navigation = {};  // empty: a page without navigation (sign-in, errors)
    std::vector<ShellLink> account = {};    // profile, accounts…: links of the user's menu
    std::vector<ShellLink> footer = {};
    Theme theme = Theme::system;
    bool letter_keys = true;
    bool demo = false;
    std::optional<SessionEnd> session = {};  // nothing: no warning
    std::int64_t failures = 0;               // to sign in, before this session
    std::string printed = {};                // "Copie de …, le …": shown on paper only
};

// The whole document. An htmx request gets the same: links are boosted, the body is replaced.
std::string render_shell(const ShellView& view, const platform::html::Page& page);

}  // namespace maillage::app
