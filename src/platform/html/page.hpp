#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "platform/html/builder.hpp"
#include "platform/http/message.hpp"

namespace maillage::platform::html {

struct Crumb {
    std::string label;
    std::string path;  // of our origin; empty for the current page
};

// What a handler makes of a request when it answers with a page: the content of <main>, without the shell
// (navigation, search, banner), which app adds. `title` names the kind of page, never a person.
struct Page {
    std::string title;
    Out main;  // begins with the one <h1>
    int status = 200;
    std::string_view section;  // key of the navigation entry that is current: "actions", "home"…
    std::vector<Crumb> crumbs;
    std::string_view help;  // stem of the help page: docs/aide/<lang>/<help>.md
    // Islands this page needs besides the common ones: "kanban". One with "progress" is asked again by
    // browsers without script.
    std::vector<std::string> scripts;
    std::vector<std::pair<std::string, std::string>> headers;  // of the answer: "retry-after", "set-cookie"
};

using Answer = std::variant<Page, http::Response>;

}  // namespace maillage::platform::html
