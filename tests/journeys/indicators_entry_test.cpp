#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/job_handlers.hpp"
#include "platform/db/connection.hpp"
#include "platform/jobs/worker.hpp"
#include "tests/journeys/demo_town.hpp"

// Figures that come from a spreadsheet, from a partner, and what people say of them.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string entry = "/laval/dashboard/G3/entry";

HttpAnswer paste(HttpClient& browser, const std::string& table) {
    return submit(browser, entry, entry + "/tables", {{"pasted", table}});
}

class A_workbook : public testing::Test {
 protected:
    HttpAnswer upload(HttpClient& browser, const std::string& bytes) {
        const std::string page = browser.get(entry).body;
        const HttpAnswer waits = browser.post_files(
            entry + "/tables", {{"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}},
            {{.field = "file", .name = "valeurs.xlsx", .type = "application/octet-stream", .bytes = bytes}});
        while (worker_.run_one()) continue;
        return browser.get(waits.path);
    }

    DemoTown laval;

 private:
    platform::log::Log log_{platform::log::Level::error, laval.services().clock, [](std::string_view) {}};
    platform::config::Configuration configuration_;
    platform::jobs::Worker worker_{laval.database().pool(),
                                   app::job_handlers(laval.services(), configuration_),
                                   laval.services().clock,
                                   log_,
                                   {}};
};

TEST_F(A_workbook, of_the_grid_sent_back_unchanged_changes_nothing) {
    HttpClient browser = laval.signed_in("coordination");
    submit(browser, entry, entry, {{"v-g3-rencontres-population_2026-05_2026-08", "4"}});
    const HttpAnswer sheet = browser.get(entry + ".xlsx");
    EXPECT_EQ(sheet.status, 200);
    EXPECT_THAT(sheet.header("content-disposition"), HasSubstr("indicateurs-G3.xlsx"));
    EXPECT_THAT(upload(browser, sheet.body).body, HasSubstr("Rien ne change"));
    EXPECT_THAT(upload(browser, "PK\x03\x04 no workbook").body, HasSubstr("Saisir dans un tableur"));
    EXPECT_EQ(browser.get("/laval/dashboard/council/entry.xlsx").status, 200);
    EXPECT_EQ(browser.get("/laval/dashboard/council/entry").status, 200);
}

TEST(A_pasted_table, shows_what_it_changes_and_writes_it_once_agreed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview = paste(browser,
                                     "Code\t2026-05/2026-08\t2026-01/2026-04\n"
                                     "g3-rencontres-population\t6\t\n"
                                     "g3-heures-de-mediation\t1,5\t1.5\n"
                                     "g3-reponses-a-temps\t30/40\t");
    EXPECT_THAT(preview.body, AllOf(HasSubstr("Nouvelles"), HasSubstr("Ce qui changerait")));
    const HttpAnswer done = submit(browser, preview.path, preview.path + "/confirmation", {});
    EXPECT_THAT(done.body, HasSubstr("4 valeurs enregistrées"));
    EXPECT_THAT(browser.get("/laval/dashboard/G3.json").body,
                AllOf(HasSubstr("\"value\":1.5"), HasSubstr("\"of\":40"), HasSubstr("\"value\":6")));
    EXPECT_EQ(submit(browser, entry, preview.path + "/confirmation", {}).status, 404);
    EXPECT_THAT(paste(browser, "Code\t2026-05/2026-08\ng3-rencontres-population\t6").body,
                HasSubstr("Rien ne change"));
}

TEST(A_pasted_table, names_every_mistake_and_takes_its_correction_where_it_is_shown) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer preview = paste(browser,
                                     "Code\tUnité\t2026-05/2026-08\t31/02\t2027-01/2027-04\t2026-05/2026-08\n"
                                     "g3-rencontres-population\tchameaux\t6\t7\t8\t9\n"
                                     "g3-inconnu\t\t1\t\t\t\n"
                                     "g3-heures-de-mediation\t\tquatre\t\t\t\n"
                                     "g3-heures-de-mediation\t\t5\t\t\t\n"
                                     "g3-actions-a-l-heure\t\t5\t\t\t\n"
                                     "g3-operations-conjointes\t\t1,5\t\t\t\n");
    EXPECT_THAT(preview.body,
                AllOf(HasSubstr("31/02"), HasSubstr("Deux colonnes ont cette période"), HasSubstr("chameaux"),
                      HasSubstr("g3-inconnu"), HasSubstr("quatre"), HasSubstr("Deux lignes ont ce code"),
                      HasSubstr("se calcule"), HasSubstr("nombre entier"), HasSubstr("n’est pas terminée")));
    const std::string confirmation = preview.path + "/confirmation";
    const HttpAnswer again =
        submit(browser, preview.path, confirmation, {{"row-3", "g3-nuisances-repetees"}});
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, AllOf(HasSubstr("31/02"), HasSubstr("role=\"alert\"")));
    const HttpAnswer done = submit(browser, preview.path, confirmation,
                                   {{"column-3", ""},
                                    {"column-4", ""},
                                    {"column-5", ""},
                                    {"unit-2", "1"},
                                    {"row-3", ""},
                                    {"row-5", ""},
                                    {"row-6", ""},
                                    {"v-g3-heures-de-mediation_2026-05_2026-08", "4"},
                                    {"v-g3-operations-conjointes_2026-05_2026-08", "2"}});
    EXPECT_THAT(done.body, HasSubstr("3 valeurs enregistrées"));
}

