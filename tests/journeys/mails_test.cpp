#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/job_handlers.hpp"
#include "domain/notices/api.hpp"
#include "platform/db/connection.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/mail/outbox.hpp"
#include "tests/journeys/demo_town.hpp"
#include "tests/support/mail_server.hpp"

namespace maillage {
namespace {

namespace db = platform::db;
using test::DemoTown;
using test::hidden;
using test::HttpAnswer;
using test::HttpClient;
using test::MailServer;
using test::submit;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// The town with a relay that takes its mails, and the worker that hands them over.
struct A_town_with_mail : testing::Test {
    DemoTown laval;
    MailServer server;
    HttpClient coordinator = laval.signed_in("coordination");

    A_town_with_mail() {
        laval.database().pool().transaction(
            test::application(), [](db::Tx& tx) { notices::tell_site(tx, "https://maillage.example"); });
        // Nobody sits for an organisation but whom a test appoints.
        admin("update identity.mandate set organisation_id = null");
    }
    void admin(const std::string& command) {
        db::Connection(laval.database().connection("maillage_admin")).command(command);
    }
    // Somebody of the national police answers for its figures.
    void appoint() {
        admin(
            "update identity.mandate m set organisation_id = o.id from identity.account a, "
            "directory.organisation o "
            "where a.id = m.account_id and a.email = 'police-nationale@laval.example' "
            "and o.council_id = m.council_id and o.key = 'police-nationale'");
    }
    // What the worker does until nothing waits; the mails that left since the beginning.
    std::vector<std::string> mails() {
        const platform::log::Log log(platform::log::Level::error, laval.services().clock,
                                     [](std::string_view) {});
        platform::jobs::Worker worker(
            laval.database().pool(),
            app::job_handlers(laval.services(), platform::config::default_configuration(),
                              test::relay_at(server.port())),
            laval.services().clock, log, {});
        while (worker.run_one()) continue;
        return server.taken();
    }
    HttpAnswer send_digest(const std::string& seen = "") {
        const std::string page = coordinator.get("/laval/digest").body;
        return coordinator.post("/laval/digest", {{"csrf", hidden(page, "csrf")},
                                                  {"key", hidden(page, "key")},
                                                  {"seen", seen.empty() ? hidden(page, "seen") : seen},
                                                  {"confirmed", "yes"}});
    }
};

TEST_F(A_town_with_mail, sends_its_elected_officials_the_summary_that_the_coordinator_read) {
    const std::string page = coordinator.get("/laval/digest").body;
    EXPECT_THAT(page,
                AllOf(HasSubstr("la synthèse du trimestre"), HasSubstr("Actions"),
                      HasSubstr("https://maillage.example/laval/dashboard"), HasSubstr("février 2027")));
    EXPECT_THAT(page, AllOf(HasSubstr("il part à 1 destinataire."),
                            HasSubstr("aucun effectif de personnes ou de faits inférieur à cinq")));
    EXPECT_THAT(page, HasSubstr("(proposition, sans décision de son groupe)")) << "no group has decided yet";
    const std::string json = coordinator.get("/laval/digest.json?language=fr").body;

    const HttpAnswer hasty =
        submit(coordinator, "/laval/digest", "/laval/digest", {{"seen", hidden(page, "seen")}});
    EXPECT_EQ(hasty.status, 422);
    EXPECT_THAT(hasty.body, HasSubstr("Cochez la case"));
    EXPECT_EQ(send_digest("00").status, 422) << "another text than the one that was read";
    EXPECT_THAT(mails(), SizeIs(0));
    EXPECT_THAT(send_digest().body, HasSubstr("file d’envoi"));

    const auto taken = mails();
    ASSERT_THAT(taken, SizeIs(1));
    EXPECT_THAT(taken[0],
                AllOf(HasSubstr("elue@laval.example"), HasSubstr("\"auto-submitted\": \"auto-generated\""),
                      HasSubstr("<https://maillage.laval.example/laval/profile/mails>")));
    // Word for word what the page showed.
    const std::size_t from = json.find("\"text\":\"") + 8;
    const std::string text = json.substr(from, json.find("\",\"automatic\"") - from);
    EXPECT_THAT(taken[0], HasSubstr("\"text\": \"" + text));
    EXPECT_THAT(coordinator.get("/laval/digest.json").body, HasSubstr("\"recipients\":1"));
    EXPECT_THAT(coordinator.get("/laval/mails").body,
                AllOf(HasSubstr("Remis au serveur"), Not(HasSubstr("elue@"))));
}

TEST_F(A_town_with_mail, shows_readers_the_summary_and_lets_them_send_nothing) {
    HttpClient reader = laval.signed_in("elue");
    EXPECT_THAT(reader.get("/laval/digest").body,
                AllOf(HasSubstr("synthèse du trimestre"), Not(HasSubstr("Envoyer maintenant")),
                      Not(HasSubstr("Destinataires</h2>"))));
    EXPECT_EQ(reader.get("/laval/reminders").status, 404);
    EXPECT_EQ(reader.get("/laval/mails").status, 404);
    EXPECT_THAT(laval.signed_in("administration").get("/laval/mails").body, HasSubstr("Aucun courriel"));
}

TEST_F(A_town_with_mail, does_not_write_to_who_declined) {
    HttpClient reader = laval.signed_in("elue");
    EXPECT_THAT(reader.get("/laval/profile").body, HasSubstr("/laval/profile/mails"));
    EXPECT_THAT(
        submit(reader, "/laval/profile/mails", "/laval/profile/mails", {{"takes_reminder", "1"}}).body,
        HasSubstr("Votre choix vaut"));

    EXPECT_THAT(coordinator.get("/laval/digest").body,
                AllOf(HasSubstr("Aucun destinataire"), Not(HasSubstr("Envoyer maintenant"))));
    EXPECT_EQ(send_digest().status, 422);
    submit(reader, "/laval/profile/mails", "/laval/profile/mails",
           {{"takes_digest", "1"}, {"takes_reminder", "1"}});
    EXPECT_THAT(send_digest().body, HasSubstr("file d’envoi"));
}

TEST_F(A_town_with_mail, reminds_an_organisation_of_its_figures_once_a_week) {
    EXPECT_THAT(coordinator.get("/laval/indicators/missing").body, HasSubstr("/laval/reminders"));
    EXPECT_THAT(coordinator.get("/laval/reminders").body, HasSubstr("Aucun compte n’a de mandat"));
    const auto remind = [&](const std::string& organisation) {
        return submit(coordinator, "/laval/digest", "/laval/reminders", {{"organisation", organisation}});
    };
    EXPECT_THAT(remind("police-nationale").body, HasSubstr("Personne ne recevrait"));
    appoint();

    EXPECT_THAT(remind("police-nationale").body, HasSubstr("file d’envoi"));
    const HttpAnswer again = remind("police-nationale");
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, HasSubstr("Il est déjà parti"));
    EXPECT_EQ(remind("nobody").status, 422);

