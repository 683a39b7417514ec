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

TEST(An_elected_official, reads_a_dashboard_that_calls_noise_noise) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");

    EXPECT_THAT(browser.get("/laval/dashboard").body,
                AllOf(HasSubstr("/laval/indicators/avip"), HasSubstr("775"), HasSubstr("/laval/dashboard/G1"),
                      HasSubstr("Jeu d’indicateurs à compléter"), Not(HasSubstr("/laval/indicators/new"))));
    EXPECT_THAT(browser.get("/laval/indicators/avip").body,
                AllOf(HasSubstr("On ne peut pas parler de hausse"), HasSubstr("Pas de conclusion"),
                      HasSubstr("Périmètre inconnu"), HasSubstr("ligne du total")));
    EXPECT_THAT(browser.get("/laval/indicators/aab-part").body, HasSubstr("ne couvrent pas les mêmes mois"));
    EXPECT_THAT(browser.get("/laval/indicators/avip.json").body, HasSubstr("\"value\":775"));
    EXPECT_THAT(browser.get("/laval/indicators/missing").body, HasSubstr("police-nationale"));
    EXPECT_EQ(browser.get("/laval/dashboard/G9").status, 404);
    EXPECT_EQ(browser.get("/laval/indicators/none").status, 404);
}

TEST(The_coordinator, agrees_on_a_set_and_reads_that_it_is_complete) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/dashboard/G1";

    const HttpAnswer wrong =
        submit(browser, page, page + "/agreement", {{"agreed_on", "31/02/2026"}, {"agreed_body", "g2"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("Cochez au moins un indicateur"), HasSubstr("31/02/2026"),
                                  HasSubstr("Choisissez une instance de ce groupe")));
    const HttpAnswer agreed = submit(browser, page, page + "/agreement",
                                     {{"indicator", "g1-actions-a-l-heure"},
                                      {"indicator", "g1-sensibilisations"},
                                      {"indicator", "g1-accompagnements-ouverts"},
                                      {"indicator", "g1-sorties-positives"},
                                      {"indicator", "g1-rappels-sans-suite"},
                                      {"indicator", "g1-absenteisme"},
                                      {"agreed_body", "g1"},
                                      {"agreed_on", "12/3/2026"},
                                      {"agreed_in", "Décision 3"}});
    EXPECT_THAT(agreed.body, HasSubstr("Jeu d’indicateurs complet"));
    EXPECT_THAT(browser.get("/laval/indicators/g1-absenteisme").body,
                AllOf(HasSubstr("Décision 3"), HasSubstr("/laval/bodies/g1")));
}

TEST(The_coordinator, enters_a_group_at_once_and_loses_nothing_that_was_typed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/dashboard/G3/entry";

    const HttpAnswer wrong = submit(browser, page, page,
                                    {{"v-g3-rencontres-population_2026-05_2026-08", "quatre"},
                                     {"v-g3-operations-conjointes_2026-05_2026-08", "7"},
                                     {"v-g3-reponses-a-temps_2026-05_2026-08", "30"},
                                     {"v-g3-reponses-a-temps_2026-05_2026-08_of", "20"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body,
                AllOf(HasSubstr("quatre"), HasSubstr("value=\"7\""), HasSubstr("Rencontres entre police"),
                      HasSubstr("Le nombre ne peut dépasser le total")));
    submit(browser, page, page,
           {{"v-g3-rencontres-population_2026-05_2026-08", "4"},
            {"v-g3-heures-de-mediation_2026-05_2026-08", "1 204,5"},
            {"v-g3-reponses-a-temps_2026-05_2026-08", "30"},
            {"v-g3-reponses-a-temps_2026-05_2026-08_of", "40"}});
    const std::string group = browser.get("/laval/dashboard/G3.json").body;
    EXPECT_THAT(group,
                AllOf(HasSubstr("\"value\":1204.5"), HasSubstr("\"of\":40"), Not(HasSubstr("\"value\":7,"))));
    EXPECT_THAT(browser.get(page).body, HasSubstr("value=\"1204,5\""));
}

TEST(The_coordinator, enters_withdraws_and_brings_back_a_figure) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/indicators/g3-rencontres-population", figures = page + "/figures";

    for (const char* period : {"2027", "31/02", "2022-13", ""}) {
        const HttpAnswer refused = submit(browser, page, figures, {{"period", period}, {"value", "3"}});
        EXPECT_EQ(refused.status, 422) << period;
    }
    EXPECT_THAT(submit(browser, page, figures, {{"period", "2024"}, {"value", "1,5"}}).body,
                HasSubstr("nombre entier"));
    EXPECT_THAT(submit(browser, page, figures, {{"period", "2024"}, {"value", "12"}}).body,
                HasSubstr("2024"));
    const HttpAnswer withdrawn = submit(browser, page, figures + "/withdrawal", {{"period", "2024"}});
    EXPECT_THAT(withdrawn.body, HasSubstr("/figures/restoration"));
    EXPECT_THAT(
        submit(browser, page + "?withdrawn=2024", figures + "/restoration", {{"period", "2024"}}).body,
        HasSubstr("/figures/withdrawal"));
    EXPECT_EQ(submit(browser, page, figures + "/withdrawal", {{"period", "1999"}}).status, 404);
}

TEST(The_coordinator, gives_no_indicator_the_address_of_a_page) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    for (const char* name : {"New", "missing", "Import !"}) {
        const HttpAnswer refused = submit(browser, "/laval/indicators/new", "/laval/indicators",
                                          {{"name", name},
                                           {"definition", "Rondes faites"},
                                           {"source", "Registre"},
                                           {"limits", "Rien de leur effet"},
                                           {"kind", "activity"},
                                           {"measure", "count"},
                                           {"frequency", "year"},
                                           {"wanted", "up"}});
        EXPECT_EQ(refused.status, 422) << name;
        EXPECT_THAT(refused.body, HasSubstr("page de l’application")) << name;
    }
}

