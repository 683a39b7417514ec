#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "domain/identity/account_store.hpp"
#include "tests/journeys/demo_town.hpp"

// A council that was made without data files, in the installation of another.
namespace maillage {
namespace {

namespace db = platform::db;
using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Its coordinator, signed in.
HttpClient coordinator_of_angers(DemoTown& town) {
    const auto hashed = town.services().passwords.hash(app::demo_password);
    const std::string record = platform::crypto::as_text(hashed.value().record);
    constexpr db::Context application{.reach = db::Context::Reach::system};
    town.database().pool().transaction(application, [&](db::Tx& tx) {
        const auto council =
            territory::save_council(tx, {.slug = "angers", .name = "CLSPD d'Angers", .kind = "clspd"});
        const auto account = identity::create_account(
            tx, council,
            {.email = "camille@angers.example", .display_name = "Camille", .password_record = record});
        identity::grant_mandate(
            tx, council, account.value(),
            {.role = identity::Role::coordinator, .from = *foundation::Date::create(2026, 1, 1)},
            town.services().clock());
    });
    HttpClient browser = town.visitor();
    browser.post(
        "/sign-in",
        {{"email", "camille@angers.example"}, {"password", std::string(app::demo_password)}, {"next", "/"}});
    return browser;
}

TEST(A_council_without_files, says_what_its_administrator_runs_and_where_the_files_are_explained) {
    DemoTown town;
    HttpClient browser = coordinator_of_angers(town);
    for (const auto& [path, command] : {std::pair("/angers/bodies", "maillage council load angers"),
                                        std::pair("/angers/territory", "maillage council load angers"),
                                        std::pair("/angers/strategy", "maillage strategy import angers")})
        EXPECT_THAT(browser.get(path).body,
                    AllOf(HasSubstr(command), HasSubstr("href=\"/angers/help/council-files\"")))
            << path;
    EXPECT_THAT(browser.get("/angers/help/council-files").body, HasSubstr("territory.toml"));
}

TEST(A_council_without_files, makes_its_domains_and_groups_and_then_its_first_action) {
    DemoTown town;
    HttpClient browser = coordinator_of_angers(town);
    EXPECT_THAT(browser.get("/angers/actions/new").body,
                AllOf(HasSubstr("href=\"/angers/strategy\""), Not(HasSubstr("name=\"title\""))));
    const auto add = [&](const char* kind, const char* code, const char* label) {
        return submit(browser, "/angers/strategy", "/angers/strategy/references",
                      {{"reference_kind", kind}, {"reference_code", code}, {"reference_label", label}});
    };
    EXPECT_THAT(add("domain", "PRE", "Prevention").body, HasSubstr("PRE · Prevention"));
    // The same code again: its label changes.
    EXPECT_THAT(add("domain", "PRE", "Prévention de la délinquance").body,
                AllOf(HasSubstr("Prévention de la délinquance"), Not(HasSubstr("PRE · Prevention<"))));
    EXPECT_THAT(add("group", "G1", "Groupe jeunesse").body, HasSubstr("G1 · Groupe jeunesse"));
    const HttpAnswer refused = add("domain", "pré", "");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("majuscules"));

    submit(browser, "/angers/actions/new", "/angers/actions",
           {{"title", "Ouvrir un local"}, {"domain", "PRE"}, {"group", "G1"}});
    EXPECT_THAT(browser.get("/angers/actions.json").body, HasSubstr("\"PRE-1\""));
    EXPECT_THAT(browser.get("/angers/journal").body, HasSubstr("strategy.reference"));
}

TEST(A_council_without_files, is_led_from_step_to_step_and_leaves_out_what_its_coordinator_skips) {
    DemoTown town;
    HttpClient browser = coordinator_of_angers(town);
    EXPECT_THAT(browser.get("/angers").body, HasSubstr("Prochaine étape : Saisir les organismes"));
    const auto skip = [&](const char* step) {
        return submit(browser, "/angers", "/angers/preferences", {{"skip_step", step}, {"back", "/angers"}});
    };
    EXPECT_THAT(skip("organisations").body,
                AllOf(HasSubstr("Prochaine étape : Vérifier les instances"), HasSubstr("passée")));
    EXPECT_THAT(skip("bodies").body, HasSubstr("Prochaine étape : Nommer les domaines"));
    // What is no step changes nothing.
    EXPECT_THAT(skip("Not a step").body, HasSubstr("Prochaine étape : Nommer les domaines"));
    for (const auto& [kind, code] : {std::pair("domain", "PRE"), std::pair("group", "G1")})
        submit(browser, "/angers/strategy", "/angers/strategy/references",
               {{"reference_kind", kind}, {"reference_code", code}, {"reference_label", "Jeunes"}});
    EXPECT_THAT(browser.get("/angers").body,
                AllOf(HasSubstr("Prochaine étape : Importer les actions"), HasSubstr("1 étape faite sur")));

    submit(browser, "/angers", "/angers/preferences", {{"first_steps", "away"}, {"back", "/angers"}});
    submit(browser, "/angers/profile", "/angers/profile", {{"language", "fr"}, {"first_steps", "1"}});
    EXPECT_THAT(browser.get("/angers").body, HasSubstr("Prochaine étape : Saisir les organismes"));
}

}  // namespace
}  // namespace maillage
