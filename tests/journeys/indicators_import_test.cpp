#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/job_handlers.hpp"
#include "domain/indicators/api.hpp"
#include "platform/db/connection.hpp"
#include "platform/jobs/worker.hpp"
#include "tests/journeys/demo_town.hpp"

// Indicators by spreadsheet: the model, a file with mistakes corrected in place, a workbook read by the
// worker.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string wizard = "/laval/indicators/import";

HttpAnswer upload(HttpClient& browser, const std::string& bytes) {
    const std::string page = browser.get(wizard).body;
    return browser.post_files(wizard,
                              {{"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}},
                              {{.field = "file", .name = "a", .type = "text/csv", .bytes = bytes}});
}

const std::string titles =
    "Indicateur;Groupe;Ce qu'il compte;Nature;Type de valeur;Fréquence;Source;Ce qu'il ne dit "
    "pas;Cible;2024\r\n";
const std::string right =
    "Maraudes;G3;Maraudes faites;Activité;Nombre de faits;Chaque année;Registre;Rien;10;8\r\n";
const std::string wrong =
    "Visites;G9;Visites faites;Humeur;Nombre de faits;Chaque année;Registre;Rien;dix;8,5\r\n";

TEST(An_import_of_indicators, names_each_wrong_cell_takes_its_correction_and_writes_all_at_once) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview = upload(browser, titles + right + wrong);
    EXPECT_THAT(preview.body,
                AllOf(HasSubstr("créer : 1"), HasSubstr("corriger : 1"), HasSubstr("name=\"c-3-group\""),
                      HasSubstr("name=\"c-3-kind\""), HasSubstr("value=\"dix\""), HasSubstr("value=\"8,5\""),
                      HasSubstr("« G9 »"), Not(HasSubstr("name=\"c-3-source\""))));
    EXPECT_EQ(browser.get("/laval/indicators/maraudes").status, 404) << "nothing is written before";

    const HttpAnswer half = submit(browser, preview.path, preview.path + "/corrections",
                                   {{"c-3-group", "G3"}, {"c-3-kind", "activity"}, {"c-3-target", "dix"}});
    EXPECT_THAT(half.body, AllOf(HasSubstr("corriger : 1"), Not(HasSubstr("name=\"c-3-kind\"")),
                                 HasSubstr("value=\"dix\""), HasSubstr("value=\"8,5\"")));
    const HttpAnswer mended = submit(browser, preview.path, preview.path + "/corrections",
                                     {{"c-3-target", "10"}, {"c-3-v-2024", "8"}});
    EXPECT_THAT(mended.body, AllOf(HasSubstr("créer : 2"), HasSubstr("corriger : 0")));
    EXPECT_THAT(browser.get(preview.path + ".json").body,
                AllOf(HasSubstr("\"state\":\"ready\",\"added\":2"), HasSubstr("\"result\":\"added\"")));

    const HttpAnswer done = submit(browser, preview.path, preview.path + "/confirmation", {});
    EXPECT_THAT(done.body, AllOf(HasSubstr("2 indicateurs écrits"), HasSubstr("href=\"/laval/dashboard\"")));
    EXPECT_THAT(browser.get("/laval/indicators/visites.json").body,
                AllOf(HasSubstr("\"standing\":\"proposed\""), HasSubstr("\"group\":\"G3\""),
                      HasSubstr("\"target\":10"), HasSubstr("\"value\":8")));
    EXPECT_THAT(browser.get("/laval/journal").body, HasSubstr("Indicateurs importés"));

    EXPECT_THAT(done.body, Not(HasSubstr("/confirmation")));
    const HttpAnswer again = submit(browser, wizard, preview.path + "/confirmation", {});
    EXPECT_THAT(again.body, HasSubstr("Rien n’a changé"));
}

TEST(An_import_of_indicators, says_before_it_is_confirmed_which_decisions_of_a_group_end) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    platform::db::Connection(laval.database().connection("maillage_admin"))
        .command(
            "update indicators.indicator set standing = 'active', agreed_on = '2026-09-14', agreed_in = "
            "'Décision 3' "
            "where code = 'g3-rencontres-population'");

    const HttpAnswer renamed = upload(browser, "code;Indicateur\r\ng3-rencontres-population;Rencontres\r\n");
    EXPECT_THAT(renamed.body, Not(HasSubstr("décision")));
    const HttpAnswer preview =
        upload(browser, "code;Indicateur;Cible\r\ng3-rencontres-population;Rencontres;99\r\n");
    EXPECT_THAT(preview.body, AllOf(HasSubstr("1 indicateur retenu par son groupe"),
                                    HasSubstr("La décision du 14/09/2026 ne vaudra plus")));

    submit(browser, preview.path, preview.path + "/confirmation", {});
    EXPECT_THAT(browser.get("/laval/indicators/g3-rencontres-population.json").body,
                HasSubstr("\"standing\":\"proposed\""));
}