    const auto taken = mails();
    ASSERT_THAT(taken, SizeIs(1));
    EXPECT_THAT(taken[0], AllOf(HasSubstr("police-nationale@laval.example"), HasSubstr("échéance passée"),
                                HasSubstr("https://maillage.example/laval/indicators/missing")));
    EXPECT_THAT(coordinator.get("/laval/reminders.json").body, HasSubstr("\"reminded\":\"2026-11-24\""));
}

TEST_F(A_town_with_mail, asks_nothing_of_an_organisation_that_left_the_directory) {
    EXPECT_THAT(coordinator.get("/laval/reminders.json").body, HasSubstr("\"organisation\":\"gleam\""));
    submit(coordinator, "/laval/organisations/gleam", "/laval/organisations/gleam/archive", {});
    EXPECT_THAT(coordinator.get("/laval/reminders.json").body, Not(HasSubstr("\"organisation\":\"gleam\"")));
}

TEST_F(A_town_with_mail, sends_by_itself_once_the_coordinator_switched_it_on) {
    appoint();
    const auto wake = [&](const char* day) {
        const auto today = *foundation::Date::parse_iso(day);
        laval.database().pool().transaction(test::application(), [&](db::Tx& tx) {
            notices::wake_automatic(tx, today, laval.services().clock());
        });
        return mails().size();
    };
    EXPECT_EQ(wake("2026-11-24"), 0U);
    EXPECT_THAT(submit(coordinator, "/laval/digest", "/laval/digest/setting",
                       {{"digest_automatic", "1"}, {"reminders_automatic", "1"}})
                    .body,
                HasSubstr("automatiques sont réglés"));
    EXPECT_EQ(wake("2026-11-22"), 0U) << "a Sunday";
    // 24 November lies in the midst of a quarter: the reminder alone.
    EXPECT_EQ(wake("2026-11-24"), 1U);
    EXPECT_EQ(wake("2026-11-24"), 1U);
    EXPECT_EQ(wake("2026-11-25"), 1U) << "the same week";

    admin("update identity.account set disabled_at = now() where email = 'coordination@laval.example'");
    EXPECT_THAT(laval.signed_in("elue").get("/laval/digest").body, Not(HasSubstr("Envoyer maintenant")));
    EXPECT_EQ(wake("2026-11-26"), 1U) << "nobody's rights";
}

TEST_F(A_town_with_mail, shows_the_administrator_what_did_not_arrive_and_tries_it_again) {
    admin("update identity.account set email = 'élue@laval.example' where email = 'elue@laval.example'");
    send_digest();
    EXPECT_THAT(mails(), SizeIs(0));
    admin("update identity.account set email = 'elue@laval.example' where email = 'élue@laval.example'");

    HttpClient administrator = laval.signed_in("administration");
    const std::string page = administrator.get("/laval/mails").body;
    EXPECT_THAT(page, AllOf(HasSubstr("Sans adresse"), HasSubstr("/attempt")));
    const std::size_t at = page.find("/laval/mails/");
    const std::string action = page.substr(at, page.find('"', at) - at);
    submit(administrator, "/laval/mails", action, {});

    EXPECT_THAT(mails(), SizeIs(1));
    EXPECT_EQ(submit(administrator, "/laval/profile", action, {}).status, 404) << "it went";
}

// R51: whatever the kind, in both languages.
using Every_mail = A_town_with_mail;
TEST_F(Every_mail, names_nobody_no_group_and_no_organisation_under_one_subject) {
    appoint();
    send_digest();
    submit(coordinator, "/laval/reminders", "/laval/reminders", {{"organisation", "police-nationale"}});
    admin("update identity.account set language = 'en'");
    submit(coordinator, "/laval/digest", "/laval/digest/setting", {});
    send_digest();

    const auto taken = mails();
    ASSERT_THAT(taken, SizeIs(3));
    for (const char* said : {"fictif", "Police nationale", "Groupe 1", "CCAS", "Préfecture", "situation"})
        EXPECT_THAT(taken, Each(Not(HasSubstr(said)))) << said;
    EXPECT_THAT(taken, Each(AllOf(HasSubstr("\"subject\": \"Maillage"), HasSubstr("\"defects\": []"),
                                  HasSubstr("\"content-type\": \"text/plain"))));
}

}  // namespace
}  // namespace maillage
