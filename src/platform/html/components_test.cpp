#include "platform/html/components.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/check.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"
#include "tests/support/words.hpp"

namespace maillage::platform::html {
namespace {

using testing::HasSubstr;
using testing::Not;

http::Fields fields(std::initializer_list<std::pair<const char*, const char*>> pairs) {
    http::Fields made;
    for (const auto& [name, value] : pairs) made.add(name, value);
    return made;
}

TEST(A_link, keeps_the_query_and_replaces_what_it_is_told) {
    const auto query = fields({{"q", "café & thé"}, {"page", "3"}, {"empty", ""}});
    EXPECT_EQ(link("/laval/actions", query, {{"page", ""}, {"sort", "-due"}}),
              "/laval/actions?q=caf%C3%A9%20%26%20th%C3%A9&sort=-due");
    EXPECT_EQ(link("/laval/actions", {}), "/laval/actions");
}

TEST(A_page_heading, is_one_h1_and_its_situation) {
    Out out;
    page_heading(out, "Tableau <de> bord", "Situation au 24/11/2026");
    EXPECT_THAT(out.bytes, HasSubstr("<h1>Tableau &lt;de&gt; bord</h1>"));
    EXPECT_THAT(out.bytes, HasSubstr("<p class=\"muted\">Situation au 24/11/2026</p>"));
}

TEST(A_code, does_not_break_at_its_hyphen_and_nothing_else_is_touched) {
    Out out;
    text_with_codes(out, "Historique de PRE-1 et TRQ-14, art. L132-13, sous-préfet, CLSPD-2x, 2024-25 & A-1");
    EXPECT_EQ(out.bytes,
              "Historique de <span class=\"whole\">PRE-1</span> et <span class=\"whole\">TRQ-14</span>, "
              "art. <span class=\"whole\">L132-13</span>, "
              "sous-préfet, CLSPD-2x, 2024-25 &amp; A-1");
}

TEST(Pagination, keeps_the_filters_and_marks_the_current_page) {
    const auto query = fields({{"state", "late"}, {"page", "6"}});
    Out out;
    pagination(out, test::french(), {.path = "/laval/actions", .query = query, .page = 6, .rows = 1204});
    EXPECT_THAT(out.bytes, HasSubstr("501 à 600 sur 1\u202F204"));
    EXPECT_THAT(out.bytes, HasSubstr("href=\"/laval/actions?state=late\""));
    EXPECT_THAT(out.bytes, HasSubstr("href=\"/laval/actions?state=late&amp;page=13\""));
    EXPECT_THAT(out.bytes, HasSubstr("aria-label=\"Page 6\" data-keep=\"\" aria-current=\"page\">6</a>"));
    EXPECT_THAT(out.bytes, HasSubstr("<span>…</span>"));
    EXPECT_THAT(out.bytes, Not(HasSubstr("page=9")));
}

TEST(Pagination, of_one_page_only_says_how_many_rows_there_are) {
    const http::Fields none;
    Out out;
    pagination(out, test::french(), {.path = "/a", .query = none, .rows = 12});
    EXPECT_THAT(out.bytes, HasSubstr("1 à 12 sur 12"));
    EXPECT_THAT(out.bytes, Not(HasSubstr("<a ")));
    Out empty;
    pagination(empty, test::french(), {.path = "/a", .query = none, .rows = 0});
    EXPECT_THAT(empty.bytes, HasSubstr("0 ligne<"));
}

TEST(A_table, labels_its_cells_and_sorts_by_links) {
    const auto query = fields({{"sort", "due"}, {"page", "2"}});
    const Table description{.caption = "Actions",
                            .columns = {{"Action"}, {"Échéance", "due"}, {"Montant", "amount", true}},
                            .sorting = {.path = "/laval/actions", .query = &query}};
    Out out;
    table(out, test::french(), description, std::vector<int>{7}, [](Row& row, int id) {
        row.heading("Action <7>");
        row.cell("24/11/2026");
        row.cell(id);
    });
    EXPECT_THAT(out.bytes, HasSubstr("<caption class=\"sr\">Actions</caption>"));
    EXPECT_THAT(out.bytes, HasSubstr("aria-sort=\"ascending\"><a href=\"/laval/actions?sort=-due\""));
    EXPECT_THAT(out.bytes, HasSubstr("<a href=\"/laval/actions?sort=amount\""));
    EXPECT_THAT(out.bytes, HasSubstr("<th scope=\"row\">Action &lt;7&gt;</th>"));
    EXPECT_THAT(out.bytes, HasSubstr("<td data-l=\"Montant\" class=\"n\">7</td>"));
}

TEST(A_table, refuses_a_row_with_too_many_cells) {
    Out out;
    EXPECT_THROW(table(out, test::french(), {.caption = "x", .columns = {{"one"}}}, std::vector<int>{1},
                       [](Row& row, int) {
                           row.heading("a");
                           row.cell("b");
                       }),
                 foundation::Bug);
}

TEST(Progress, is_said_in_words_and_figures) {
    Out out;
    progress(out, test::french(), 0.655, "Médiation");
    EXPECT_THAT(out.bytes, HasSubstr("aria-label=\"Avancement de «\u00A0Médiation\u00A0»\""));
    EXPECT_THAT(out.bytes, HasSubstr("value=\"66\""));
    EXPECT_THAT(out.bytes, HasSubstr("<span>66\u00A0%</span>"));
}

TEST(Chips, are_links_with_their_counts) {
    Out out;
    chips(out, test::french(), "Filtres", {{"En retard", "/laval/actions?late=1", 1203, true}});
    EXPECT_THAT(out.bytes, HasSubstr("aria-current=\"true\">En retard (1\u202F203)</a>"));
}

}  // namespace
}  // namespace maillage::platform::html
