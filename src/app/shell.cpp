#include "app/shell.hpp"

#include <algorithm>

#include "app/shell_parts.hpp"

namespace maillage::app {

using platform::html::a;
using platform::html::a_if;
using platform::html::Out;
using platform::html::Page;
using platform::html::Raw;
using platform::html::Url;

namespace {

void head(Out& out, const ShellView& view, const Page& page) {
    const std::string title = page.title + " – " + view.words("shell.product") +
                              (view.site_name.empty() ? "" : " " + view.site_name);
    out.raw(Raw("<head><meta charset=\"utf-8\">"));
    el(out, "title", {}, title);
    out.raw(
        Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            "<meta name=\"color-scheme\" content=\"light dark\">"
            "<meta name=\"htmx-config\" content='{\"includeIndicatorCSS\":false,\"allowEval\":false}'>"));
    const Url style = Url::path(view.assets.style), icon = Url::path(view.assets.icon);
    if (!view.assets.font.empty()) {
        const Url font = Url::path(view.assets.font);
        void_el(out, "link",
                {a("rel", "preload"), url("href", font), a("as", "font"), a("type", "font/woff2"),
                 a("crossorigin", "anonymous")});
    }
    void_el(out, "link", {a("rel", "stylesheet"), url("href", style)});
    void_el(out, "link", {a("rel", "icon"), url("href", icon), a("type", "image/svg+xml")});
    // The address of our own module is not text of a user: it comes from the build's manifest.
    out.raw(Raw("<script type=\"module\" src=\""));
    out.text(Url::path(view.assets.script).value());
    out.raw(Raw("\"></script>"));
    if (std::ranges::find(page.scripts, "progress") != page.scripts.end())
        out.raw(Raw("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"));
    out.raw(Raw("</head>"));
}

void demo_banner(Out& out, const ShellView& view) {
    if (!view.demo) return;
    const std::string label = view.words("shell.demo_label");
    el(out, "aside", {a("class", "demo"), a("aria-label", label)}, view.words("shell.demo"));
}

void column(Out& out, const ShellView& view, const Page& page) {
    el(out, "div", {a("class", "column")}, [&](Out& o) {
        demo_banner(o, view);
        top_bar(o, view, page);
        breadcrumb(o, view, page);
        session_notice(o, view);
        el(o, "main", {a("class", "page"), a("id", "contenu"), a("tabindex", "-1")}, [&](Out& main) {
            main.append(page.main);
            if (!view.printed.empty()) el(main, "p", {a("class", "print-only muted")}, view.printed);
        });
        footer(o, view);
    });
}

}  // namespace

std::string render_shell(const ShellView& view, const Page& page) {
    Out out;
    out.raw(Raw("<!doctype html>"));
    const char* theme = view.theme == Theme::light ? "light" : view.theme == Theme::dark ? "dark" : "";
    el(out, "html",
       {a("lang", view.words.code()), a_if("data-theme", theme),
        a_if("data-keys", view.letter_keys ? "" : "off")},
       [&](Out& html) {
           head(html, view, page);
           // Signing in changes the whole document: only the pages of somebody signed in are boosted.
           const char* boost = view.display_name.empty() ? "false" : "true";
           el(html, "body", {a("data-hx-boost:inherited", boost)}, [&](Out& body) {
               const Url content = Url::fragment("contenu");
               el(body, "a", {a("class", "skip"), url("href", content)}, view.words("shell.skip"));
               el(body, "div", {a("class", view.navigation.empty() ? "shell plain" : "shell")}, [&](Out& o) {
                   side_navigation(o, view, page.section);
                   column(o, view, page);
               });
               dialogs(body, view);
               const std::string failed = view.words("shell.failed");
               el(body, "p", {a("id", "live"), a("role", "status"), a("data-failed", failed)}, "");
           });
       });
    return std::move(out.bytes);
}

}  // namespace maillage::app
