#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/job_handlers.hpp"
#include "platform/db/connection.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/sandbox/sandbox.hpp"
#include "tests/journeys/demo_town.hpp"

// The final review of the strategy: its window, its texts written by two people, its documents.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Pairs;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/final-review", text = page + "/texts/OBJ-1", other = page + "/texts/whole";

class The_final_review : public testing::Test {
 protected:
    HttpAnswer write(HttpClient& browser, const std::string& words, const std::string& seen) {
        return submit(browser, text, text, {{"review_text", words}, {"version", seen}});
    }
    // What the worker makes of an order.
    HttpAnswer ordered(HttpClient& browser, const std::string& format) {
        const HttpAnswer waits = submit(browser, page, page + "/document", {{"format", format}});
        EXPECT_THAT(waits.path, HasSubstr("/laval/jobs/"));
        EXPECT_THAT(waits.body, HasSubstr("<progress"));
        while (worker_.run_one()) continue;
        EXPECT_THAT(browser.get(waits.path).body, HasSubstr("Télécharger"));
        return browser.get(waits.path + "/result");
    }

    // Whoever that account is, coordinator from now on.
    HttpClient second_coordinator() {
        platform::db::Connection(laval.database().connection("maillage_admin"))
            .command(
                "update identity.mandate m set role = 'coordinator' from identity.account a "
                "where a.id = m.account_id and a.email = 'elue@laval.example'");
        return laval.signed_in("elue");
    }

    DemoTown laval;

 private:
    platform::log::Log log_{platform::log::Level::error, laval.services().clock, [](std::string_view) {}};
    platform::jobs::Worker worker_{laval.database().pool(), handlers(), laval.services().clock, log_, {}};

    platform::jobs::JobHandlers handlers() {
        platform::config::Configuration configuration;
        configuration.assets.folder = MAILLAGE_SOURCE_DIR "/web";
        configuration.jobs = {.workers = 1, .pdf_seconds = 120, .pdf_megabytes = 768};
        return app::job_handlers(laval.services(), configuration);
    }
};

// What a program says of a file in the sandbox.
std::string said(std::vector<std::string> arguments, const std::string& name, const std::string& bytes) {
    const auto outcome = platform::sandbox::run({.arguments = std::move(arguments),
                                                 .input = {},
                                                 .files = {{.name = name, .bytes = bytes}},
                                                 .environment = {},
                                                 .limits = {}});
    return outcome ? outcome->output + outcome->errors : "the program is not installed";
}

TEST_F(The_final_review, shows_an_elected_official_every_objective_and_that_its_end_is_not_set) {
    HttpClient browser = laval.signed_in("elue");

    EXPECT_THAT(browser.get(page).body,
                AllOf(HasSubstr("Date de fin à fixer"), HasSubstr("id=\"p-OBJ-1\""),
                      HasSubstr("id=\"p-OBJ-5\""), HasSubstr("/laval/actions/PRE-1\""),
                      HasSubstr("/laval/indicators/avip"), HasSubstr("Aucun texte n’est encore écrit"),
                      Not(HasSubstr("/laval/strategy/end")), Not(HasSubstr("/final-review/texts/"))));
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"window\":\"not_set\""), HasSubstr("\"part\":\"OBJ-2\"")));
    EXPECT_THAT(browser.get("/laval/dashboard").body, HasSubstr("\"/laval/final-review\""));
    EXPECT_EQ(browser.get(text).status, 404);
    EXPECT_EQ(browser.get("/laval/strategy/end").status, 404);
}

TEST_F(The_final_review, does_not_compare_with_a_baseline_across_a_break_of_the_series) {
    HttpClient browser = laval.signed_in("coordination");
    const std::string indicator = "/laval/indicators/g3-rencontres-population";
    submit(browser, indicator, indicator + "/figures", {{"period", "2026-05/2026-08"}, {"value", "48"}});
    const auto with_break = [&](const std::string& from) {
        platform::db::Connection(laval.database().connection("maillage_admin"))
            .command(
                "update indicators.definition d set baseline = 50, baseline_first_month = '2025-05-01', "
                "baseline_months = 4, breaks_from = " +
                from +
                " from indicators.indicator i where i.id = d.indicator_id "
                "and i.code = 'g3-rencontres-population'");
        return browser.get(page).body;
    };
    EXPECT_THAT(with_break("null"), Not(HasSubstr("La série est rompue")));
    EXPECT_THAT(with_break("'2026-01-01'"), HasSubstr("La série est rompue"));
}

TEST_F(The_final_review, tells_what_became_of_an_action_and_what_was_last_said_of_it) {
    HttpClient browser = laval.signed_in("coordination");
    const std::string action = "/laval/actions/PRE-3";
    submit(browser, action, action + "/state", {{"state", "suspended"}, {"reason", "Budget"}});
    submit(browser, action, action + "/news", {{"news_text", "Le local ouvrira au printemps."}});

    EXPECT_THAT(browser.get(page).body, AllOf(HasSubstr("→ Suspendue (24/11/2026)"),
                                              HasSubstr("24/11/2026\u00A0: Le local ouvrira")));
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("{\"state\":\"suspended\",\"since\":\"2026-11-24\"}"),
                      HasSubstr("\"last_news\":\"Le local ouvrira au printemps.\"")));
}

