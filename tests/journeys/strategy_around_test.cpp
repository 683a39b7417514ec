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

// What stands between `before` and the next `after`, the first time; "" when it is not there.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t start = text.find(before);
    if (start == text.npos) return {};
    const std::size_t from = start + before.size();
    return text.substr(from, text.find(after, from) - from);
}

TEST(The_steps_of_an_action, are_ticked_moved_and_deleted_and_each_is_undone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/TRQ-13";
    const std::string first = between(browser.get(page).body, page + "/steps/", "\"");
    const std::string step = page + "/steps/" + first;

    submit(browser, page, step, {{"act", "delete"}});
    EXPECT_THAT(browser.get(page + ".json").body, Not(HasSubstr("\"id\":" + first + ",")));
    const HttpAnswer history = browser.get(page + "/history");
    const std::string set = between(history.body, "/laval/changes/", "/undo");
    submit(browser, page, "/laval/changes/" + set + "/undo", {{"back", page}});
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"id\":" + first + ","));

    EXPECT_EQ(submit(browser, page, step, {{"act", "down"}}).status, 200);
    EXPECT_EQ(submit(browser, page, step, {{"act", "up"}}).status, 200);
    EXPECT_EQ(submit(browser, page, step, {{"act", "untick"}}).status, 200);
    EXPECT_EQ(submit(browser, page, step, {{"act", "tick"}}).status, 200);
    EXPECT_EQ(submit(browser, page, step, {{"act", "explode"}}).status, 404);
}

TEST(A_step, is_changed_in_title_due_date_and_weight_and_progress_follows_until_it_is_undone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/TRQ-13";
    const std::string step = page + "/steps/" + between(browser.get(page).body, page + "/steps/", "\"");
    const std::string before = between(browser.get(page + ".json").body, "\"progress\":", ",");
    EXPECT_THAT(browser.get(step).body, AllOf(HasSubstr("name=\"step_weight\""), HasSubstr("<h1")));

    const HttpAnswer saved = submit(
        browser, step, step,
        {{"act", "save"}, {"step_title", "Pose revue"}, {"step_due", "3/3/2027"}, {"step_weight", "97"}});
    EXPECT_THAT(saved.body, AllOf(HasSubstr("Pose revue"), HasSubstr("2027-03-03")));
    EXPECT_NE(between(browser.get(page + ".json").body, "\"progress\":", ","), before);
    submit(browser, page, "/laval/changes/" + between(saved.path + "&", "changed=", "&") + "/undo", {});
    EXPECT_EQ(between(browser.get(page + ".json").body, "\"progress\":", ","), before);

    const HttpAnswer refused =
        submit(browser, step, step,
               {{"act", "save"}, {"step_title", "Titre gardé"}, {"step_due", "31/2"}, {"step_weight", "0"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body,
                AllOf(HasSubstr("Titre gardé"), HasSubstr("31/2"), HasSubstr("role=\"alert\"")));
    EXPECT_EQ(browser.get(page + "/steps/999999").status, 404);
    EXPECT_EQ(laval.signed_in("elue").get(step).status, 404);
}

TEST(A_deleted_action, comes_back_when_the_deletion_is_undone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer deleted = submit(browser, "/laval/actions/RAD-1", "/laval/actions/RAD-1/deletion", {});
    EXPECT_EQ(browser.get("/laval/actions/RAD-1").status, 404);
    const std::string set = between(deleted.path + "&", "changed=", "&");
    submit(browser, "/laval/actions", "/laval/changes/" + set + "/undo", {});
    EXPECT_EQ(browser.get("/laval/actions/RAD-1").status, 200);
    EXPECT_EQ(submit(browser, "/laval/actions", "/laval/changes/" + set + "/undo", {}).status, 422);
    EXPECT_EQ(submit(browser, "/laval/actions", "/laval/changes/none/undo", {}).status, 404);
}

TEST(A_deletion, is_not_undone_when_another_action_has_the_code) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer deleted = submit(browser, "/laval/actions/PRE-15", "/laval/actions/PRE-15/deletion", {});
    const std::string set = between(deleted.path + "&", "changed=", "&");
    const HttpAnswer made =
        submit(browser, "/laval/actions/new", "/laval/actions",
               {{"title", "Une autre"}, {"domain", "PRE"}, {"pilot", "Service"}, {"due", "1/2/27"}});
    EXPECT_THAT(made.path, HasSubstr("/laval/actions/PRE-16"));
    const std::string form = browser.get("/laval/actions/import").body;
    const HttpAnswer staged = browser.post_files(
        "/laval/actions/import", {{"csrf", test::hidden(form, "csrf")}, {"key", test::hidden(form, "key")}},
        {{.field = "file",
          .name = "a.csv",
          .type = "text/csv",
          .bytes = "code;domain;title\r\nPRE-15;PRE;Encore une\r\n"}});
    submit(browser, staged.path, staged.path + "/confirmation", {});
    const HttpAnswer undone = submit(browser, "/laval/actions", "/laval/changes/" + set + "/undo", {});
    EXPECT_EQ(undone.status, 422);
    EXPECT_THAT(undone.body, HasSubstr("Une autre action porte déjà ce code"));
    EXPECT_THAT(browser.get("/laval/actions/PRE-15").body, HasSubstr("Encore une"));
}

TEST(Links_of_an_action, are_added_checked_and_removed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-10";

    EXPECT_EQ(
        submit(browser, page, page + "/links", {{"link_kind", "url"}, {"link_target", "javascript:alert(1)"}})
            .status,
        422);
    EXPECT_EQ(
        submit(browser, page, page + "/links", {{"link_kind", "action"}, {"link_target", "XX-9"}}).status,
        422);
    const HttpAnswer added =
        submit(browser, page, page + "/links",
               {{"link_kind", "url"}, {"link_target", "https://example.org/a"}, {"link_label", "Guide"}});
    EXPECT_THAT(added.body, AllOf(HasSubstr("https://example.org/a"), HasSubstr("noreferrer")));
    EXPECT_EQ(submit(browser, page, page + "/links",
                     {{"link_kind", "url"}, {"link_target", "https://example.org/a"}})
                  .status,
              422);
    const std::string link = between(added.body, page + "/links/", "/deletion");
    submit(browser, page, page + "/links/" + link + "/deletion", {});
    const HttpAnswer after = browser.get(page);
    EXPECT_NE(between(after.body, page + "/links/", "/deletion"), link);
}

TEST(A_line_that_is_there_already, is_refused_with_what_was_typed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-9";
    const auto budget = [&](const char* amount) {
        return submit(browser, page, page + "/budget",
                      {{"budget_label", "Salle des fêtes"},
                       {"budget_year", "2026"},
                       {"budget_amount", amount},
                       {"budget_fund", "fipd"}});
    };
    const auto link = [&](const char* label) {
        return submit(
            browser, page, page + "/links",
            {{"link_kind", "url"}, {"link_target", "https://example.org/b"}, {"link_label", label}});
    };
    EXPECT_EQ(budget("100").status, 200);
    EXPECT_EQ(link("Premier").status, 200);
    HttpClient officer = laval.signed_in("dpo");
    const std::string journal = officer.get("/laval/journal.json?act=strategy.budget").body;

    const HttpAnswer again = budget("7654");
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, AllOf(HasSubstr("value=\"7654\""), HasSubstr("déjà")));
    const HttpAnswer relabelled = link("Second");
    EXPECT_EQ(relabelled.status, 422);
    EXPECT_THAT(relabelled.body, AllOf(HasSubstr("value=\"Second\""), HasSubstr("déjà")));
    EXPECT_EQ(officer.get("/laval/journal.json?act=strategy.budget").body, journal);
}

