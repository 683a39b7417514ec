#include "app/shell_parts.hpp"
#include "platform/html/components.hpp"

namespace maillage::app {

using platform::html::a;
using platform::html::a_if;
using platform::html::Crumb;
using platform::html::flag;
using platform::html::Out;
using platform::html::Page;
using platform::html::Raw;
using platform::html::text_with_codes;
using platform::html::Url;
using platform::i18n::Language;

namespace {

void search(Out& out, const ShellView& view) {
    const Url target = Url::path(view.base + "/search");
    const std::string hint = view.words("shell.search.hint");
    el(out, "form", {a("class", "find"), a("role", "search"), a("method", "get"), url("action", target)},
       [&](Out& form) {
           el(form, "label", {a("class", "sr"), a("for", "find")}, view.words("shell.search.label"));
           void_el(form, "input",
                   {a("type", "search"), a("id", "find"), a("name", "q"), a("placeholder", hint),
                    a("autocomplete", "off"), a("maxlength", "200"),
                    a_if("aria-keyshortcuts", view.letter_keys ? "/" : "")});
           el(form, "button", {a("type", "submit"), a("class", "btn")}, [&](Out& button) {
               button.raw(
                   Raw("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" "
                       "focusable=\"false\"><circle cx=\"11\" cy=\"11\" r=\"6.5\"/>"
                       "<path d=\"m16 16 4.5 4.5\"/></svg>"));
               el(button, "span", {a("class", "sr")}, view.words("shell.search.button"));
           });
       });
}

void language_switch(Out& out, const ShellView& view) {
    const bool french = view.words.language() == Language::fr;
    preference_form(out, view, false, [&](Out& form) {
        el(form, "button",
           {a("type", "submit"), a("class", "btn quiet sm"), a("name", "language"),
            a("value", french ? "en" : "fr"), a("lang", french ? "en" : "fr")},
           view.words("shell.language.other"));
    });
}

void theme_choice(Out& out, const ShellView& view) {
    struct Choice {
        Theme theme;
        const char* value;
        std::string label;
    };
    const Choice choices[] = {{Theme::system, "auto", view.words("shell.theme.system")},
                              {Theme::light, "light", view.words("shell.theme.light")},
                              {Theme::dark, "dark", view.words("shell.theme.dark")}};
    el(out, "p", {a("class", "group"), a("id", "theme-label")}, view.words("shell.theme.label"));
    preference_form(out, view, true, [&](Out& form) {
        for (const Choice& choice : choices)
            el(form, "button",
               {a("type", "submit"), a("name", "theme"), a("value", choice.value),
                a("aria-pressed", choice.theme == view.theme ? "true" : "false")},
               choice.label);
    });
}

void sign_out(Out& out, const ShellView& view) {
    const Url target = Url::path("/sign-out");
    el(out, "form", {a("method", "post"), url("action", target), a("data-hx-boost", "false")},
       [&](Out& form) {
           void_el(form, "input", {a("type", "hidden"), a("name", "csrf"), a("value", view.csrf)});
           el(form, "button", {a("type", "submit")}, view.words("shell.account.sign_out"));
       });
}

void account_menu(Out& out, const ShellView& view) {
    el(out, "details", {a("class", "menu")}, [&](Out& menu) {
        el(menu, "summary", {}, [&](Out& summary) {
            el(summary, "span", {a("class", "avatar"), a("aria-hidden", "true")},
               initials(view.display_name));
            summary.text(view.display_name);
        });
        el(menu, "div", {a("class", "sheet")}, [&](Out& sheet) {
            if (!view.role.empty()) el(sheet, "p", {a("class", "group")}, view.role);
            el(sheet, "ul", {}, [&](Out& list) {
                for (const ShellLink& link : view.account) {
                    const Url target = Url::path(link.path);
                    el(list, "li", {}, [&](Out& li) { el(li, "a", {url("href", target)}, link.label); });
                }
            });
            void_el(sheet, "hr", {});
            theme_choice(sheet, view);
            void_el(sheet, "hr", {});
            sign_out(sheet, view);
        });
    });
}

}  // namespace

std::string initials(std::string_view name) {
    std::string letters;
    int words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < name.size() && words < 2; ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        const bool letter = byte >= 0x80U || (byte | 0x20U) - 'a' < 26U;
        if (letter && !inside) {
            letters += name[i];
            // The rest of a character of several bytes.
            while (i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xc0U) == 0x80U)
                letters += name[++i];
            ++words;
        }
        inside = letter;
    }
    return letters;
}

void top_bar(Out& out, const ShellView& view, const Page& page) {
    const std::string label = view.words("shell.top.label");
    el(out, "div", {a("class", "top"), a("role", "region"), a("aria-label", label)}, [&](Out& top) {
        if (!view.display_name.empty()) search(top, view);
        el(top, "div", {a("class", "tools")}, [&](Out& tools) {
            if (!view.display_name.empty()) {
                const Url help =
                    Url::path(view.base + "/help" + (page.help.empty() ? "" : "/") + std::string(page.help));
                el(tools, "a",
                   {a("class", "btn quiet sm"), url("href", help), a("data-hx-boost", "false"),
                    flag("data-drawer", true)},
                   view.words("shell.help"));
            }
            language_switch(tools, view);
            if (!view.display_name.empty()) account_menu(tools, view);
        });
    });
}

void breadcrumb(Out& out, const ShellView& view, const Page& page) {
    if (page.crumbs.size() < 2) return;  // one alone repeats the title
    const std::string label = view.words("shell.crumbs.label");
    el(out, "nav", {a("class", "crumbs"), a("aria-label", label)}, [&](Out& nav) {
        el(nav, "ol", {}, [&](Out& list) {
            for (const Crumb& crumb : page.crumbs) {
                if (crumb.path.empty()) {
                    el(list, "li", {a("aria-current", "page")},
                       [&](Out& o) { text_with_codes(o, crumb.label); });
                    continue;
                }
                const Url target = Url::path(crumb.path);
                el(list, "li", {}, [&](Out& li) {
                    el(li, "a", {url("href", target)}, [&](Out& o) { text_with_codes(o, crumb.label); });
                });
            }
        });
    });
}

void footer(Out& out, const ShellView& view) {
    el(out, "footer", {a("class", "foot")}, [&](Out& foot) {
        el(foot, "ul", {}, [&](Out& list) {
            for (const ShellLink& link : view.footer) {
                const Url target = Url::path(link.path);
                el(list, "li", {}, [&](Out& li) { el(li, "a", {url("href", target)}, link.label); });
            }
        });
    });
}

}  // namespace maillage::app
