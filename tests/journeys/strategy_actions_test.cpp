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

std::size_t count_of(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

// The number of the change that the page offers to undo.
std::string offered_undo(const std::string& path) {
    const std::size_t at = path.find("changed=");
    return at == path.npos ? std::string() : path.substr(at + 8);
}

TEST(The_coordinator, sees_every_view_of_the_actions) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    for (const char* path :
         {"/laval/actions", "/laval/actions?size=100", "/laval/actions/kanban", "/laval/actions/gantt",
          "/laval/actions/by/group", "/laval/actions/by/objective", "/laval/actions/by/pilot",
          "/laval/actions/by/quartier", "/laval/actions/by/state", "/laval/actions/by/domain",
          "/laval/actions/matrix", "/laval/strategy", "/laval/actions/new", "/laval/actions/PRE-12",
          "/laval/actions/TRQ-8", "/laval/actions/VUL-13", "/laval/actions/PRE-1/history",
          "/laval/actions/PRE-1/edit"}) {
        const HttpAnswer page = browser.get(path);
        EXPECT_EQ(page.status, 200) << path;
        EXPECT_EQ(count_of(page.body, "<h1"), 1u) << path;
        EXPECT_THAT(page.body, Not(HasSubstr("⟦"))) << path;
    }
    EXPECT_THAT(browser.get("/laval/actions.json").body, HasSubstr("\"rows\":47"));
    EXPECT_THAT(browser.get("/laval/actions/export.csv").body, HasSubstr("TRQ-14"));
}

TEST(The_coordinator, creates_an_action_with_four_fields_and_takes_it_back) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer made = submit(browser, "/laval/actions/new", "/laval/actions",
                                   {{"title", "Ouvrir un local <i>jeunes</i>"},
                                    {"domain", "PRE"},
                                    {"pilot", "Service jeunesse"},
                                    {"due", "1/2/27"}});
    EXPECT_THAT(made.path, HasSubstr("/laval/actions/PRE-16"));
    EXPECT_THAT(made.body, AllOf(HasSubstr("Ouvrir un local &lt;i&gt;"), HasSubstr("2027-02-01")));
    EXPECT_THAT(browser.get("/laval/actions/by/group").body,
                AllOf(HasSubstr("<h1>Actions par groupe de travail</h1>"),
                      HasSubstr("<th scope=\"row\">Sans groupe</th>")));
    const std::string change = offered_undo(made.path);
    submit(browser, made.path, "/laval/changes/" + change + "/undo", {{"back", "/laval/actions"}});
    EXPECT_EQ(browser.get("/laval/actions/PRE-16").status, 404);
}

TEST(A_wrong_form, keeps_what_was_typed_and_says_what_to_do) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer wrong =
        submit(browser, "/laval/actions/new", "/laval/actions",
               {{"title", ""}, {"domain", "ZZZ"}, {"pilot", "Service \"A\""}, {"due", "31/02/2027"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("role=\"alert\""), HasSubstr("31/02/2027"),
                                  HasSubstr("Service &quot;A&quot;"), HasSubstr("28/02/2027")));
    EXPECT_THAT(browser.get("/laval/actions.json").body, HasSubstr("\"rows\":47"));
}

TEST(Hostile_input, never_breaks_a_page_of_actions) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    for (const std::string& text :
         {std::string(5000, 'x'), std::string("a\x01z"), std::string("<script>alert(1)</script>"),
          std::string("=1+1"), std::string("'; drop table strategy.action; --")}) {
        const HttpAnswer answer = submit(browser, "/laval/actions/new", "/laval/actions",
                                         {{"title", text}, {"domain", "PRE"}, {"council_id", "2"}});
        EXPECT_LT(answer.status, 500);
        EXPECT_THAT(answer.body, Not(HasSubstr("<script>alert")));
    }
    for (const char* path : {"/laval/actions/NOPE-1", "/laval/actions/by/nothing", "/laval/actions/%3Cb%3E",
                             "/laval/actions/PRE-1/nothing"})
        EXPECT_EQ(browser.get(path).status, 404) << path;
    EXPECT_EQ(browser.get("/laval/actions?page=99999&sort=%27&state=late&size=-1").status, 200);
    EXPECT_THAT(browser.get("/laval/actions/export.csv").body, HasSubstr("'=1+1"));
}