TEST(The_right_rows_of_an_import, need_not_wait_for_the_wrong_ones_which_stay) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer preview = upload(browser, titles + right + wrong);
    const HttpAnswer done = submit(browser, preview.path, preview.path + "/confirmation", {});
    EXPECT_THAT(done.body, AllOf(HasSubstr("1 indicateur écrit"), HasSubstr("sans changement : 1"),
                                 HasSubstr("value=\"dix\"")));
    EXPECT_EQ(browser.get("/laval/indicators/visites").status, 404);
}

TEST(A_file_that_is_no_table_of_indicators, is_refused_with_advice) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    EXPECT_THAT(upload(browser, "").body, HasSubstr("Choisissez un fichier"));
    EXPECT_THAT(upload(browser, titles).body, HasSubstr("une ligne par indicateur"));
    EXPECT_THAT(upload(browser, "Titre;Valeur\r\nA;1\r\n").body, HasSubstr("reprenez les titres du modèle"));
    EXPECT_THAT(upload(browser, "Indicateur;2024;01/2024-12/2024\r\nA;1;2\r\n").body,
                HasSubstr("Deux colonnes disent la même chose"));
    std::string huge = titles;
    for (int line = 0; line <= 500; ++line) huge += right;
    const HttpAnswer refused = upload(browser, huge);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("trop de lignes"));
}

TEST(An_import_of_indicators, exists_for_who_sent_it_alone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination"), elected = laval.signed_in("elue");
    const HttpAnswer preview = upload(browser, titles + right);
    for (const std::string& path : {preview.path, preview.path + ".json", wizard + "/model.xlsx", wizard})
        EXPECT_EQ(elected.get(path).status, 404) << path;
    EXPECT_EQ(elected.get("/laval/indicators/export.xlsx").status, 200);
}

TEST(A_workbook_of_indicators, is_read_by_the_worker_and_our_own_export_changes_nothing) {
    DemoTown laval;
    platform::config::Configuration configuration;
    configuration.assets.folder = MAILLAGE_SOURCE_DIR "/web";
    configuration.jobs = {.workers = 1, .pdf_seconds = 120, .pdf_megabytes = 768};
    const platform::log::Log log{platform::log::Level::error, laval.services().clock,
                                 [](std::string_view) {}};
    platform::jobs::Worker worker{laval.database().pool(),
                                  app::job_handlers(laval.services(), configuration),
                                  laval.services().clock,
                                  log,
                                  {}};
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer waits = upload(browser, browser.get("/laval/indicators/export.xlsx").body);
    EXPECT_THAT(waits.body, HasSubstr("<progress"));
    while (worker.run_one()) continue;
    EXPECT_THAT(browser.get(waits.path).body,
                AllOf(HasSubstr("créer : 0"), HasSubstr("modifier : 0"), HasSubstr("sans changement : 24"),
                      HasSubstr("corriger : 0")));

    const HttpAnswer model = upload(browser, browser.get(wizard + "/model.xlsx").body);
    while (worker.run_one()) continue;
    const HttpAnswer empty = browser.get(model.path);
    EXPECT_EQ(empty.status, 422);
    EXPECT_THAT(empty.body, HasSubstr("Indicateurs - Indicators"));
    const HttpAnswer broken = upload(browser, "PK\x03\x04 no workbook");
    while (worker.run_one()) continue;
    EXPECT_EQ(browser.get(broken.path).status, 422);
}

TEST(A_table_of_indicators, is_destroyed_after_a_week) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer preview = upload(browser, titles + right);
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const auto status_after = [&](int days) {
        indicators::purge(laval.database().pool(), now + std::chrono::days(days));
        return browser.get(preview.path).status;
    };
    EXPECT_EQ(status_after(indicators::staged_table_days - 1), 200);
    EXPECT_EQ(status_after(indicators::staged_table_days + 1), 404);
}

}  // namespace
}  // namespace maillage
