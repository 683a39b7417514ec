#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/demo_town.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(A_partner, that_the_strategy_does_not_name_is_marked_and_stays_so_beside_another_one) {
    test::DemoTown laval;
    test::HttpClient browser = laval.signed_in("coordination");
    const std::string page = browser.get("/laval/actions/PRE-3").body;

    EXPECT_THAT(page, testing::ContainsRegex("ducation nationale</a> \\(suppos"));
    EXPECT_THAT(page, testing::Not(testing::ContainsRegex("INALTA</a> \\(suppos")));
    EXPECT_THAT(browser.get("/laval/actions/PRE-3.json").body,
                testing::HasSubstr("\"supposed_partners\":[\"education-nationale\"]"));
}

TEST(The_coordinator, goes_from_an_action_to_its_partner_and_back_to_its_actions) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    EXPECT_THAT(browser.get("/laval/actions/TRQ-10").body,
                AllOf(HasSubstr("href=\"/laval/organisations/sdis\""), HasSubstr("SDIS")));
    EXPECT_THAT(browser.get("/laval/organisations/sdis").body,
                AllOf(HasSubstr("href=\"/laval/actions/TRQ-10\""), HasSubstr("/laval/actions?partner=sdis")));
    EXPECT_THAT(browser.get("/laval/actions?partner=sdis").body,
                AllOf(HasSubstr("/laval/actions/TRQ-10"), Not(HasSubstr("/laval/actions/PRE-1\""))));
    EXPECT_THAT(browser.get("/laval/actions.json?partner=sdis").body,
                AllOf(HasSubstr("\"rows\":1"), HasSubstr("\"sdis\"")));
    EXPECT_THAT(browser.get("/laval/actions.json?partner=nobody").body, HasSubstr("\"rows\":0"));
    EXPECT_THAT(browser.get("/laval/organisations/inconnue").status, 404);
}

TEST(The_coordinator, chooses_partners_in_the_form_and_undoes_that) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-2";
    const test::Pairs typed{{"title", "Installer le groupe"},
                            {"domain", "PRE"},
                            {"organisations", "sdis"},
                            {"organisations", "caf"},
                            {"partners", "Barreau"}};

    const HttpAnswer saved = submit(browser, page + "/edit", page + "/edit", typed);
    ASSERT_EQ(saved.status, 200);
    EXPECT_THAT(saved.body,
                AllOf(HasSubstr("/laval/organisations/sdis"), HasSubstr("/laval/organisations/caf"),
                      HasSubstr("Barreau"), Not(HasSubstr("/laval/organisations/parquet\""))));
    EXPECT_THAT(browser.get("/laval/actions?partner=sdis").body, HasSubstr(page));
    EXPECT_THAT(browser.get("/laval/search?q=sdis").body, HasSubstr(page));
    EXPECT_THAT(browser.get("/laval/actions/export.csv?partner=sdis").body,
                AllOf(HasSubstr("due;partners\r\n"), HasSubstr("CAF; SDIS; Barreau")));

    const std::string change = saved.path.substr(saved.path.find("changed=") + 8);
    submit(browser, page, "/laval/changes/" + change + "/undo", {});
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"parquet\""), Not(HasSubstr("\"sdis\"")), Not(HasSubstr("Barreau"))));
}

TEST(A_partner_that_the_directory_does_not_know, is_refused_and_the_form_is_kept) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string form = "/laval/actions/PRE-2/edit";

    const HttpAnswer refused = submit(
        browser, form, form, {{"title", "Titre gardé"}, {"domain", "PRE"}, {"organisations", "nobody"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Titre gardé"), HasSubstr("role=\"alert\"")));
}

TEST(An_archived_organisation, stays_where_it_was_and_is_offered_nowhere) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    submit(browser, "/laval/organisations/sdis", "/laval/organisations/sdis/archive", {});

    EXPECT_THAT(browser.get("/laval/actions/TRQ-10").body, HasSubstr("/laval/organisations/sdis"));
    EXPECT_THAT(browser.get("/laval/actions/TRQ-10/edit").body, HasSubstr("SDIS (archivé"));
    EXPECT_THAT(browser.get("/laval/actions/PRE-2/edit").body, Not(HasSubstr("SDIS")));
    const std::string form = "/laval/actions/PRE-2/edit";
    EXPECT_EQ(
        submit(browser, form, form, {{"title", "T"}, {"domain", "PRE"}, {"organisations", "sdis"}}).status,
        422);
}

}  // namespace
}  // namespace maillage
