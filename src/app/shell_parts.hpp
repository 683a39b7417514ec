#pragma once

#include "app/shell.hpp"

// The parts of the frame, one function each; shell.cpp puts them together.
namespace maillage::app {

void side_navigation(platform::html::Out& out, const ShellView& view, std::string_view section);
void top_bar(platform::html::Out& out, const ShellView& view, const platform::html::Page& page);
void breadcrumb(platform::html::Out& out, const ShellView& view, const platform::html::Page& page);
void footer(platform::html::Out& out, const ShellView& view);
// Shuts the dialog it stands in.
void close_button(platform::html::Out& out, const ShellView& view);
// The palette, the shortcuts, the help drawer and the session's warning: shut until a script opens them.
void dialogs(platform::html::Out& out, const ShellView& view);
// Above the page: that the session ends whatever is asked, in the last quarter of an hour; without a script,
// when it ends unless another page is asked.
void session_notice(platform::html::Out& out, const ShellView& view);
// Two minutes before the end, opened by a script that counts; its second part is shown once the session has
// ended.
void session_warning(platform::html::Out& out, const ShellView& view);

// A form that changes how pages are shown and comes back to this one, around `content`. What somebody signed
// in chooses is kept with the account, what a visitor chooses in a cookie.
template <class Content>
void preference_form(platform::html::Out& out, const ShellView& view, bool themes, Content&& content) {
    using platform::html::a;
    using platform::html::flag;
    const auto target =
        platform::html::Url::path((view.display_name.empty() ? "" : view.base) + "/preferences");
    el(out, "form",
       {a("method", "post"), url("action", target), a("data-hx-boost", "false"), flag("data-themes", themes)},
       [&](platform::html::Out& o) {
           void_el(o, "input", {a("type", "hidden"), a("name", "csrf"), a("value", view.csrf)});
           void_el(o, "input", {a("type", "hidden"), a("name", "back"), a("value", view.here)});
           content(o);
       });
}

// "Nadia Benali" → "NB", for the round mark beside the name.
std::string initials(std::string_view name);

}  // namespace maillage::app
