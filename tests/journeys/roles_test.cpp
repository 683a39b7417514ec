#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/demo_town.hpp"

// What each role meets first: product.md, "Who uses it".
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(An_elected_official, is_led_to_five_figures_the_next_meeting_and_what_waits) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const HttpAnswer home = browser.get("/laval");
    EXPECT_EQ(home.path, "/laval/key-figures");
    EXPECT_THAT(home.body, AllOf(HasSubstr("L’essentiel"), HasSubstr("775"), HasSubstr("janvier 2022"),
                                 HasSubstr("Pas de conclusion"), HasSubstr("class=\"spark\""),
                                 HasSubstr("759 (janvier 2021"), Not(HasSubstr("665 (2018)")),
                                 HasSubstr("Stratégie territoriale 2023-2026")));
    EXPECT_THAT(home.body, AllOf(HasSubstr("attendue en février 2027"), HasSubstr("Aucune date n’est fixée"),
                                 HasSubstr("3 groupes doivent retenir leurs indicateurs (G1, G2, G3)"),
                                 HasSubstr("quorum à fixer"), Not(HasSubstr("/key-figures/choice"))));
    const std::size_t folded = home.body.find("<details><summary>");
    EXPECT_THAT(home.body.substr(folded, home.body.find("</summary>", folded) - folded),
                HasSubstr("Proposition"))
        << "seen without opening it";
    EXPECT_THAT(
        browser.get("/laval/key-figures.json").body,
        AllOf(HasSubstr("\"code\":\"avip\""), HasSubstr("\"body\":\"plenary\",\"from\":\"2027-02-01\""),
              HasSubstr("\"groups_to_agree\":[\"G1\",\"G2\",\"G3\"]")));
    // The situation of the actions is one click away.
    EXPECT_THAT(browser.get("/laval/today").body, HasSubstr("/laval/actions?alarm=late"));
    EXPECT_EQ(browser.get("/laval/key-figures/choice").status, 404);
}

TEST(The_coordinator, chooses_the_figures_and_their_order) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string choice = "/laval/key-figures/choice", target = "/laval/key-figures";

    const HttpAnswer wrong =
        submit(browser, choice, target,
               {{"key_figure_1", "avip"}, {"key_figure_2", "avip"}, {"key_figure_3", "<b>none</b>"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("déjà choisi plus haut"), HasSubstr("valeurs proposées"),
                                  HasSubstr("value=\"avip\" selected")));
    // A place left empty is passed over.
    submit(browser, choice, target, {{"key_figure_1", "g1-sorties-positives"}, {"key_figure_4", "avip"}});
    const std::string twin = browser.get("/laval/key-figures.json").body;
    EXPECT_THAT(twin, HasSubstr("\"chosen\":true"));
    EXPECT_LT(twin.find("g1-sorties-positives"), twin.find("\"code\":\"avip\""));
    EXPECT_THAT(browser.get(target).body,
                AllOf(HasSubstr("Aucune valeur"), HasSubstr("valeurs attendues manquent")));
    EXPECT_THAT(browser.get("/laval/journal").body, HasSubstr("Chiffres essentiels choisis"));

    submit(browser, choice, target, {{"key_figure_1", ""}});
    EXPECT_THAT(browser.get("/laval/key-figures.json").body, HasSubstr("\"chosen\":false"));
}

TEST(The_coordinator, sees_what_is_late_without_a_click) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer home = browser.get("/laval");
    EXPECT_EQ(home.path, "/laval");
    EXPECT_THAT(home.body, AllOf(HasSubstr("id=\"late\""), HasSubstr("id=\"first-steps\""),
                                 HasSubstr("étapes faites sur 10")));
}

TEST(A_partner, sees_the_actions_and_the_figures_of_its_organisation) {
    DemoTown laval;
    HttpClient police = laval.signed_in("police-nationale");
    EXPECT_THAT(police.get("/laval").body,
                AllOf(HasSubstr("id=\"own-actions\""), HasSubstr("/laval/actions?partner=police-nationale"),
                      HasSubstr("id=\"own-figures\""), HasSubstr("/laval/indicators/avip")));
    HttpClient social = laval.signed_in("social");
    EXPECT_THAT(social.get("/laval").body, AllOf(HasSubstr("id=\"own-actions\""),
                                                 Not(HasSubstr("/laval/actions?partner=police-nationale"))));
}

