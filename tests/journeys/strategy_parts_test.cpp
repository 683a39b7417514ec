#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/demo_town.hpp"

// What stands around an action: small records, money, links, news. Each change has its line in the history.
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

void undo(HttpClient& browser, const std::string& page, const HttpAnswer& saved) {
    const std::string set = between(saved.path + "&", "changed=", "&");
    EXPECT_NE(set, "") << saved.path;
    EXPECT_EQ(submit(browser, page, "/laval/changes/" + set + "/undo", {{"back", page}}).status, 200);
}

TEST(A_counter, takes_dated_values_that_are_corrected_removed_and_undone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-12";
    const std::string lines =
        page + "/records/" + between(browser.get(page).body, page + "/records/", "/") + "/lines";

    const HttpAnswer added =
        submit(browser, lines + "/new", lines, {{"line_day", "30/06/2026"}, {"line_value", "1 171"}});
    EXPECT_THAT(added.body, AllOf(HasSubstr("30/06/2026"), HasSubstr("Ligne de fiche, ajout")));
    EXPECT_EQ(
        submit(browser, lines + "/new", lines, {{"line_day", "30/06/2026"}, {"line_value", "12"}}).status,
        422);
    const HttpAnswer refused =
        submit(browser, lines + "/new", lines, {{"line_day", "31/06/2026"}, {"line_value", "x"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("31/06/2026"), HasSubstr("role=\"alert\"")));

    const std::size_t last = added.body.rfind(lines + "/", added.body.rfind(lines + "/new") - 1);
    const std::string line = lines + "/" + between(added.body.substr(last), lines + "/", "\"");
    EXPECT_THAT(browser.get(line).body, AllOf(HasSubstr("30/06/2026"), HasSubstr("171")));
    const HttpAnswer corrected =
        submit(browser, line, line, {{"act", "save"}, {"line_day", "29/06/2026"}, {"line_value", "1 180"}});
    EXPECT_THAT(corrected.body, HasSubstr("29/06/2026"));
    const HttpAnswer removed = submit(browser, line, line + "/deletion", {});
    EXPECT_EQ(browser.get(line).status, 404);
    undo(browser, page, removed);
    EXPECT_THAT(browser.get(line).body, HasSubstr("29/06/2026"));
    undo(browser, page, corrected);
    EXPECT_THAT(browser.get(line).body, HasSubstr("30/06/2026"));
}

TEST(A_study, is_added_with_its_stages_ticked_and_taken_away_whole) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/VUL-4", form = page + "/records/new";

    EXPECT_EQ(submit(browser, form, form, {{"record_kind", "poem"}, {"record_title", "Étude"}}).status, 422);
    const HttpAnswer made =
        submit(browser, form, form, {{"record_kind", "study"}, {"record_title", "Étude des trajets"}});
    EXPECT_THAT(made.body, HasSubstr("Étude des trajets"));
    EXPECT_EQ(
        submit(browser, form, form, {{"record_kind", "study"}, {"record_title", "Étude des trajets"}}).status,
        422);
    const std::string record = page + "/records/" + between(made.body, page + "/records/", "/");
    const std::string lines = record + "/lines";
    const HttpAnswer staged =
        submit(browser, lines + "/new", lines, {{"line_kind", "stage"}, {"line_label", "Diagnostic"}});
    const std::string line = lines + "/" + between(staged.body, lines + "/", "\"");
    EXPECT_THAT(submit(browser, page, line, {{"act", "tick"}}).body,
                HasSubstr("Diagnostic, fait le 24/11/2026"));
    EXPECT_EQ(submit(browser, page, line, {{"act", "explode"}}).status, 404);
    // Its first stage hangs on it: the creation cannot be undone under it.
    const std::string set = between(made.path + "&", "changed=", "&");
    EXPECT_EQ(submit(browser, page, "/laval/changes/" + set + "/undo", {}).status, 422);

    const HttpAnswer removed = submit(browser, page, record + "/deletion", {});
    EXPECT_THAT(removed.body, Not(HasSubstr(record + "/lines/new")));
    undo(browser, page, removed);
    EXPECT_THAT(browser.get(page).body, AllOf(HasSubstr(record + "/lines/new"), HasSubstr("Diagnostic")));
}

TEST(A_counter, gets_another_title_unit_and_target_and_is_put_back) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/VUL-4", form = page + "/records/new";
    const HttpAnswer made = submit(browser, form, form,
                                   {{"record_kind", "counter"},
                                    {"record_title", "Entretiens"},
                                    {"record_unit", "entretiens"},
                                    {"record_target", "12,5"}});
    const std::string record = page + "/records/" + between(made.body, page + "/records/", "/");
    const std::string edit = record + "/edit";
    EXPECT_THAT(browser.get(edit).body, AllOf(HasSubstr("value=\"Entretiens\""), HasSubstr("value=\"12,5")));

    EXPECT_EQ(submit(browser, edit, edit, {{"record_title", ""}}).status, 422);
    const HttpAnswer wrong =
        submit(browser, edit, edit, {{"record_title", "Rendez-vous"}, {"record_target", "douze"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"Rendez-vous\""), HasSubstr("value=\"douze\"")));
    const HttpAnswer changed =
        submit(browser, edit, edit,
               {{"record_title", "Rendez-vous"}, {"record_unit", "rendez-vous"}, {"record_target", "20"}});
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"title\":\"Rendez-vous\""), HasSubstr("\"target\":20")));
    EXPECT_THAT(browser.get(page + "/history").body,
                AllOf(HasSubstr("Entretiens"), HasSubstr("Rendez-vous")));
    undo(browser, page, changed);
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"title\":\"Entretiens\""), HasSubstr("\"target\":12.5")));
    EXPECT_EQ(submit(browser, page, page + "/records/999999/edit", {{"record_title", "x"}}).status, 404);
}