TEST_F(The_final_review, has_a_window_once_the_coordinator_says_when_the_strategy_ends) {
    HttpClient browser = laval.signed_in("coordination");
    const std::string end = "/laval/strategy/end";
    EXPECT_THAT(browser.get(end).body, AllOf(HasSubstr("26/09/2026"), HasSubstr("31/12/2026")));

    for (const char* day : {"31/02/2026", "26/09/2023", "31/12/2062", "bientôt"}) {
        const HttpAnswer refused = submit(browser, end, end, {{"ends", day}, {"end_source", "Lettre"}});
        EXPECT_EQ(refused.status, 422) << day;
        EXPECT_THAT(refused.body, AllOf(HasSubstr(day), HasSubstr("value=\"Lettre\"")));
    }
    EXPECT_EQ(submit(browser, end, end, {{"ends", "31/12/2026"}, {"end_source", ""}}).status, 422);
    const HttpAnswer set =
        submit(browser, end, end, {{"ends", "31/12/2026"}, {"end_source", "Délibération"}});

    EXPECT_THAT(set.body, AllOf(HasSubstr("01/07/2026 au 31/12/2026"), HasSubstr("Le bilan est à faire")));
    EXPECT_THAT(browser.get("/laval/strategy.json").body, HasSubstr("\"ends\":\"2026-12-31\""));
    EXPECT_THAT(submit(browser, end, end, {{"ends", "26/09/2026"}, {"end_source", "Délibération"}}).body,
                AllOf(HasSubstr("26/03/2026 au 26/09/2026"), HasSubstr("La période du bilan est passée")));
    EXPECT_THAT(submit(browser, end, end, {{"ends", ""}, {"end_source", "Erreur de saisie"}}).body,
                HasSubstr("Date de fin à fixer"));
}

TEST_F(The_final_review, keeps_every_version_of_a_text_and_a_preview_keeps_nothing) {
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview =
        submit(browser, text, text + "/preview", {{"review_text", "Un **bilan** <b>"}, {"version", "0"}});
    EXPECT_THAT(preview.body,
                AllOf(HasSubstr("<strong>bilan</strong> &lt;b&gt;"), HasSubstr("Un **bilan**")));
    EXPECT_THAT(browser.get(page).body, Not(HasSubstr("<strong>bilan</strong>")));
    EXPECT_THAT(
        write(browser, "# Constat\r\n\r\nUn **bilan**", "0").body,
        AllOf(HasSubstr("<h3 id=\"t-OBJ-1-constat\">Constat</h3>"), HasSubstr("<strong>bilan</strong>")));
    write(browser, "Un bilan revu", "1");
    EXPECT_THAT(browser.get("/laval/search?q=bilan+REVU").body, HasSubstr("/laval/final-review#p-OBJ-1"));

    const std::string history = browser.get(text + "/history").body;
    EXPECT_THAT(history, AllOf(HasSubstr("Version 2"), HasSubstr("Version 1"), HasSubstr("Un bilan revu"),
                               HasSubstr("<strong>bilan</strong>")));
    EXPECT_THAT(browser.get(text + "/history.json").body, HasSubstr("\"version\":2"));
    EXPECT_THAT(laval.signed_in("elue").get(text + "/history").body, HasSubstr("Un bilan revu"));
    const HttpAnswer long_one = write(browser, std::string(8'001, 'a'), "2");
    EXPECT_EQ(long_one.status, 422);
    EXPECT_THAT(long_one.body, AllOf(HasSubstr("aaaaaaaa"), HasSubstr("dépasse")));
    EXPECT_EQ(browser.get(page + "/texts/OBJ-99").status, 404);
    EXPECT_EQ(browser.get(page + "/texts/none").status, 404);
}

TEST_F(The_final_review, written_by_two_people_at_once_loses_neither_text) {
    HttpClient first = laval.signed_in("coordination"), second = second_coordinator();
    write(first, "Un\n\nDeux", "0");

    write(first, "Un\n\nDeux\n\nTrois", "1");
    const HttpAnswer conflict = write(second, "Un, revu\n\nDeux", "1");
    EXPECT_THAT(conflict.path, HasSubstr(text + "/conflicts/"));
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Une autre personne"), HasSubstr("le texte de Camille Martin"),
                                     HasSubstr("Un, revu"), HasSubstr("Trois"),
                                     HasSubstr("Un, revu\n\nDeux\n\nTrois"), HasSubstr("mêmes paragraphes")));
    EXPECT_THAT(first.get(page + ".json").body, HasSubstr("Un\\n\\nDeux\\n\\nTrois"));

    EXPECT_THAT(submit(second, conflict.path, text, {{"review_text", "Un, revu\n\nDeux\n\nTrois"}}).path,
                HasSubstr(page));
    EXPECT_THAT(first.get(page + ".json").body, HasSubstr("Un, revu\\n\\nDeux\\n\\nTrois"));
    EXPECT_THAT(first.get(text + "/history").body,
                AllOf(HasSubstr("mis de côté"), HasSubstr("Version 3"), HasSubstr("Version 1")));
}

