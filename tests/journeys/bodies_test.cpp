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

TEST(An_elected_official, sees_the_bodies_their_rhythm_and_what_may_be_said_there) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");

    EXPECT_THAT(browser.get("/laval/bodies").body,
                AllOf(HasSubstr("18"), HasSubstr("/laval/bodies/g3"), HasSubstr("D132-9")));
    EXPECT_THAT(browser.get("/laval/bodies/plenary").body,
                AllOf(HasSubstr("Impossibles"), HasSubstr("en février"), Not(HasSubstr("members/new"))));
    EXPECT_THAT(browser.get("/laval/bodies/g3").body, HasSubstr("/laval/actions?group=G3"));
    EXPECT_THAT(browser.get("/laval/bodies.json").body, HasSubstr("\"code\":\"gltd\""));
    EXPECT_THAT(browser.get("/laval/bodies/plenary.json").body, HasSubstr("\"nominative_items\":false"));
    EXPECT_EQ(browser.get("/laval/bodies/senate").status, 404);
}

TEST(The_coordinator, seats_a_member_ends_the_mandate_and_undoes_that) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/bodies/cddf", members = page + "/members";

    const HttpAnswer wrong =
        submit(browser, members + "/new", members, {{"function", ""}, {"from", "31/02/2026"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("role=\"alert\""), HasSubstr("31/02/2026")));
    const HttpAnswer added = submit(browser, members + "/new", members,
                                    {{"function", "Directrice <i>adjointe</i>"},
                                     {"organisation", "ccas"},
                                     {"standing", "member"},
                                     {"seat", "holder"},
                                     {"from", "1/9/2026"}});
    ASSERT_THAT(added.body, HasSubstr("Directrice &lt;i&gt;"));
    const std::size_t at = added.body.find(members + "/") + members.size() + 1;
    const std::string number = added.body.substr(at, added.body.find_first_of("/\"?", at) - at);
    const HttpAnswer ended = submit(browser, page, members + "/" + number + "/ending", {});
    EXPECT_THAT(ended.body, HasSubstr(number + "/reinstatement"));
    EXPECT_EQ(submit(browser, page, members + "/" + number + "/reinstatement", {}).status, 200);
    EXPECT_GE(submit(browser, page, members + "/99999/ending", {}).status, 400);
}

TEST(The_coordinator, notes_what_the_prefect_told_withdraws_it_and_undoes_that) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/prefect-records";

    EXPECT_THAT(browser.get("/laval/bodies").body,
                AllOf(HasSubstr("D132-10"), HasSubstr("plus de douze mois")));
    EXPECT_EQ(submit(browser, page, page, {{"subject", ""}, {"told_on", "31/02/2026"}}).status, 422);
    EXPECT_EQ(submit(browser, page, page, {{"subject", "Demain"}, {"told_on", "25/11/2026"}}).status, 422);
    const HttpAnswer noted =
        submit(browser, page, page, {{"subject", "État <i>annuel</i>"}, {"told_on", "24/11/2025"}});
    EXPECT_THAT(noted.body, AllOf(HasSubstr("État &lt;i&gt;"), HasSubstr("a informé le conseil")));
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"overdue\":false"));
    const std::size_t at = noted.body.find(page + "/") + page.size() + 1;
    const std::string number = noted.body.substr(at, noted.body.find('/', at) - at);
    const HttpAnswer gone = submit(browser, page, page + "/" + number + "/withdrawal", {});
    EXPECT_THAT(gone.body, AllOf(HasSubstr("plus de douze mois"), HasSubstr(number + "/restoration")));
    EXPECT_EQ(submit(browser, page, page + "/" + number + "/withdrawal", {}).status, 404);
    EXPECT_EQ(submit(browser, page, page + "/" + number + "/restoration", {}).status, 200);
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"overdue\":false"));
    EXPECT_EQ(submit(browser, page, page + "/99999999999999999999/withdrawal", {}).status, 404);
    EXPECT_EQ(laval.signed_in("elue").get(page).status, 200);
    HttpClient landlord = laval.signed_in("bailleur");
    EXPECT_EQ(submit(landlord, "/laval/profile", page, {{"subject", "X"}, {"told_on", "1/1/2026"}}).status,
              404);
    EXPECT_EQ(laval.signed_in("administration").get(page).status, 404);
}