// A code is longer than a number, and no phone's keyboard of digits writes one.
TEST(A_pasted_table, takes_the_code_of_a_row_in_a_field_for_words) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string preview = paste(browser, "Code\t2026-05/2026-08\ng3-inconnu\t1").body;
    const std::size_t at = preview.find("id=\"row-2\"");
    ASSERT_NE(at, std::string::npos);
    const std::size_t begin = preview.rfind('<', at);
    EXPECT_THAT(preview.substr(begin, preview.find('>', at) - begin),
                AllOf(HasSubstr("maxlength=\"500\""), Not(HasSubstr("inputmode"))));
}

// What the second confirmation sends is what the page of the first one holds: inputs and hidden fields.
TEST(A_pasted_table, keeps_what_was_corrected_when_another_correction_is_asked) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer preview = paste(browser,
                                     "Code\tUnité\t31/02\n"
                                     "g3-inconnu\t\t11\n"
                                     "g3-rencontres-population\tchameaux\t12\n"
                                     "g3-heures-de-mediation\t\tquatre\n");
    const std::string confirmation = preview.path + "/confirmation";
    const HttpAnswer again =
        submit(browser, preview.path, confirmation,
               {{"column-2", "2026-05/2026-08"}, {"row-2", "g3-operations-conjointes"}, {"unit-3", "1"}});
    EXPECT_EQ(again.status, 422);
    const std::string cell = "v-g3-heures-de-mediation_2026-05_2026-08";
    EXPECT_THAT(again.body, HasSubstr("name=\"" + cell + "\""));
    test::Pairs held{
        {"csrf", test::hidden(again.body, "csrf")}, {"key", test::hidden(again.body, "key")}, {cell, "4"}};
    for (const char* field : {"column-2", "row-2", "unit-3"})
        held.emplace_back(field, test::hidden(again.body, field));
    const HttpAnswer done = browser.post(confirmation, held);
    EXPECT_THAT(done.body, HasSubstr("3 valeurs enregistrées"));
    EXPECT_THAT(browser.get("/laval/indicators/g3-operations-conjointes.json").body,
                HasSubstr("\"value\":11"));
}

