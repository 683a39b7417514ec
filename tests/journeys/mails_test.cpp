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

constexpr db::Sql switched{"test.switched",
                           "select detail::text from audit.entry where act = 'notices.setting.change'"};

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

TEST_F(A_town_with_mail, offers_to_send_nothing_once_it_has_no_relay) {
    EXPECT_THAT(coordinator.get("/laval/digest").body, HasSubstr("Envoyer maintenant"));
    laval.database().pool().transaction(test::application(), [](db::Tx& tx) { notices::tell_site(tx, ""); });
    EXPECT_THAT(coordinator.get("/laval/digest").body, Not(HasSubstr("Envoyer maintenant")));
    EXPECT_EQ(send_digest("00").status, 422);
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

    EXPECT_THAT(coordinator.get("/laval/digest").body, Not(HasSubstr("Plus rien ne part")));
    admin("update identity.account set disabled_at = now() where email = 'coordination@laval.example'");
    EXPECT_THAT(laval.signed_in("elue").get("/laval/digest").body, Not(HasSubstr("Envoyer maintenant")));
    EXPECT_EQ(wake("2026-11-26"), 1U) << "nobody's rights";
}

// Their account stays open: what is gone is the right to send.
TEST_F(A_town_with_mail, says_that_nothing_leaves_once_the_mandate_of_who_switched_it_on_has_ended) {
    submit(coordinator, "/laval/digest", "/laval/digest/setting", {{"digest_automatic", "1"}});
    const std::string kept = laval.database().pool().transaction(test::application(), [](db::Tx& tx) {
        return tx.single(switched, [](db::Row& row) { return row.text(); });
    });
    EXPECT_EQ(kept, R"({"digest": true, "reminders": false})") << "the journal says what";
    admin(
        "insert into identity.account (council_id, email, display_name) "
        "select id, 'autre@laval.example', 'Robin' from territory.council where slug = 'laval'; "
        "update notices.setting set set_by = (select id from identity.account "
        "where email = 'autre@laval.example')");
    const char* gone = "Plus rien ne part tout seul";
    EXPECT_THAT(coordinator.get("/laval/digest").body, HasSubstr(gone)) << "no mandate";

    const auto give = [&](const std::string& role, const std::string& last_day) {
        admin(
            "delete from identity.mandate where account_id = (select set_by from notices.setting); "
            "insert into identity.mandate (council_id, account_id, role, from_day, until_day, confirmed_at) "
            "select council_id, set_by, '" +
            role + "', '2026-01-01', " + last_day + ", now() from notices.setting");
        return coordinator.get("/laval/digest").body;
    };
    EXPECT_THAT(give("coordinator", "'2026-11-23'"), HasSubstr(gone)) << "ended yesterday";
    EXPECT_THAT(give("elected", "null"), HasSubstr(gone)) << "a role that does not send";
    EXPECT_THAT(give("coordinator", "null"), Not(HasSubstr(gone)));
}

TEST_F(A_town_with_mail, reminds_only_who_can_give_the_figures_of_a_living_organisation) {
    appoint();
    const char* police = "police-nationale";
    const auto remind = [&] {
        return submit(coordinator, "/laval/digest", "/laval/reminders", {{"organisation", police}});
    };
    // Somebody elected sits there too, and reads figures without giving any.
    admin(
        "update identity.mandate m set organisation_id = o.id from identity.account a, "
        "directory.organisation o where a.id = m.account_id and a.email = 'elue@laval.example' "
        "and o.council_id = m.council_id and o.key = 'police-nationale'");
    remind();
    EXPECT_THAT(mails(), AllOf(SizeIs(1), Each(HasSubstr("police-nationale@laval.example"))));

    admin("update directory.organisation set archived_at = now() where key = 'police-nationale'");
    EXPECT_THAT(coordinator.get("/laval/reminders.json").body, Not(HasSubstr(police)));
    EXPECT_EQ(remind().status, 422);
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