TEST_F(The_final_review, written_in_two_windows_by_one_person_speaks_of_no_other_person) {
    HttpClient browser = laval.signed_in("coordination");
    write(browser, "Le premier", "0");

    const std::string conflict = write(browser, "Le second", "0").body;

    EXPECT_THAT(conflict, AllOf(HasSubstr("dans une autre fenêtre"), HasSubstr("Le texte de cette fenêtre"),
                                HasSubstr("Rien n’est perdu"), Not(HasSubstr("autre personne"))));
}

TEST_F(The_final_review, lets_the_second_writer_keep_one_text_or_take_the_other) {
    HttpClient browser = laval.signed_in("coordination");
    write(browser, "Le premier", "0");
    const HttpAnswer taken = write(browser, "Le second", "0"), kept = write(browser, "Le troisième", "0");

    submit(browser, taken.path, taken.path, {{"choice", "theirs"}});
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"text\":\"Le premier\""));
    submit(browser, kept.path, kept.path, {{"choice", "mine"}});
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"text\":\"Le troisième\""));
    const std::string history = browser.get(text + "/history").body;
    for (const char* words : {"Le premier", "Le second", "Le troisième"})
        EXPECT_THAT(history, HasSubstr(words));
    EXPECT_THAT(laval.signed_in("elue").get(text + "/history").body, Not(HasSubstr("Le second")))
        << "what is set aside is its writers' alone";
    EXPECT_EQ(browser.get(text + "/conflicts/999999").status, 404);
}

TEST_F(The_final_review, keeps_what_is_typed_as_a_draft_until_it_is_saved) {
    HttpClient browser = laval.signed_in("coordination");
    const std::string form = browser.get(other).body;
    const Pairs typed{{"csrf", test::hidden(form, "csrf")},
                      {"review_text", "À finir demain"},
                      {"version", test::hidden(form, "version")}};

    EXPECT_EQ(browser.post("/laval/drafts/final-review/whole", typed).status, 204);
    EXPECT_EQ(browser.post("/laval/drafts/final-review/OBJ-99", typed).status, 404);

    EXPECT_THAT(browser.get(other).body, AllOf(HasSubstr("?draft=1"), Not(HasSubstr("À finir demain"))));
    EXPECT_THAT(browser.get(other + "?draft=1").body, HasSubstr("À finir demain"));
    submit(browser, other, other, {{"review_text", "Fini"}});
    EXPECT_THAT(browser.get(other).body, Not(HasSubstr("?draft=1")));
}

TEST_F(The_final_review, leaves_as_a_tagged_pdf_with_a_cover_contents_and_bookmarks) {
    HttpClient browser = laval.signed_in("coordination");
    write(browser, "# Constat\n\nVoir [l’action](/laval/actions/PRE-1) et [la loi](https://a.fr/).", "0");

    const HttpAnswer made = ordered(browser, "pdf");

    EXPECT_EQ(made.header("content-type"), "application/pdf");
    const std::string facts = said({"/usr/bin/pdfinfo", "made.pdf"}, "made.pdf", made.body);
    EXPECT_THAT(facts, AllOf(HasSubstr("Tagged:          yes"), HasSubstr("Bilan de la stratégie")));
    EXPECT_THAT(made.body, HasSubstr("/Outlines"));
    const std::string words = said({"/usr/bin/pdftotext", "-layout", "made.pdf", "-"}, "made.pdf", made.body);
    EXPECT_THAT(words, AllOf(HasSubstr("Sommaire"), HasSubstr("Constat"), HasSubstr("OBJ-5"),
                             HasSubstr("PRE-1"), HasSubstr("2 / ")));
    EXPECT_THAT(browser.get("/laval/jobs").body, HasSubstr("Bilan de la stratégie"));
}

TEST_F(The_final_review, leaves_as_an_odt_that_an_office_opens) {
    HttpClient browser = laval.signed_in("elue");

    const HttpAnswer made = ordered(browser, "odt");

    EXPECT_EQ(made.header("content-type"), "application/vnd.oasis.opendocument.text");
    EXPECT_THAT(made.header("content-disposition"), HasSubstr("bilan.odt"));
    const std::string content = said(
        {"/usr/bin/python3", "-I", "-c",
         "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile('made.odt').read('content.xml'))"},
        "made.odt", made.body);
    EXPECT_THAT(content, AllOf(HasSubstr("OBJ-1"), HasSubstr("PRE-1"), HasSubstr("table:table-header-rows"),
                               HasSubstr("Sommaire")));
}

}  // namespace
}  // namespace maillage
