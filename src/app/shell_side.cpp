#include "app/shell_parts.hpp"

namespace maillage::app {

using platform::html::a;
using platform::html::a_if;
using platform::html::Out;
using platform::html::Raw;
using platform::html::Url;

namespace {

void brand(Out& out, const ShellView& view) {
    const Url home = Url::path(view.base.empty() ? "/" : view.base);
    el(out, "a", {a("class", "brand"), url("href", home)}, [&](Out& o) {
        o.raw(
            Raw("<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\" focusable=\"false\">"
                "<path d=\"M7 23 16 7l9 16M7 23h18M16 7v16\"/><g fill=\"currentColor\" stroke=\"none\">"
                "<circle cx=\"16\" cy=\"7\" r=\"3\"/><circle cx=\"7\" cy=\"23\" r=\"3\"/>"
                "<circle cx=\"25\" cy=\"23\" r=\"3\"/></g></svg>"));
        el(o, "span", {a("class", "names")}, [&](Out& names) {
            el(names, "strong", {}, view.words("shell.product"));
            if (!view.site_name.empty()) el(names, "span", {}, view.site_name);
        });
    });
}

void entry(Out& out, const ShellView& view, const NavEntry& item, std::string_view section) {
    const Url target = Url::path(item.path);
    el(out, "li", {}, [&](Out& li) {
        el(li, "a",
           {url("href", target), a_if("aria-current", item.key == section ? "page" : ""),
            a_if("data-go", item.shortcut)},
           [&](Out& link) {
               link.text(item.label);
               if (item.count == 0) return;
               el(link, "span", {}, [&](Out& count) {
                   count.text(view.words.number(item.count));
                   el(count, "span", {a("class", "sr")}, " " + view.words("shell.nav.waiting"));
               });
           });
    });
}

}  // namespace

void side_navigation(Out& out, const ShellView& view, std::string_view section) {
    el(out, "header", {a("class", "side")}, [&](Out& side) {
        brand(side, view);
        if (view.navigation.empty()) return;
        // A link to the navigation: without script its :target shows it; nav.ts makes it a button.
        const Url target = Url::fragment("nav");
        el(side, "a", {a("class", "opener"), url("href", target)}, [&](Out& o) {
            o.raw(
                Raw("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
                    "<path d=\"M4 7h16M4 12h16M4 17h16\"/></svg>"));
            o.text(view.words("shell.nav.open"));
        });
        const std::string name = view.words("shell.nav.label");
        el(side, "nav", {a("id", "nav"), a("aria-label", name)}, [&](Out& nav) {
            std::size_t index = 0;
            for (const NavGroup& group : view.navigation) {
                const std::string id = "nv" + std::to_string(index++);
                el(nav, "p", {a("id", id)}, group.label);
                el(nav, "ul", {a("aria-labelledby", id)}, [&](Out& list) {
                    for (const NavEntry& item : group.entries) entry(list, view, item, section);
                });
            }
        });
    });
}

}  // namespace maillage::app