TEST(The_state_of_an_action, changes_in_one_form_and_asks_for_a_reason_when_it_must) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-3";

    EXPECT_THAT(submit(browser, page, page + "/state", {{"state", "done"}}).path,
                HasSubstr(page + "?changed="));
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"state\":\"done\""));
    const HttpAnswer asked = submit(browser, page, page + "/state", {{"state", "suspended"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, HasSubstr("name=\"reason\""));
    submit(browser, page, page + "/state", {{"state", "suspended"}, {"reason", "Attente d'un avis"}});
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"state\":\"suspended\""), HasSubstr("\"late\":false")));
}

TEST(Two_editors, see_both_versions_and_lose_nothing) {
    DemoTown laval;
    HttpClient first = laval.signed_in("coordination"), second = laval.signed_in("coordination");
    const std::string edit = "/laval/actions/PRE-4/edit";
    const std::string form = second.get(edit).body;

    submit(first, edit, edit, {{"title", "Titre du premier"}, {"domain", "PRE"}});
    const HttpAnswer conflict = second.post(edit, {{"csrf", test::hidden(form, "csrf")},
                                                   {"key", test::hidden(form, "key")},
                                                   {"version", test::hidden(form, "version")},
                                                   {"title", "Titre du second"},
                                                   {"domain", "PRE"}});
    EXPECT_EQ(conflict.status, 409);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Titre du premier"), HasSubstr("Titre du second")));
    EXPECT_THAT(first.get("/laval/actions/PRE-4.json").body, HasSubstr("Titre du premier"));
}

TEST(A_bulk_change, is_previewed_applied_and_undone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const test::Pairs chosen{{"row", "PRE-3"},
                             {"row", "TRQ-1"},
                             {"row", "NOPE-9"},
                             {"bulk_due", "15/06/2029"},
                             {"bulk_pilot", "Cabinet"}};

    const HttpAnswer preview = submit(browser, "/laval/actions", "/laval/actions/bulk/preview", chosen);
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, AllOf(HasSubstr("NOPE-9"), HasSubstr("15/06/2029")));
    const HttpAnswer done = submit(browser, "/laval/actions", "/laval/actions/bulk", chosen);
    EXPECT_THAT(browser.get("/laval/actions/TRQ-1.json").body, HasSubstr("2029-06-15"));
    submit(browser, "/laval/actions", "/laval/changes/" + offered_undo(done.path) + "/undo", {});
    EXPECT_THAT(browser.get("/laval/actions/TRQ-1.json").body, Not(HasSubstr("2029-06-15")));
}

TEST(A_bulk_change_that_is_refused, is_corrected_where_it_was_typed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer wrong =
        submit(browser, "/laval/actions", "/laval/actions/bulk/preview",
               {{"row", "PRE-3"}, {"row", "TRQ-1"}, {"bulk_due", "31/02/2027"}, {"bulk_pilot", "Cabinet"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("href=\"#bulk_due\""), HasSubstr("id=\"bulk_due\""),
                                  HasSubstr("31/02/2027"), HasSubstr("value=\"Cabinet\""),
                                  HasSubstr("value=\"TRQ-1\" checked"), HasSubstr("type=\"submit\"")));
}

TEST(A_bulk_suspension, without_a_reason_is_asked_for_one_and_keeps_what_was_chosen) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    test::Pairs chosen{
        {"row", "PRE-3"}, {"row", "TRQ-1"}, {"bulk_state", "suspended"}, {"bulk_pilot", "Cabinet"}};

    const HttpAnswer preview = submit(browser, "/laval/actions", "/laval/actions/bulk/preview", chosen);
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, AllOf(HasSubstr("name=\"bulk_reason\""), HasSubstr("Modifier 2 actions")));
    const HttpAnswer silent = submit(browser, "/laval/actions", "/laval/actions/bulk", chosen);
    EXPECT_EQ(silent.status, 422);
    EXPECT_THAT(silent.body,
                AllOf(HasSubstr("href=\"#bulk_reason\""), HasSubstr("pourquoi l’action est suspendue"),
                      HasSubstr("value=\"Cabinet\""), HasSubstr("value=\"TRQ-1\" checked"),
                      HasSubstr("value=\"suspended\" selected")));
    EXPECT_THAT(browser.get("/laval/actions/TRQ-1.json").body, Not(HasSubstr("\"state\":\"suspended\"")));
    chosen.emplace_back("bulk_reason", "Budget");
    submit(browser, "/laval/actions", "/laval/actions/bulk", chosen);
    EXPECT_THAT(browser.get("/laval/actions/TRQ-1.json").body, HasSubstr("\"state\":\"suspended\""));
}