TEST(A_pasted_table, that_is_huge_is_refused_with_its_limit_and_kept) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    std::string huge = "Code\t2026";
    for (int i = 0; i < 600; ++i) huge += "\ng3-" + std::to_string(i) + "\t1";
    const HttpAnswer refused = paste(browser, huge);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("500 lignes et 60 colonnes"), HasSubstr("g3-599")));
    EXPECT_THAT(paste(browser, "  ").body, HasSubstr("Choisissez un classeur, ou collez un tableau"));
}

// The mark of the workbook says when it was made: what others changed since is a conflict, and theirs stays.
TEST(A_figure_changed_since_the_export, is_a_conflict_that_one_decides) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const auto enter = [&](const char* value) {
        submit(browser, entry, entry, {{"v-g3-rencontres-population_2026-05_2026-08", value}});
    };
    enter("4");
    platform::db::Connection(laval.database().connection("maillage_admin"))
        .command("update indicators.figure set entered_at = '2020-01-01' where entered_by <> 0");
    enter("5");
    const auto table_with = [](const std::string& value) {
        return "Code\t2026-05/2026-08\tRepère (à garder)\ng3-rencontres-population\t" + value +
               "\tv1700000000000000";
    };
    EXPECT_THAT(paste(browser, table_with("4")).body, HasSubstr("Rien ne change"))
        << "what was not touched in the workbook stays as it is now";
    const std::string table = table_with("987");

    const HttpAnswer kept = paste(browser, table);
    EXPECT_THAT(kept.body,
                AllOf(HasSubstr("Valeurs changées par quelqu’un d’autre"), HasSubstr("Camille Martin")));
    submit(browser, kept.path, kept.path + "/confirmation", {});
    EXPECT_THAT(browser.get("/laval/dashboard/G3.json").body, Not(HasSubstr("\"value\":987")));
    const HttpAnswer mine = paste(browser, table);
    submit(browser, mine.path, mine.path + "/confirmation",
           {{"mine-v-g3-rencontres-population_2026-05_2026-08", "1"}});
    EXPECT_THAT(browser.get("/laval/dashboard/G3.json").body, HasSubstr("\"value\":987"));
}

TEST(A_partner, gives_the_figures_of_its_own_organisation_alone) {
    DemoTown laval;
    HttpClient mediator = laval.signed_in("mediation"), police = laval.signed_in("police-municipale");
    const std::string own = "/laval/indicators/g3-heures-de-mediation",
                      other = "/laval/indicators/g3-operations-conjointes";

    EXPECT_THAT(mediator.get("/laval/indicators/missing").body, AllOf(HasSubstr(own), Not(HasSubstr(other))));
    EXPECT_THAT(mediator.get("/laval/indicators/missing.json").body,
                Not(HasSubstr("g3-operations-conjointes")));
    EXPECT_THAT(mediator.get(entry).body,
                AllOf(HasSubstr("v-g3-heures-de-mediation"), Not(HasSubstr("v-g3-operations-conjointes"))));
    EXPECT_THAT(
        submit(mediator, own, own + "/figures", {{"period", "2026-01/2026-04"}, {"value", "120"}}).body,
        HasSubstr("120"));
    EXPECT_EQ(mediator.get("/laval/dashboard/G1/entry").status, 404);
    EXPECT_EQ(submit(police, other, own + "/figures", {{"period", "2026-01/2026-04"}, {"value", "1"}}).status,
              404);
    EXPECT_EQ(submit(police, other, own + "/comments", {{"comment_text", "Non"}}).status, 404);
    EXPECT_EQ(submit(police, other, own + "/figures/withdrawal", {{"period", "2026-01/2026-04"}}).status,
              404);
    // What another partner's cell would be in the grid is no cell of one's own.
    submit(police, entry, entry, {{"v-g3-heures-de-mediation_2026-05_2026-08", "1"}});
    EXPECT_THAT(mediator.get(own + ".json").body, Not(HasSubstr("\"value\":1,")));
    EXPECT_THAT(paste(police, "Code\t2026-05/2026-08\ng3-heures-de-mediation\t1").body,
                HasSubstr("donné par un autre organisme"));
}