TEST(A_record, does_not_take_the_title_of_another_one_of_its_action) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/VUL-4", form = page + "/records/new";
    const HttpAnswer first =
        submit(browser, form, form, {{"record_kind", "study"}, {"record_title", "Première"}});
    submit(browser, form, form, {{"record_kind", "study"}, {"record_title", "Seconde"}});
    const std::string edit = page + "/records/" + between(first.body, page + "/records/", "/") + "/edit";

    const HttpAnswer doubled = submit(browser, edit, edit, {{"record_title", "Seconde"}});

    EXPECT_EQ(doubled.status, 422);
    EXPECT_THAT(doubled.body, AllOf(HasSubstr("role=\"alert\""), HasSubstr("value=\"Seconde\"")));
}

TEST(A_budget_line, is_added_in_cents_changed_removed_and_undone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-1";
    const test::Pairs typed{{"budget_label", "Formation"},
                            {"budget_year", "2026"},
                            {"budget_amount", "1 250,50"},
                            {"budget_fund", "fipd"}};

    const HttpAnswer added = submit(browser, page, page + "/budget", typed);
    EXPECT_THAT(added.body, HasSubstr("Ligne de budget, ajout"));
    EXPECT_EQ(submit(browser, page, page + "/budget", typed).status, 422);
    EXPECT_EQ(submit(browser, page, page + "/budget",
                     {{"budget_label", "Formation"}, {"budget_year", "20x6"}, {"budget_amount", "-3"}})
                  .status,
              422);
    const std::string line = page + "/budget/" + between(added.body, page + "/budget/", "\"");
    EXPECT_THAT(browser.get(line).body, HasSubstr("value=\"Formation\""));
    const HttpAnswer changed = submit(browser, line, line,
                                      {{"budget_label", "Formation des pairs"},
                                       {"budget_year", "2027"},
                                       {"budget_amount", "900"},
                                       {"budget_fund", "city"}});
    EXPECT_THAT(changed.body, AllOf(HasSubstr("Formation des pairs"), HasSubstr("2027")));
    const HttpAnswer refused = submit(browser, line, line, {{"budget_label", "Gardé"}, {"budget_year", "1"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Gardé"));
    const HttpAnswer removed = submit(browser, line, line + "/deletion", {});
    EXPECT_EQ(browser.get(line).status, 404);
    undo(browser, page, removed);
    undo(browser, page, changed);
    EXPECT_THAT(browser.get(line).body, AllOf(HasSubstr("value=\"Formation\""), HasSubstr("250,50")));
}

TEST(The_history, names_links_news_and_partners_in_words_and_undoes_a_removed_link) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-2", history = page + "/history";

    submit(browser, page + "/edit", page + "/edit",
           {{"title", "Installer le groupe"}, {"domain", "PRE"}, {"organisations", "sdis"}, {"group", "G1"}});
    EXPECT_THAT(browser.get(history).body,
                AllOf(HasSubstr("SDIS"), Not(HasSubstr("sdis")), Not(HasSubstr("parquet"))));
    submit(browser, page, page + "/news", {{"news_text", "Première réunion tenue"}});
    EXPECT_THAT(browser.get(history).body,
                AllOf(HasSubstr("Nouvelle, ajout"), HasSubstr("Première réunion tenue</li>")));
    const HttpAnswer added =
        submit(browser, page, page + "/links",
               {{"link_kind", "url"}, {"link_target", "https://example.org/guide"}, {"link_label", "Guide"}});
    const std::string link = between(added.body, page + "/links/", "/deletion");
    EXPECT_THAT(browser.get(history).body,
                AllOf(HasSubstr("Lien, ajout"), HasSubstr("Page web, Guide</li>")));
    const HttpAnswer removed = submit(browser, page, page + "/links/" + link + "/deletion", {});
    EXPECT_THAT(removed.body, Not(HasSubstr(page + "/links/" + link + "/deletion")));
    undo(browser, page, removed);
    EXPECT_THAT(browser.get(page).body, HasSubstr("https://example.org/guide"));
}

TEST(All_the_news, are_reached_page_after_page) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-1";
    for (int i = 0; i < 52; ++i)
        submit(browser, page, page + "/news", {{"news_text", "Suite n° " + std::to_string(i)}});

    const std::string first = browser.get(page).body, second = browser.get(page + "?news=2").body;
    EXPECT_THAT(first, AllOf(HasSubstr("?news=2#news"), HasSubstr("lang=\"fr\">Suite n° 51<"),
                             Not(HasSubstr("lang=\"fr\">Suite n° 0<"))));
    EXPECT_THAT(second, AllOf(HasSubstr("?news=1#news"), HasSubstr("lang=\"fr\">Suite n° 0<"),
                              Not(HasSubstr("lang=\"fr\">Suite n° 51<"))));
    EXPECT_EQ(browser.get(page + "?news=-1").status, 200);
    EXPECT_EQ(browser.get(page + "?news=99999999999999999999").status, 200);
}

}  // namespace
}  // namespace maillage