TEST(The_coordinator, seats_an_account_replaces_it_by_a_contact_and_sets_a_quorum) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/bodies/cddf", members = page + "/members";
    const std::string offered = browser.get(members + "/new").body;
    const auto option = [&](const std::string& label) {
        const std::size_t end = offered.rfind("value=\"", offered.find(label)) + 7;
        return offered.substr(end, offered.find('"', end) - end);
    };
    const std::string account = option("Dominique Leroy"), contact = option("Lou Fictif");
    ASSERT_TRUE(account.starts_with("account:")) << account;
    ASSERT_TRUE(contact.starts_with("contact:")) << contact;
    const auto seat = [&](const std::string& person, const std::string& from, const std::string& until = "") {
        return test::Pairs{
            {"function", "Présidence"}, {"person", person}, {"college", "elected"}, {"standing", "by_right"},
            {"seat", "holder"},         {"from", from},     {"until", until}};
    };

    EXPECT_EQ(submit(browser, members + "/new", members, seat("account:999999", "1/9/2026")).status, 422);
    EXPECT_EQ(submit(browser, members + "/new", members, seat("root", "1/9/2026")).status, 422);
    const HttpAnswer late = submit(browser, members + "/new", members, seat(account, "1/9/2026", "1/8/2026"));
    EXPECT_EQ(late.status, 422);
    EXPECT_THAT(late.body, AllOf(HasSubstr("avant le premier"), HasSubstr("1/8/2026")));
    const HttpAnswer added = submit(browser, members + "/new", members, seat(account, "1/9/2026"));
    ASSERT_THAT(added.body, AllOf(HasSubstr("Dominique Leroy"), HasSubstr("fictif"), HasSubstr("Élus")));
    EXPECT_EQ(submit(browser, members + "/new", members, seat(account, "1/10/2026")).status, 422);
    const std::size_t at = added.body.find(members + "/") + members.size() + 1;
    const std::string one = members + "/" + added.body.substr(at, added.body.find_first_of("/\"", at) - at);

    EXPECT_EQ(submit(browser, one, one + "/replacement", seat(contact, "1/9/2026")).status, 422);
    const HttpAnswer replaced = submit(browser, one, one + "/replacement", seat(contact, "1/11/2026"));
    EXPECT_THAT(replaced.body, AllOf(HasSubstr("Lou Fictif"), HasSubstr("Éducation nationale"),
                                     Not(HasSubstr("Dominique Leroy"))));
    EXPECT_THAT(
        browser.get(page + "?all=1").body,
        AllOf(HasSubstr("31/10/2026"), HasSubstr("Dominique Leroy"), Not(HasSubstr(one + "/reinstatement"))));
    EXPECT_EQ(submit(browser, page, one + "/reinstatement", {}).status, 404);
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"college\":\"elected\""));
    EXPECT_THAT(browser.get("/laval/search?q=presidence").body, HasSubstr(page + "#members"));

    EXPECT_EQ(submit(browser, page, page + "/quorum", {{"quorum_percent", "50"}}).status, 422);
    EXPECT_EQ(
        submit(browser, page, page + "/quorum", {{"quorum_percent", "0"}, {"quorum_source", "RI"}}).status,
        422);
    EXPECT_THAT(
        submit(browser, page, page + "/quorum", {{"quorum_percent", "50"}, {"quorum_source", "RI <1>"}}).body,
        AllOf(HasSubstr("1 présents sur 1 sièges"), HasSubstr("RI &lt;1&gt;")));
}

TEST(A_body_that_others_lead, takes_functions_and_no_person) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string members = "/laval/bodies/gltd/members";
    const std::string offered = browser.get(members + "/new").body;
    const std::size_t at = offered.find("account:");
    const HttpAnswer refused = submit(browser, members + "/new", members,
                                      {{"function", "Greffe"},
                                       {"person", offered.substr(at, offered.find('"', at) - at)},
                                       {"standing", "guest"},
                                       {"seat", "holder"},
                                       {"from", "1/9/2026"}});

    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("L132-10-2"), HasSubstr("Greffe")));
}

TEST(The_plenary, says_which_member_by_right_is_missing) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/bodies/plenary";
    const std::string before = browser.get(page).body;
    EXPECT_THAT(before, Not(HasSubstr("membre de droit manque")));
    const std::size_t row = before.find("Procureure de la République</th>");
    const std::size_t at = before.find(page + "/members/", row) + (page + "/members/").size();
    const std::string one = page + "/members/" + before.substr(at, before.find_first_of("/\"", at) - at);

    EXPECT_EQ(submit(browser, one, one + "/ending", {{"last_day", "1/1/2020"}}).status, 422);
    EXPECT_THAT(submit(browser, one, one + "/ending", {{"last_day", "23/11/2026"}}).body,
                AllOf(HasSubstr("membre de droit manque"), HasSubstr("procureur"), HasSubstr("L132-4")));
}

TEST(A_partner, seats_nobody) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("bailleur");

    EXPECT_EQ(browser.get("/laval/bodies/cddf/members/new").status, 404);
    EXPECT_GE(browser.post("/laval/bodies/cddf/members", {{"function", "X"}}).status, 400);
    EXPECT_EQ(submit(browser, "/laval/profile", "/laval/bodies/cddf/quorum",
                     {{"quorum_percent", "50"}, {"quorum_source", "X"}})
                  .status,
              404);
    EXPECT_EQ(browser.get("/laval/bodies/plenary/members/1").status, 404);
}

}  // namespace
}  // namespace maillage