TEST(A_comment, is_published_changed_and_taken_away_in_sight_of_all) {
    DemoTown laval;
    HttpClient mediator = laval.signed_in("mediation"), coordinator = laval.signed_in("coordination");
    const std::string page = "/laval/indicators/g3-heures-de-mediation";

    EXPECT_EQ(submit(mediator, page, page + "/comments", {{"comment_text", " "}}).status, 422);
    const std::string said =
        submit(mediator, page, page + "/comments", {{"comment_text", "Équipe <b>réduite</b> en juin"}}).body;
    EXPECT_THAT(said, AllOf(HasSubstr("Équipe &lt;b&gt;réduite"), HasSubstr("Noa Michel")));
    EXPECT_THAT(said, Not(HasSubstr("lang=\"fr\""))) << "a comment is in whichever language it was typed";
    const std::size_t at = said.find("/comments/") + 10;
    const std::string id = said.substr(at, said.find('"', at) - at), comment = page + "/comments/" + id;
    EXPECT_EQ(submit(coordinator, page, comment, {{"comment-" + id, "Autre"}, {"version", "1"}}).status, 404);
    EXPECT_THAT(submit(mediator, page, comment, {{"comment-" + id, "Équipe réduite"}, {"version", "1"}}).body,
                AllOf(HasSubstr("modifié"), HasSubstr("1 texte précédent")));
    EXPECT_EQ(submit(mediator, page, comment, {{"comment-" + id, "Deux fenêtres"}, {"version", "1"}}).status,
              422);
    EXPECT_EQ(submit(mediator, page, comment + "/removal", {{"why-" + id, "Non"}}).status, 404);
    EXPECT_EQ(submit(coordinator, page, comment + "/removal", {{"why-" + id, ""}}).status, 422);
    const HttpAnswer gone = submit(coordinator, page, comment + "/removal", {{"why-" + id, "Doublon"}});
    EXPECT_THAT(gone.body, AllOf(HasSubstr("Doublon"), Not(HasSubstr("Équipe réduite"))));
}

TEST(A_unit, changes_only_with_a_break_of_the_series) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/indicators/g3-heures-de-mediation", edit = page + "/edit";
    for (const char* period : {"2024-05/2024-08", "2025-05/2025-08", "2026-05/2026-08"})
        submit(browser, page, page + "/figures", {{"period", period}, {"value", "100"}});
    test::Pairs typed{{"name", "Heures de médiation"},
                      {"definition", "Jours"},
                      {"source", "Gleam"},
                      {"limits", "Rien"},
                      {"kind", "activity"},
                      {"frequency", "four_months"},
                      {"wanted", "up"},
                      {"owner", "gleam"},
                      {"unit", "jours"},
                      {"version", "1"}};
    const HttpAnswer refused = submit(browser, edit, edit, typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("3 valeurs sont déjà saisies"), HasSubstr("value=\"jours\"")));
    typed.emplace_back("breaks", "1");
    EXPECT_EQ(submit(browser, edit, edit, typed).status, 422) << "from when?";
    typed.emplace_back("breaks_from", "2026-01");
    const HttpAnswer changed = submit(browser, edit, edit, typed);
    EXPECT_THAT(changed.body, AllOf(HasSubstr("rupture"), HasSubstr("La série est rompue entre")));
}

TEST(An_indicator_without_owner, is_listed_under_nobody) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    EXPECT_THAT(browser.get("/laval/indicators/missing").body, Not(HasSubstr("o-nobody")));
    submit(browser, "/laval/organisations/gleam", "/laval/organisations/gleam/archive", {});
    EXPECT_THAT(browser.get("/laval/indicators/missing").body,
                AllOf(HasSubstr("o-nobody"), HasSubstr("n’est plus dans l’annuaire")));
    EXPECT_THAT(browser.get("/laval/indicators/g3-heures-de-mediation").body,
                HasSubstr("n’est plus dans l’annuaire"));
}

}  // namespace
}  // namespace maillage