TEST(The_coordinator, defines_an_indicator_and_changes_its_definition) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer wrong =
        submit(browser, "/laval/indicators/new", "/laval/indicators", {{"name", "Rondes <b>à pied</b>"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("Rondes &lt;b&gt;"), HasSubstr("role=\"alert\"")));
    const test::Pairs good{{"name", "Rondes à pied"}, {"definition", "Rondes faites à pied"},
                           {"source", "Registre"},    {"limits", "Rien de leur effet"},
                           {"group", "G3"},           {"kind", "activity"},
                           {"measure", "count"},      {"frequency", "month"},
                           {"wanted", "up"},          {"owner", "gleam"},
                           {"target", "40"}};
    const HttpAnswer made = submit(browser, "/laval/indicators/new", "/laval/indicators", good);
    EXPECT_EQ(made.path, "/laval/indicators/rondes-a-pied");
    EXPECT_EQ(submit(browser, "/laval/indicators/new", "/laval/indicators", good).status, 422);
    test::Pairs changed = good;
    changed[1].second = "Rondes faites à pied ou à vélo";
    changed.emplace_back("version", "1");
    const std::string edit = "/laval/indicators/rondes-a-pied/edit";
    EXPECT_THAT(submit(browser, edit, edit, changed).body, HasSubstr("à vélo"));
    changed[1].second = "Rondes en voiture";
    EXPECT_THAT(submit(browser, edit, edit, changed).body, HasSubstr("entre-temps"));
}

TEST(The_coordinator, who_changes_alone_what_a_group_agreed_on_makes_it_a_proposition_again) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string group = "/laval/dashboard/G3", page = "/laval/indicators/g3-heures-de-mediation";
    EXPECT_THAT(browser.get(page + "/edit").body, Not(HasSubstr("nouvelle décision du groupe")));
    submit(browser, group, group + "/agreement",
           {{"indicator", "g3-heures-de-mediation"},
            {"agreed_body", "g3"},
            {"agreed_on", "12/3/2026"},
            {"agreed_in", "Décision 3"}});
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"standing\":\"active\""));
    EXPECT_THAT(browser.get(page + "/edit").body, HasSubstr("nouvelle décision du groupe"));

    const HttpAnswer changed = submit(browser, page + "/edit", page + "/edit",
                                      {{"name", "Heures de présence des médiateurs"},
                                       {"definition", "Heures passées sur place"},
                                       {"source", "Relevé du GLEAM"},
                                       {"limits", "Rien de leur effet"},
                                       {"kind", "activity"},
                                       {"measure", "number"},
                                       {"frequency", "four_months"},
                                       {"wanted", "up"},
                                       {"owner", "gleam"},
                                       {"unit", "heures"}});

    EXPECT_THAT(changed.body, AllOf(HasSubstr("Proposition"), HasSubstr("Accord sur la version précédente"),
                                    HasSubstr("Décision 3")));
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"standing\":\"proposed\""));
}

// R-STA-5.
TEST(What_the_services_did, is_never_shown_without_saying_that_it_does_not_measure_crime) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string group = "/laval/dashboard/G3", entry = group + "/entry";
    EXPECT_THAT(browser.get(group).body, Not(HasSubstr("ne mesure pas la délinquance")));

    submit(browser, entry, entry, {{"v-g3-operations-conjointes_2026-05_2026-08", "7"}});
    submit(browser, "/laval/key-figures/choice", "/laval/key-figures",
           {{"key_figure_1", "g3-operations-conjointes"}});

    for (const char* page :
         {"/laval/dashboard", "/laval/dashboard/G3", "/laval/key-figures", "/laval/key-figures.json",
          "/laval/slides?slide=3&groups=G3", "/laval/final-review"})
        EXPECT_THAT(browser.get(page).body, HasSubstr("ne mesure pas la délinquance")) << page;
}

}  // namespace
}  // namespace maillage