TEST(A_draft, is_kept_and_taken_up_again) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    EXPECT_EQ(submit(browser, "/laval/actions/new", "/laval/drafts/actions/new",
                     {{"title", "Un brouillon & demi"}, {"evil", "x"}})
                  .status,
              204);
    EXPECT_THAT(browser.get("/laval/actions/new").body, HasSubstr("draft=1"));
    EXPECT_THAT(browser.get("/laval/actions/new?draft=1").body, HasSubstr("Un brouillon &amp; demi"));
}

TEST(The_news_of_an_action, are_kept_while_they_are_typed_for_their_author_alone) {
    DemoTown laval;
    HttpClient mediator = laval.signed_in("mediation"), other = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-1", kept = "/laval/drafts/news/PRE-1";

    EXPECT_EQ(submit(mediator, page, kept, {{"news_text", "Réunion <tenue> à"}}).status, 204);
    EXPECT_THAT(mediator.get(page).body,
                AllOf(HasSubstr("Réunion &lt;tenue&gt; à</textarea>"), HasSubstr("repris")));
    EXPECT_THAT(other.get(page).body, Not(HasSubstr("Réunion &lt;tenue&gt;")));
    submit(mediator, page, page + "/news", {{"news_text", "Réunion tenue"}});
    EXPECT_THAT(mediator.get(page).body, Not(HasSubstr("repris")));
    EXPECT_EQ(submit(mediator, page, "/laval/drafts/news/PRE-999", {{"news_text", "x"}}).status, 404);
    EXPECT_EQ(submit(mediator, page, kept, {{"news_text", std::string(20'001, 'x')}}).status, 413);
    EXPECT_EQ(submit(mediator, page, kept, {{"news_text", ""}}).status, 204);
}

TEST(A_saved_view, is_deleted_by_its_owner_alone) {
    DemoTown laval;
    HttpClient owner = laval.signed_in("coordination"), other = laval.signed_in("elue");

    submit(owner, "/laval/actions", "/laval/actions/views", {{"name", "Vue"}, {"query", "?alarm=late"}});
    const std::string view = between(owner.get("/laval/actions").body, "/laval/actions/views/", "/deletion");
    EXPECT_EQ(submit(other, "/laval/actions", "/laval/actions/views/" + view + "/deletion", {}).status, 404);
    EXPECT_EQ(submit(owner, "/laval/actions", "/laval/actions/views/" + view + "/deletion", {}).status, 200);
    EXPECT_EQ(submit(owner, "/laval/actions", "/laval/actions/views", {{"name", " "}}).status, 422);
}

TEST(The_workbook_of_the_actions, is_a_workbook) {
    DemoTown laval;
    const HttpAnswer file = laval.signed_in("prefecture").get("/laval/actions/export.xlsx?state=done");
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("PK"));
}

}  // namespace
}  // namespace maillage