TEST(The_prefect, is_led_to_what_was_told_the_bodies_and_the_figures) {
    DemoTown laval;
    for (const char* who : {"prefecture", "parquet"}) {
        HttpClient browser = laval.signed_in(who);
        EXPECT_THAT(browser.get("/laval").body,
                    AllOf(HasSubstr("/laval/prefect-records"), HasSubstr("/laval/bodies"),
                          HasSubstr("/laval/key-figures"), Not(HasSubstr("id=\"own-actions\""))));
    }
}

TEST(The_administrator, meets_the_accounts_and_no_content) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("administration");
    EXPECT_THAT(
        browser.get("/laval").body,
        AllOf(HasSubstr("/laval/accounts"), Not(HasSubstr("/laval/actions")), Not(HasSubstr("/journal"))));
    EXPECT_EQ(browser.get("/laval/key-figures").status, 404);
    EXPECT_EQ(browser.get("/laval/slides").status, 404);
}

TEST(The_radicalisation_referent, meets_its_key_the_bodies_and_whom_to_turn_to) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("referent");
    EXPECT_THAT(browser.get("/laval").body,
                AllOf(HasSubstr("id=\"referent\""), HasSubstr("Votre clé personnelle"),
                      HasSubstr("/laval/bodies"), HasSubstr("/laval/organisations")));
    EXPECT_THAT(laval.signed_in("dpo").get("/laval").body, Not(HasSubstr("id=\"referent\"")));
}

TEST(The_data_protection_officer, is_led_to_the_journal) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("dpo");
    EXPECT_THAT(browser.get("/laval").body, HasSubstr("/laval/journal"));
}

// COM-1
TEST(A_presentation, is_printed_whole_and_keeps_its_groups) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    EXPECT_THAT(browser.get("/laval/slides").body, HasSubstr("slides?slide=all&amp;groups=council"));
    const std::string deck = browser.get("/laval/slides?slide=all&groups=council").body;
    EXPECT_THAT(deck,
                AllOf(HasSubstr("On ne peut pas parler de hausse"), HasSubstr("D’où viennent ces chiffres"),
                      HasSubstr("<svg"), HasSubstr("slide=1&amp;groups=council")));
    EXPECT_THAT(browser.get("/laval/slides?slide=all&groups=G2").body, Not(HasSubstr("AVIP")));
}

TEST(A_presentation, has_one_message_a_slide_and_an_address_for_each) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const HttpAnswer cover = browser.get("/laval/slides");
    EXPECT_THAT(cover.body,
                AllOf(HasSubstr("Tableau de bord, CLSPD de Laval"), HasSubstr("data-press=\"Escape\""),
                      HasSubstr("slide=2"), HasSubstr("groups=council%2CG1"), Not(HasSubstr("ArrowLeft"))));
    const HttpAnswer first = browser.get("/laval/slides?slide=2");
    EXPECT_THAT(first.body,
                AllOf(HasSubstr("AVIP"), HasSubstr("775"), HasSubstr("On ne peut pas parler de hausse"),
                      HasSubstr("<svg"), HasSubstr("class=\"source\""), HasSubstr("data-announce=\"2 sur ")));
    // Past the last one: the last one, which names the sources.
    EXPECT_THAT(browser.get("/laval/slides?slide=999").body,
                AllOf(HasSubstr("D’où viennent ces chiffres"), Not(HasSubstr("ArrowRight"))));
    EXPECT_THAT(browser.get("/laval/slides.json?groups=G2").body,
                AllOf(HasSubstr("en retard"), HasSubstr("manquent"), Not(HasSubstr("AVIP"))));
    // A group that is none: the council's own.
    EXPECT_THAT(browser.get("/laval/slides.json?groups=G9").body, HasSubstr("AVIP"));
}

}  // namespace
}  // namespace maillage
