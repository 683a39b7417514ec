#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "tests/journeys/demo_town.hpp"

// The grid of figures that several people fill, and what is said of the values that stand.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

const std::string entry = "/laval/dashboard/G3/entry";

const std::string meetings = "v-g3-rencontres-population_2026-05_2026-08",
                  hours = "v-g3-heures-de-mediation_2026-05_2026-08";

// The grid as a page holds it: every cell, and what it showed; what is typed takes the place of one.
test::Pairs grid_in(const std::string& page, const test::Pairs& typed) {
    test::Pairs form;
    for (const char* field : {"csrf", "key", "shown"}) form.emplace_back(field, test::hidden(page, field));
    for (const std::string& field : {meetings, hours}) {
        const auto anew = std::ranges::find(typed, field, &test::Pairs::value_type::first);
        form.emplace_back(field, anew == typed.end() ? test::hidden(page, field) : anew->second);
    }
    return form;
}
std::string figures_of(HttpClient& browser, const std::string& code) {
    return browser.get("/laval/indicators/" + code + ".json").body;
}

TEST(A_grid_left_open, puts_no_old_value_back_over_the_one_that_another_entered) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    submit(browser, entry, entry, {{meetings, "4"}, {hours, "10,5"}});
    const test::Pairs old = grid_in(browser.get(entry).body, {{hours, "12"}});
    browser.post(entry, grid_in(browser.get(entry).body, {{meetings, "5"}}));

    EXPECT_EQ(browser.post(entry, old).status, 200);
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), HasSubstr("\"value\":5,"));
    EXPECT_THAT(figures_of(browser, "g3-heures-de-mediation"), HasSubstr("\"value\":12,"));
}

TEST(A_cell_that_two_people_changed, is_named_with_the_other_value_and_written_when_saved_again) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    submit(browser, entry, entry, {{meetings, "4"}});
    const test::Pairs old = grid_in(browser.get(entry).body, {{meetings, "987"}, {hours, "33"}});
    browser.post(entry, grid_in(browser.get(entry).body, {{meetings, "654"}}));

    const HttpAnswer asked = browser.post(entry, old);
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, AllOf(HasSubstr("Camille Martin"), HasSubstr("entre-temps"), HasSubstr("654"),
                                  HasSubstr("value=\"987\""), HasSubstr("value=\"33\"")));
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), HasSubstr("\"value\":654,"));
    EXPECT_EQ(browser.post(entry, grid_in(asked.body, {})).status, 200);
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), HasSubstr("\"value\":987,"));
    EXPECT_THAT(figures_of(browser, "g3-heures-de-mediation"), HasSubstr("\"value\":33,"));
}

TEST(A_cell_that_two_people_changed, was_withdrawn_by_the_other) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    submit(browser, entry, entry, {{meetings, "4"}});
    const test::Pairs old = grid_in(browser.get(entry).body, {{meetings, "5"}});
    const std::string page = "/laval/indicators/g3-rencontres-population";
    submit(browser, page, page + "/figures/withdrawal", {{"period", "2026-05/2026-08"}});
    const HttpAnswer asked = browser.post(entry, old);
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, HasSubstr("a été retirée entre-temps"));
}

TEST(A_grid, sent_by_two_at_once_takes_the_value_of_one_and_asks_the_other) {
    DemoTown laval;
    HttpClient one = laval.signed_in("coordination"), other = laval.signed_in("coordination");
    const test::Pairs first = grid_in(one.get(entry).body, {{meetings, "6"}}),
                      second = grid_in(other.get(entry).body, {{meetings, "9"}});
    int here = 0, there = 0;
    {
        const std::jthread at_once([&] { there = other.post(entry, second).status; });
        here = one.post(entry, first).status;
    }
    EXPECT_THAT((std::array{here, there}), UnorderedElementsAre(200, 422));
}

TEST(A_figure_of_a_period_that_has_one, is_named_and_replaced_only_when_asked) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/indicators/g3-rencontres-population";
    const auto enter = [&](const char* value, const char* replaced) {
        return submit(browser, page, page + "/figures",
                      {{"period", "2026-01/2026-04"}, {"value", value}, {"replaces", replaced}});
    };
    EXPECT_EQ(enter("345", "").status, 200);
    const HttpAnswer asked = enter("678", "");
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body,
                AllOf(HasSubstr("a déjà une valeur"), HasSubstr("345"), HasSubstr("Camille Martin"),
                      HasSubstr("value=\"2026-01/2026-04=345\""), HasSubstr("value=\"678\"")));
    EXPECT_EQ(enter("678", "2026-01/2026-04=345").status, 200);
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), HasSubstr("\"value\":678,"));
    EXPECT_THAT(enter("9", "2026-01/2026-04=345").body, HasSubstr("value=\"2026-01/2026-04=678\""))
        << "another value than the one that was named";
}

TEST(A_column_marked_provisional, marks_what_is_typed_in_it_and_nothing_else) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    submit(browser, entry, entry, {{hours, "10"}});
    test::Pairs form = grid_in(browser.get(entry).body, {{meetings, "4"}});
    form.emplace_back("provisional_columns", "3");
    browser.post(entry, form);
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), HasSubstr("\"provisional\":true"));
    EXPECT_THAT(figures_of(browser, "g3-heures-de-mediation"), Not(HasSubstr("\"provisional\":true")));
    browser.post(entry, grid_in(browser.get(entry).body, {{meetings, "5"}}));
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), Not(HasSubstr("\"provisional\":true")));
}

TEST(A_table_with_provisional_periods, marks_them_and_takes_the_mark_away) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const auto send = [&](const std::string& value, const std::string& periods) {
        const HttpAnswer preview = submit(browser, entry, entry + "/tables",
                                          {{"pasted",
                                            "Code\t2026-05/2026-08\tPériodes provisoires\n"
                                            "g3-rencontres-population\t" +
                                                value + "\t" + periods}});
        submit(browser, preview.path, preview.path + "/confirmation", {});
        return preview.body;
    };
    EXPECT_THAT(send("4", "2026-05/2026-08"), HasSubstr("4 (provisoire)"));
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), HasSubstr("\"provisional\":true"));
    EXPECT_THAT(send("4", "2026-05/2026-08"), HasSubstr("Rien ne change"));
    send("4", "");
    EXPECT_THAT(figures_of(browser, "g3-rencontres-population"), Not(HasSubstr("\"provisional\":true")));
    EXPECT_THAT(send("4", "bientôt"), AllOf(HasSubstr("name=\"provisional-2\""), HasSubstr("bientôt")));
}

}  // namespace
}  // namespace maillage
