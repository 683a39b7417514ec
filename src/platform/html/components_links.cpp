#include <algorithm>

#include "platform/html/components.hpp"
#include "platform/html/link.hpp"

// Filters, tabs and pages: all of them plain links.
namespace maillage::platform::html {

void chips(Out& out, const i18n::Words& words, std::string_view label, const std::vector<Chip>& filters) {
    el(out, "ul", {a("class", "chips"), a("aria-label", label)}, [&](Out& o) {
        for (const Chip& chip : filters)
            el(o, "li", {}, [&](Out& item) {
                const Url target = Url::path(chip.path);
                el(item, "a",
                   {a("class", "btn alt sm"), url("href", target),
                    a_if("aria-current", chip.current ? "true" : "")},
                   [&](Out& text) {
                       text.text(chip.label);
                       if (chip.count) text.text(" (" + words.number(*chip.count) + ")");
                   });
            });
    });
}

void tabs(Out& out, std::string_view label, const std::vector<Tab>& pages) {
    el(out, "nav", {a("aria-label", label)}, [&](Out& o) {
        el(o, "ul", {a("class", "tabs")}, [&](Out& list) {
            for (const Tab& tab : pages)
                el(list, "li", {}, [&](Out& item) {
                    const Url target = Url::path(tab.path);
                    el(item, "a", {url("href", target), a_if("aria-current", tab.current ? "page" : "")},
                       tab.label);
                });
        });
    });
}

std::int64_t Paging::pages() const { return std::max<std::int64_t>(1, (rows + per_page - 1) / per_page); }

namespace {

void page_link(Out& out, const Paging& paging, std::int64_t number, std::string_view text,
               std::string_view spoken) {
    const bool first = number == 1;
    const std::string typed = std::to_string(number);
    const Url target = Url::path(link(paging.path, paging.query, {{"page", first ? "" : typed}}));
    el(out, "li", {}, [&](Out& o) {
        el(o, "a",
           {url("href", target), a_if("aria-label", spoken), flag("data-keep", true),
            a_if("aria-current", number == paging.page ? "page" : "")},
           text);
    });
}

}  // namespace

void pagination(Out& out, const i18n::Words& words, const Paging& paging) {
    const std::int64_t last = paging.pages();
    const std::int64_t from = (paging.page - 1) * paging.per_page + 1;
    const std::int64_t to = std::min(paging.rows, paging.page * paging.per_page);
    const std::string label = words("pages.label");
    el(out, "nav", {a("class", "pages"), a("aria-label", label)}, [&](Out& o) {
        if (paging.rows == 0 || from > to)
            el(o, "p", {}, words.plural("pages.total", paging.rows));
        else
            el(o, "p", {},
               words("pages.range", {{"from", words.number(from)},
                                     {"to", words.number(to)},
                                     {"total", words.number(paging.rows)}}));
        if (last == 1) return;
        el(o, "ul", {}, [&](Out& list) {
            if (paging.page > 1) page_link(list, paging, paging.page - 1, words("pages.previous"), "");
            std::int64_t shown = 0;
            for (const std::int64_t number :
                 {std::int64_t{1}, paging.page - 1, paging.page, paging.page + 1, last}) {
                if (number <= shown || number > last) continue;
                if (number > shown + 1) el(list, "li", {}, [](Out& gap) { el(gap, "span", {}, "…"); });
                const std::string figure = words.number(number);
                page_link(list, paging, number, figure, words("pages.page", {{"n", figure}}));
                shown = number;
            }
            if (paging.page < last) page_link(list, paging, paging.page + 1, words("pages.next"), "");
        });
    });
}

void more_menu(Out& out, const i18n::Words& words, std::string_view about, const Content& content) {
    el(out, "details", {a("class", "menu more noprint")}, [&](Out& menu) {
        el(menu, "summary", {a("class", "btn alt")}, [&](Out& summary) {
            el(summary, "span", {a("aria-hidden", "true")}, "…");
            el(summary, "span", {a("class", "sr")}, words("page.more", {{"about", std::string(about)}}));
        });
        el(menu, "div", {a("class", "sheet")}, content);
    });
}

}  // namespace maillage::platform::html
