#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/directory.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::json_text;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string own = "/laval/access", all = "/laval/accounts/requests";

HttpAnswer ask(HttpClient& browser, const std::string& role, const std::string& reason = "Suivre l'action") {
    return submit(browser, own, own,
                  {{"access_role", role}, {"access_for", "CCAS"}, {"access_reason", reason}});
}

std::string request_of(HttpClient& browser) { return json_text(browser.get(own + ".json").body, "id"); }

TEST(Who_asks_for_a_role, gets_a_mandate_from_one_person_that_another_confirms) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), coordinator = laval.signed_in("coordination"),
               administrator = laval.signed_in("administration");
    EXPECT_THAT(elected.get("/laval/profile").body, HasSubstr("href=\"/laval/access\""));
    EXPECT_THAT(ask(elected, "data_protection_officer").body, HasSubstr("En attente"));
    const std::string one = all + "/" + request_of(elected);
    EXPECT_THAT(coordinator.get("/laval/accounts").body, HasSubstr("Demandes d’accès (1)"));
    EXPECT_THAT(coordinator.get(all).body, AllOf(HasSubstr("Dominique Leroy"), HasSubstr("CCAS")));
    EXPECT_THAT(coordinator.get(one).body,
                testing::ContainsRegex("<a href=\"/laval/accounts/[^\"]+\">Dominique"))
        << "who asks is an account with an address, not a name alone";
    const HttpAnswer accepted = submit(coordinator, one, one + "/acceptance",
                                       {{"role", "data_protection_officer"}, {"until", "31/12/2026"}});
    EXPECT_EQ(accepted.status, 200);
    EXPECT_THAT(elected.get(own).body, AllOf(HasSubstr("Acceptée"), HasSubstr("seconde personne")));
    EXPECT_EQ(elected.get("/laval/journal").status, 404) << "one person makes no right";
    const std::string account = accepted.path.substr(0, accepted.path.find('?'));
    const std::string shown = administrator.get(account).body;
    const std::string mandate = test::hidden(shown.substr(shown.find("/mandates/confirmation")), "mandate");
    EXPECT_EQ(submit(coordinator, account, account + "/mandates/confirmation", {{"mandate", mandate}}).status,
              404);
    submit(administrator, account, account + "/mandates/confirmation", {{"mandate", mandate}});
    EXPECT_EQ(elected.get("/laval/journal").status, 200);
    EXPECT_THAT(elected.get("/laval/journal.json?act=identity.access").body,
                AllOf(HasSubstr("identity.access.ask"), HasSubstr("identity.access.grant")));
}

TEST(A_refusal, says_why_and_loses_nothing_typed) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), coordinator = laval.signed_in("coordination");
    const HttpAnswer mistaken = ask(elected, "prefect", "");
    EXPECT_EQ(mistaken.status, 422);
    EXPECT_THAT(mistaken.body, HasSubstr("value=\"CCAS\""));
    ask(elected, "prefect");
    const std::string one = all + "/" + request_of(elected);
    EXPECT_EQ(submit(coordinator, one, one + "/refusal", {{"access_answer", " "}}).status, 422);
    submit(coordinator, one, one + "/refusal", {{"access_answer", "Ce rôle est celui de l'État."}});
    EXPECT_THAT(elected.get(own).body, AllOf(HasSubstr("Refusée"), HasSubstr("celui de l&#39;État")));
    EXPECT_EQ(submit(coordinator, own, one + "/acceptance", {{"role", "prefect"}}).status, 404)
        << "answered once";
}

TEST(A_request, is_withdrawn_by_who_made_it_and_not_made_twice) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue");
    ask(elected, "prefect");
    EXPECT_EQ(ask(elected, "prefect").status, 422);
    ask(elected, "prosecutor");
    ask(elected, "mediator");
    EXPECT_EQ(ask(elected, "social_partner").status, 422) << "three wait";
    const std::string one = own + "/" + request_of(elected) + "/withdrawal";
    EXPECT_THAT(submit(elected, own, one, {}).body, HasSubstr("Retirée"));
    EXPECT_EQ(ask(elected, "social_partner").status, 200);
}

TEST(Who_has_no_mandate, finds_the_way_to_ask_on_the_first_page) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration"), elected = laval.signed_in("elue");
    const std::string account =
        "/laval/accounts/" + json_text(administrator.get("/laval/accounts.json?q=elue@").body, "id");
    submit(administrator, account, account + "/mandates/end",
           {{"mandate", test::hidden(administrator.get(account).body, "mandate")}});
    EXPECT_THAT(elected.get("/laval").body, HasSubstr("href=\"/laval/access\""));
    EXPECT_EQ(ask(elected, "elected").status, 200);
}

}  // namespace
}  // namespace maillage
