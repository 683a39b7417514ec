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

// Sends `csv` as the wizard's file; the page of its preview.
HttpAnswer upload(HttpClient& browser, const std::string& csv) {
    const std::string page = browser.get("/laval/actions/import").body;
    return browser.post_files("/laval/actions/import",
                              {{"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}},
                              {{.field = "file", .name = "actions.csv", .type = "text/csv", .bytes = csv}});
}

TEST(An_export, imported_again_changes_nothing) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview = upload(browser, browser.get("/laval/actions/export.csv").body);
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body,
                HasSubstr("à créer : 0 ; à modifier : 0 ; sans changement : 47 ; refusées : 0"));
}

TEST(An_import, tells_each_mistake_writes_the_rest_and_is_undone_as_a_whole) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview = upload(browser,
                                      "code;domain;title;pilot;due\r\n"
                                      "PRE-1;PRE;Nouveau titre;Service;01/03/2029\r\n"
                                      "PRE-77;PRE;Action ajoutée;Service;2029-03-01\r\n"
                                      "PRE-78;QQQ;Domaine inconnu;Service;31/02/2029\r\n");
    EXPECT_THAT(preview.body,
                AllOf(HasSubstr("à créer : 1 ; à modifier : 1"), HasSubstr("QQQ"), HasSubstr("refused.csv")));
    EXPECT_THAT(browser.get("/laval/actions.json").body, HasSubstr("\"rows\":47"));
    EXPECT_THAT(
        browser.get(preview.path + ".json").body,
        AllOf(HasSubstr("\"state\":\"ready\",\"added\":1,\"changed\":1,\"unchanged\":0,\"refused\":1"),
              HasSubstr("\"code\":\"PRE-77\",\"title\":\"Action ajoutée\",\"result\":\"added\""),
              HasSubstr("\"new\":\"Nouveau titre\"")));

    const HttpAnswer done = submit(browser, preview.path, preview.path + "/confirmation", {});
    EXPECT_EQ(done.status, 200);
    EXPECT_THAT(browser.get("/laval/actions.json").body, HasSubstr("\"rows\":48"));
    EXPECT_THAT(browser.get(preview.path + "/refused.csv").body,
                AllOf(HasSubstr("motif"), HasSubstr("PRE-78"), Not(HasSubstr("PRE-77"))));

    const std::string change = done.path.substr(done.path.find("changed=") + 8);
    submit(browser, "/laval/actions", "/laval/changes/" + change + "/undo", {});
    EXPECT_THAT(browser.get("/laval/actions.json").body, HasSubstr("\"rows\":47"));
    EXPECT_THAT(browser.get("/laval/actions/PRE-1.json").body, Not(HasSubstr("Nouveau titre")));
}

TEST(The_columns_of_an_import, may_be_chosen_when_their_titles_are_unknown) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview = upload(browser, "référence;intitulé;qui\nPRE-1;Autre titre;Service\n");
    EXPECT_THAT(preview.body, HasSubstr("refusées : 1"));
    const HttpAnswer chosen =
        submit(browser, preview.path, preview.path + "/columns", {{"f-code", "0"}, {"f-title", "1"}});
    EXPECT_THAT(chosen.body, HasSubstr("à créer : 0 ; à modifier : 1"));
}

TEST(A_line_with_too_few_cells, is_refused_with_its_number_and_given_back) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer preview = upload(browser,
                                      "code;domain;title\r\n"
                                      "PRE-1;PRE\r\n"
                                      "\r\n"
                                      "PRE-2;QQQ;Domaine inconnu\r\n"
                                      "PRE-3;PRE;Trop;Encore\r\n");
    EXPECT_THAT(preview.body, AllOf(HasSubstr("refusées : 3"), HasSubstr("pas autant de cellules"),
                                    HasSubstr(">2</th>"), HasSubstr(">4</th>"), HasSubstr(">5</th>")));
    const std::string refused = browser.get(preview.path + "/refused.csv").body;
    EXPECT_THAT(refused,
                AllOf(HasSubstr("PRE-1;PRE;;"), HasSubstr("PRE-2;QQQ"), HasSubstr("PRE-3;PRE;Trop;Encore;")));

    const HttpAnswer all = upload(browser, "code;domain;title\r\nPRE-1\r\nPRE-2;PRE\r\n");
    EXPECT_THAT(all.body, HasSubstr("à créer : 0 ; à modifier : 0 ; sans changement : 0 ; refusées : 2"));
}

TEST(An_import_that_changes_nothing, says_so_at_its_end) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer preview = upload(browser, browser.get("/laval/actions/export.csv").body);
    const HttpAnswer done = submit(browser, preview.path, preview.path + "/confirmation", {});
    EXPECT_THAT(done.body, AllOf(HasSubstr("Rien n’a changé"), Not(HasSubstr("/confirmation"))));
}

TEST(An_import, refuses_a_due_date_before_the_start) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    EXPECT_THAT(upload(browser, "code;due\r\nPRE-1;02/01/2001\r\n").body,
                AllOf(HasSubstr("refusées : 1"), HasSubstr("L’échéance précède le début")));
}

TEST(A_file_that_is_no_table, is_refused_with_advice) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    EXPECT_EQ(upload(browser, std::string("\0\x01\x02", 3)).status, 422);
    EXPECT_EQ(upload(browser, "code;title\r\n").status, 422);
    EXPECT_EQ(upload(browser, "").status, 422);
}

}  // namespace
}  // namespace maillage
