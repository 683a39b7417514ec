#include "platform/html/table.hpp"

#include "foundation/check.hpp"
#include "platform/html/link.hpp"

namespace maillage::platform::html {
namespace {

// A second click on the header turns the order round. The page number goes: it named rows of another order.
void sorted_header(Out& out, const Table& table, const Column& column) {
    const http::Fields none;
    const http::Fields& query = table.sorting.query == nullptr ? none : *table.sorting.query;
    const auto asked = query.find("sort");
    const std::string_view current = asked ? *asked : std::string_view(table.sorting.usual);
    const std::string descending = "-" + column.sort;
    const bool is_ascending = current == column.sort, is_descending = current == descending;
    const Url target = Url::path(
        link(table.sorting.path, query, {{"sort", is_ascending ? descending : column.sort}, {"page", ""}}));
    const std::string_view order = is_ascending ? "ascending" : is_descending ? "descending" : "";
    el(out, "th", {a("scope", "col"), a_if("class", column.number ? "n" : ""), a_if("aria-sort", order)},
       [&](Out& o) { el(o, "a", {url("href", target), flag("data-keep", true)}, column.label); });
}

void header(Out& out, const i18n::Words& words, const Table& table) {
    if (table.pick)
        el(out, "td", {a("class", "pick")}, [&](Out& o) {
            el(o, "label", {flag("hidden", true)}, [&](Out& label) {
                void_el(label, "input", {a("type", "checkbox"), flag("data-all", true)});
                el(label, "span", {a("class", "sr")}, words("table.select_all"));
            });
        });
    for (const Column& column : table.columns) {
        if (!column.sort.empty())
            sorted_header(out, table, column);
        else
            el(out, "th", {a("scope", "col"), a_if("class", column.number ? "n" : "")}, column.label);
    }
}

}  // namespace

const Column& Row::next() {
    foundation::check(column_ < table_.columns.size(), "a row has more cells than its table has columns");
    return table_.columns[column_++];
}

void Row::pick(std::string_view id, std::string_view name) {
    el(out_, "td", {a("class", "pick")}, [&](Out& o) {
        el(o, "label", {}, [&](Out& label) {
            void_el(label, "input", {a("type", "checkbox"), a("name", "row"), a("value", id)});
            el(label, "span", {a("class", "sr")}, words_("table.select", {{"row", std::string(name)}}));
        });
    });
}

void table_open(Out& out, const i18n::Words& words, const Table& table) {
    // The frame that scrolls is a region of its own: its name must differ from that of the panel around it.
    const std::string region = words("table.region", {{"table", table.caption}});
    open_tag(out, "div",
             {a("class", "scroll"), a("tabindex", "0"), a("role", "region"), a("aria-label", region)});
    open_tag(out, "table", {a("class", "stack")});
    el(out, "caption", {a("class", "sr")}, table.caption);
    el(out, "thead", {}, [&](Out& o) { el(o, "tr", {}, [&](Out& row) { header(row, words, table); }); });
    open_tag(out, "tbody", {});
}

void table_close(Out& out) {
    close_tag(out, "tbody");
    close_tag(out, "table");
    close_tag(out, "div");
}

}  // namespace maillage::platform::html
