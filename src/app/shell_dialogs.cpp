#include "app/shell_parts.hpp"

namespace maillage::app {

using platform::html::a;
using platform::html::flag;
using platform::html::Out;
using platform::html::Url;

void close_button(Out& out, const ShellView& view) {
    el(out, "form", {a("method", "dialog"), a("class", "bar")}, [&](Out& form) {
        el(form, "button", {a("type", "submit"), a("class", "btn quiet sm")}, view.words("shell.close"));
    });
}

namespace {

void key_hint(Out& out, std::string_view key, std::string_view meaning) {
    el(out, "span", {}, [&](Out& o) {
        el(o, "kbd", {}, key);
        o.text(" ");
        o.text(meaning);
    });
}

void palette(Out& out, const ShellView& view) {
    const std::string url = view.base + "/search.json", label = view.words("shell.palette.label"),
                      results = view.words("shell.palette.results"),
                      count = view.words("shell.palette.count"), page = view.words("shell.palette.page"),
                      hint = view.words("shell.search.hint");
    el(out, "dialog",
       {a("id", "palette"), a("class", "palette"), a("aria-label", label), a("data-url", url),
        a("data-count", count), a("data-page", page)},
       [&](Out& dialog) {
           el(dialog, "div", {a("class", "ask")}, [&](Out& ask) {
               void_el(
                   ask, "input",
                   {a("type", "text"), a("role", "combobox"), a("aria-label", label), a("placeholder", hint),
                    a("aria-controls", "palette-list"), a("aria-expanded", "false"),
                    a("aria-autocomplete", "list"), a("autocomplete", "off"), a("maxlength", "200")});
           });
           el(dialog, "ul", {a("id", "palette-list"), a("role", "listbox"), a("aria-label", results)},
              [](Out&) {});
           el(dialog, "p", {a("class", "none"), flag("hidden", true)}, view.words("shell.palette.none"));
           el(dialog, "p", {a("class", "foot-keys")}, [&](Out& keys) {
               key_hint(keys, "↑ ↓", view.words("shell.palette.choose"));
               key_hint(keys, view.words("shell.palette.key_enter"), view.words("shell.palette.open"));
               key_hint(keys, view.words("shell.palette.key_escape"), view.words("shell.palette.leave"));
           });
       });
}

void shortcut(Out& out, std::string_view first, std::string_view second, std::string_view meaning) {
    el(out, "dt", {}, [&](Out& o) {
        el(o, "kbd", {}, first);
        if (second.empty()) return;
        o.text(" ");
        el(o, "kbd", {}, second);
    });
    el(out, "dd", {}, meaning);
}

void shortcuts(Out& out, const ShellView& view) {
    el(out, "dialog", {a("id", "keys"), a("aria-labelledby", "keys-title")}, [&](Out& dialog) {
        el(dialog, "div", {a("class", "body")}, [&](Out& body) {
            el(body, "h2", {a("id", "keys-title")}, view.words("shell.keys.title"));
            el(body, "dl", {a("class", "shortcuts")}, [&](Out& list) {
                shortcut(list, "Ctrl", "K", view.words("shell.keys.palette"));
                shortcut(list, "/", "", view.words("shell.keys.search"));
                for (const NavGroup& group : view.navigation)
                    for (const NavEntry& item : group.entries)
                        if (!item.shortcut.empty()) shortcut(list, "g", item.shortcut, item.label);
                shortcut(list, "j", "k", view.words("shell.keys.rows"));
                shortcut(list, "x", "", view.words("shell.keys.select"));
                shortcut(list, "e", "", view.words("shell.keys.edit"));
                shortcut(list, "?", "", view.words("shell.keys.help"));
            });
            el(body, "p", {a("class", "muted")}, view.words("shell.keys.off"));
            close_button(body, view);
        });
    });
}

void drawer(Out& out, const ShellView& view) {
    const std::string label = view.words("shell.help");
    el(out, "dialog", {a("id", "drawer"), a("class", "drawer"), a("aria-label", label)}, [&](Out& dialog) {
        close_button(dialog, view);
        el(dialog, "div", {a("class", "content")}, [](Out&) {});
    });
}

}  // namespace

void dialogs(Out& out, const ShellView& view) {
    if (view.display_name.empty()) return;
    palette(out, view);
    shortcuts(out, view);
    drawer(out, view);
    if (view.session) session_warning(out, view);
}

}  // namespace maillage::app
