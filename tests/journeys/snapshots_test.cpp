#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/job_handlers.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/sandbox/sandbox.hpp"
#include "tests/journeys/demo_town.hpp"

// The dashboard frozen for a meeting, taken away on paper, and compared with the next one.
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

const Pairs plenary{{"title", "Bilan de l’année"}, {"occasion", "plenary"}, {"meeting_on", "15/12/2026"}};

class A_snapshot_of_the_dashboard : public testing::Test {
 protected:
    HttpAnswer freeze(HttpClient& browser, Pairs fields = plenary) {
        fields.emplace_back("seen", test::hidden(browser.get("/laval/snapshots/new").body, "seen"));
        return submit(browser, "/laval/snapshots/new", "/laval/snapshots", fields);
    }
    // What the worker makes of an order.
    std::string ordered(HttpClient& browser, const std::string& what) {
        const HttpAnswer waits = submit(browser, "/laval/snapshots/1", "/laval/snapshots/1/" + what, {});
        EXPECT_THAT(waits.path, HasSubstr("/laval/jobs/"));
        EXPECT_THAT(waits.body, HasSubstr("<progress"));
        while (worker_.run_one()) continue;
        const HttpAnswer made = browser.get(waits.path + "/result");
        EXPECT_EQ(made.status, 200) << browser.get(waits.path).body;
        return made.body;
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

// What poppler finds in a PDF, by one of its programs.
std::string poppler(std::vector<std::string> arguments, const std::string& bytes) {
    const auto outcome = platform::sandbox::run({.arguments = std::move(arguments),
                                                 .input = {},
                                                 .files = {{.name = "made.pdf", .bytes = bytes}},
                                                 .environment = {},
                                                 .limits = {}});
    return outcome ? outcome->output + outcome->errors : "poppler-utils is not installed";
}

TEST_F(A_snapshot_of_the_dashboard, is_previewed_with_what_is_missing_then_frozen_and_keeps_what_it_showed) {
    HttpClient browser = laval.signed_in("coordination");
    EXPECT_THAT(browser.get("/laval/dashboard").body, HasSubstr("/laval/snapshots"));
    EXPECT_THAT(browser.get("/laval/snapshots").body, HasSubstr("/laval/snapshots/new"));
    EXPECT_THAT(browser.get("/laval/snapshots/new").body,
                AllOf(HasSubstr("Ce qui manque"), HasSubstr("Manquant"), HasSubstr("47 actions"),
                      HasSubstr("/laval/indicators/g3-rencontres-population")));

    const HttpAnswer frozen = freeze(browser);
    EXPECT_EQ(frozen.path, "/laval/snapshots/1");
    EXPECT_THAT(frozen.body,
                AllOf(HasSubstr("Bilan de l’année"), HasSubstr("15\u00A0décembre 2026"), HasSubstr("PRE-1"),
                      HasSubstr("775"), HasSubstr("AVIP"), HasSubstr("/laval/bodies/plenary")));
    submit(browser, "/laval/indicators/g3-rencontres-population",
           "/laval/indicators/g3-rencontres-population/figures", {{"period", "2024"}, {"value", "4321"}});
    submit(browser, "/laval/actions/PRE-1", "/laval/actions/PRE-1/state",
           {{"state", "suspended"}, {"reason", "Budget"}});

    const std::string later = browser.get("/laval/snapshots/1").body;
    EXPECT_THAT(later, Not(AnyOf(HasSubstr("4321"), HasSubstr("4 321"))));
    HttpClient elected = laval.signed_in("elue");
    EXPECT_THAT(elected.get("/laval/snapshots").body,
                AllOf(HasSubstr("Bilan de l’année"), Not(HasSubstr("/laval/snapshots/new"))));
    EXPECT_THAT(elected.get("/laval/snapshots/1.json").body,
                AllOf(HasSubstr("\"number\":1"), HasSubstr("\"fingerprint\":\""), HasSubstr("\"format\":2"),
                      HasSubstr("\"body\":\"plenary\"")));
    EXPECT_THAT(elected.get("/laval/snapshots.json").body, HasSubstr("\"meeting_on\":\"2026-12-15\""));
    EXPECT_THAT(elected.get("/laval/search?q=bilan%20de%20l").body, HasSubstr("/laval/snapshots/1"));
    EXPECT_EQ(elected.get("/laval/snapshots/new").status, 404);
    for (const char* nowhere : {"/laval/snapshots/2", "/laval/snapshots/0", "/laval/snapshots/x",
                                "/laval/snapshots/99999999999999999999", "/laval/snapshots/2.json"})
        EXPECT_EQ(elected.get(nowhere).status, 404) << nowhere;
    EXPECT_THAT(browser.get("/laval/journal").body, HasSubstr("Tableau de bord figé"));
}

TEST_F(A_snapshot_of_the_dashboard, is_refused_without_its_meeting_and_loses_nothing_that_was_typed) {
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer wrong =
        freeze(browser, {{"title", "Bilan <b>"}, {"occasion", "plenary"}, {"meeting_on", ""}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("Indiquez la date de la réunion"), HasSubstr("Bilan &lt;b&gt;"),
                                  HasSubstr("role=\"alert\"")));
    EXPECT_EQ(freeze(browser, {{"title", ""}, {"occasion", "other"}}).status, 422);
    EXPECT_EQ(freeze(browser, {{"title", std::string(201, 'x')}, {"occasion", "other"}}).status, 422);
    EXPECT_EQ(freeze(browser, {{"title", "x"}, {"occasion", "party"}}).status, 422);
    EXPECT_THAT(
        freeze(
            browser,
            {{"title", "x"}, {"occasion", "plenary"}, {"body", "restricted"}, {"meeting_on", "15/12/2026"}})
            .body,
        HasSubstr("ne tient pas ce type de réunion"));
    EXPECT_EQ(freeze(browser, {{"title", "x"}, {"occasion", "other"}, {"body", "nobody"}}).status, 422);
    EXPECT_THAT(freeze(browser, {{"title", "x"}, {"occasion", "other"}, {"meeting_on", "31/02/2026"}}).body,
                AllOf(HasSubstr("31/02/2026"), HasSubstr("Écrivez une date")));
    EXPECT_THAT(browser.get("/laval/snapshots.json").body, HasSubstr("\"snapshots\":[]"));
}

TEST_F(A_snapshot_of_the_dashboard, freezes_what_its_preview_showed_and_shows_what_changed_since) {
    HttpClient browser = laval.signed_in("coordination"), other = laval.signed_in("coordination");
    Pairs fields = plenary;
    fields.emplace_back("seen", test::hidden(browser.get("/laval/snapshots/new").body, "seen"));
    const std::string page = "/laval/indicators/g3-rencontres-population";
    submit(other, page, page + "/figures", {{"period", "2024"}, {"value", "4321"}});

    const HttpAnswer changed = submit(browser, "/laval/snapshots/new", "/laval/snapshots", fields);
    EXPECT_EQ(changed.status, 422);
    EXPECT_THAT(changed.body, AllOf(HasSubstr("a changé depuis l’aperçu"), HasSubstr("4\u202F321"),
                                    HasSubstr("Bilan de l’année"), HasSubstr("href=\"#preview\"")));
    EXPECT_THAT(browser.get("/laval/snapshots.json").body, HasSubstr("\"snapshots\":[]"));

    fields.back().second = test::hidden(changed.body, "seen");
    EXPECT_EQ(submit(browser, "/laval/snapshots/new", "/laval/snapshots", fields).path, "/laval/snapshots/1");
}

TEST_F(A_snapshot_of_the_dashboard, is_compared_with_the_next_one_by_the_rules_of_the_dashboard) {
    HttpClient browser = laval.signed_in("coordination");
    EXPECT_THAT(browser.get("/laval/snapshots/comparison").body, HasSubstr("Pas encore deux instantanés"));
    const std::string page = "/laval/indicators/g3-rencontres-population";
    const auto enter = [&](const char* period, const char* value) {
        submit(browser, page, page + "/figures", {{"period", period}, {"value", value}});
    };
    enter("2024-01/2024-04", "100");
    freeze(browser);
    enter("2025-01/2025-04", "200");
    submit(browser, "/laval/actions/PRE-2", "/laval/actions/PRE-2/state",
           {{"state", "suspended"}, {"reason", "Budget"}});
    freeze(browser);

    const std::string compared = browser.get("/laval/snapshots/comparison?earlier=1&later=2").body;
    EXPECT_THAT(compared, AllOf(HasSubstr("200"), HasSubstr("100\u00A0%"), HasSubstr("Suspendue"),
                                HasSubstr("Aucun chiffre plus récent")));
    const std::string twin = browser.get("/laval/snapshots/comparison.json?earlier=1&later=2").body;
    EXPECT_THAT(twin, AllOf(HasSubstr("\"outcome\":\"compared\""), HasSubstr("\"outcome\":\"same_figure\""),
                            HasSubstr("\"code\":\"PRE-2\""), HasSubstr("\"unmoved\":46")));
    EXPECT_EQ(browser.get("/laval/snapshots/comparison.json?earlier=2&later=1").body, twin)
        << "the order is put right";
    EXPECT_EQ(browser.get("/laval/snapshots/comparison.json").body, twin) << "the two latest";
    EXPECT_THAT(browser.get("/laval/snapshots/comparison?earlier=2&later=2").body,
                HasSubstr("Choisissez deux instantanés différents"));
    EXPECT_EQ(browser.get("/laval/snapshots/comparison?earlier=1&later=9").status, 404);
}

TEST_F(A_snapshot_of_the_dashboard, leaves_as_a_tagged_pdf_with_bookmarks_contents_and_page_numbers) {
    HttpClient browser = laval.signed_in("coordination");
    freeze(browser);

    const std::string pdf = ordered(browser, "print");

    EXPECT_THAT(
        poppler({"/usr/bin/pdfinfo", "made.pdf"}, pdf),
        AllOf(HasSubstr("Tagged:          yes"), HasSubstr("A4"), HasSubstr("Tableau de bord, instantané")));
    EXPECT_THAT(pdf, AllOf(HasSubstr("/Outlines"), HasSubstr("/StructTreeRoot"), HasSubstr("/Lang (fr)")));
    const std::string text = poppler({"/usr/bin/pdftotext", "-layout", "made.pdf", "-"}, pdf);
    const std::string cover = text.substr(0, text.find('\f'));
    EXPECT_THAT(cover, AllOf(HasSubstr("Bilan de l’année"), HasSubstr("15 décembre 2026"),
                             HasSubstr("Empreinte SHA-256"), Not(HasSubstr("1 / "))));
    EXPECT_THAT(text,
                AllOf(HasSubstr("Sommaire"), HasSubstr("2 / "), HasSubstr("Tableau de suivi des actions"),
                      HasSubstr("VUL-13"), HasSubstr("Version de la définition")));
    EXPECT_THAT(text, testing::ContainsRegex("Tableau de suivi des actions ?\\.[. ]+[0-9]+"))
        << "a line of the contents with its page";
    EXPECT_THAT(browser.get("/laval/jobs").body, HasSubstr("Instantané en PDF"));
}

TEST_F(A_snapshot_of_the_dashboard, leaves_as_a_workbook) {
    HttpClient browser = laval.signed_in("coordination");
    freeze(browser);
    EXPECT_THAT(ordered(browser, "workbook"), testing::StartsWith("PK"));
    EXPECT_EQ(submit(browser, "/laval/snapshots/1", "/laval/snapshots/9/print", {}).status, 404);
}

}  // namespace
}  // namespace maillage