TEST(A_step, is_added_and_progress_follows) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-1";

    submit(browser, page, page + "/steps", {{"step_title", "Nouvelle étape"}, {"step_weight", "7"}});
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"progress\":50"));
    EXPECT_EQ(submit(browser, page, page + "/steps", {{"step_title", ""}}).status, 422);
    EXPECT_EQ(submit(browser, page, page + "/steps/999999", {{"act", "tick"}}).status, 404);
}

TEST(Who_may_not_edit, changes_nothing_and_learns_nothing) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), administrator = laval.signed_in("administration");

    EXPECT_EQ(elected.get("/laval/actions").status, 200);
    EXPECT_THAT(elected.get("/laval/actions").body, Not(HasSubstr("/actions/new")));
    for (const char* path : {"/laval/actions/PRE-1/edit", "/laval/actions/new"})
        EXPECT_EQ(elected.get(path).status, 404) << path;
    EXPECT_EQ(submit(elected, "/laval/actions", "/laval/actions/PRE-1/deletion", {}).status, 404);
    EXPECT_EQ(submit(elected, "/laval/actions", "/laval/actions/bulk", {{"row", "PRE-1"}}).status, 404);
    EXPECT_EQ(administrator.get("/laval/actions").status, 404);
    EXPECT_EQ(administrator.get("/laval/actions/PRE-1.json").status, 404);
    EXPECT_THAT(laval.signed_in("coordination").get("/laval/actions.json").body, HasSubstr("\"rows\":47"));
}

TEST(A_view_of_the_list, is_saved_with_its_filters_for_one_account) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    submit(browser, "/laval/actions", "/laval/actions/views",
           {{"name", "Mes retards"}, {"query", "?alarm=late&group=G3&evil=1"}});
    EXPECT_THAT(browser.get("/laval/actions").body,
                AllOf(HasSubstr("Mes retards"), HasSubstr("/laval/actions?group=G3&amp;alarm=late")));
    EXPECT_THAT(laval.signed_in("elue").get("/laval/actions").body, Not(HasSubstr("Mes retards")));
}

TEST(A_view_that_is_saved, begins_at_its_first_page_and_has_a_length) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer saved = submit(browser, "/laval/actions", "/laval/actions/views",
                                    {{"name", "Vue"}, {"query", "?page=3&alarm=late"}});
    EXPECT_THAT(saved.path, AllOf(HasSubstr("alarm=late"), Not(HasSubstr("page="))));
    std::string query = "?q=x";
    for (const char* field : {"pilot", "quartier", "partner", "axis", "group"}) {
        query += std::string("&") + field + "=";
        for (int i = 0; i < 90; ++i) query += "%C3%A9";
    }
    const HttpAnswer refused = submit(browser, "/laval/actions", "/laval/actions/views",
                                      {{"name", "Trop longue"}, {"query", query}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Trop longue"), HasSubstr("trop de filtres")));
}

TEST(A_filter, shows_all_where_nothing_is_chosen) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    for (const char* path : {"/laval/actions/kanban", "/laval/organisations"}) {
        const std::string page = browser.get(path).body;
        EXPECT_THAT(page, HasSubstr(">Tous</option>")) << path;
        EXPECT_EQ(count_of(page, "Choisir…"), 0u) << path;
    }
}

TEST(Figures, are_those_of_the_filtered_actions) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string board = browser.get("/laval/actions/kanban?alarm=late").body;
    EXPECT_THAT(board, HasSubstr(">Terminée (0)<"));
    const std::string gantt = browser.get("/laval/actions/gantt?size=10").body;
    EXPECT_THAT(gantt, AllOf(HasSubstr("10 actions dans le calendrier"), HasSubstr("47 actions en tout")));
    EXPECT_THAT(browser.get("/laval/actions/gantt?state=done").body, HasSubstr("dont 0 en retard"));
    EXPECT_THAT(browser.get("/laval/actions/matrix?size=10&page=2").body, HasSubstr("page=3"));
    EXPECT_THAT(browser.get("/laval/actions.json?state=done").body, HasSubstr("\"late\":0"));
}

TEST(News_of_a_partner, are_appended) {
    DemoTown laval;
    HttpClient partner = laval.signed_in("social");
    const std::string page = "/laval/actions/PRE-3";

    const HttpAnswer posted = submit(partner, page, page + "/news", {{"news_text", "Relevé <reçu>"}});
    EXPECT_THAT(posted.body, HasSubstr("Relevé &lt;reçu&gt;"));
    EXPECT_EQ(submit(partner, page, page + "/news", {{"news_text", "  "}}).status, 422);
}

}  // namespace
}  // namespace maillage
