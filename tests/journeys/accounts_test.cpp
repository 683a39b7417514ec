#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
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

const char* const chosen = "sept girafes lisent";

HttpAnswer create(HttpClient& browser, const std::string& email, const std::string& role) {
    return submit(browser, "/laval/accounts/new", "/laval/accounts",
                  {{"name", "Robin Blanc (fictif)"}, {"email", email}, {"role", role}});
}

// What stands between two marks of a page.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t from = text.find(before) + before.size();
    return text.substr(from, text.find(after, from) - from);
}

std::string code_in(const HttpAnswer& page) { return between(page.body, "<code>", "</code>"); }
std::string account_in(const HttpAnswer& page) {
    return "/laval/accounts/" + between(page.body, "href=\"/laval/accounts/", "\"");
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

// An attribute's value, as a browser reads it.
std::string unescaped(std::string text) {
    for (const auto& [written, read] :
         {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&amp;", "&")})
        for (std::size_t at = text.find(written); at != text.npos; at = text.find(written))
            text.replace(at, std::string_view(written).size(), read);
    return text;
}

HttpAnswer open(HttpClient& browser, const std::string& code, const std::string& password) {
    return browser.post("/invitation", {{"code", code}, {"new_password", password}});
}

HttpAnswer confirm(HttpClient& browser, const std::string& account) {
    const std::string mandate = test::hidden(browser.get(account).body, "mandate");
    return submit(browser, account, account + "/mandates/confirmation", {{"mandate", mandate}});
}

int sign_in(HttpClient& browser, const std::string& email, const std::string& password) {
    return browser
        .post("/sign-in", {{"email", email}, {"password", password}, {"next", "/"}}, test::Redirects::stop)
        .status;
}

TEST(A_new_account, is_opened_by_its_person_and_counts_once_a_second_person_confirms) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination"), second = laval.signed_in("administration");
    const HttpAnswer created = create(browser, "Robin@Laval.example ", "elected");
    EXPECT_EQ(created.status, 200);
    const std::string account = account_in(created);
    EXPECT_THAT(browser.get(account).body,
                AllOf(HasSubstr("robin@laval.example"), Not(HasSubstr(code_in(created)))));
    EXPECT_EQ(confirm(second, account).status, 404);

    HttpClient robin = laval.visitor();
    EXPECT_EQ(open(robin, code_in(created), "laval").status, 422);
    EXPECT_EQ(open(robin, code_in(created), chosen).path, "/sign-in?opened=1");
    EXPECT_EQ(open(robin, code_in(created), chosen).status, 422);
    EXPECT_EQ(sign_in(robin, "robin@laval.example", chosen), 303);
    EXPECT_EQ(robin.get("/laval/actions").status, 404);
    EXPECT_EQ(confirm(browser, account).status, 404);
    EXPECT_EQ(confirm(second, account).status, 200);
    EXPECT_EQ(robin.get("/laval/actions").status, 200);
}

// The administrator reads no content: nor can they through an account of their making.
TEST(An_administrator, reads_nothing_through_an_account_they_created_or_renewed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("administration"), ghost = laval.visitor();
    const HttpAnswer created = create(browser, "ghost@laval.example", "coordinator");
    ASSERT_EQ(open(ghost, code_in(created), chosen).status, 200);
    ASSERT_EQ(sign_in(ghost, "ghost@laval.example", chosen), 303);
    EXPECT_EQ(ghost.get("/laval/actions").status, 404);
    EXPECT_EQ(confirm(browser, account_in(created)).status, 404);

    const std::string list = browser.get("/laval/accounts.json?q=elue").body;
    const std::string elected = "/laval/accounts/" + between(list, "\"id\":\"", "\"");
    const HttpAnswer code = submit(browser, elected, elected + "/invitation", {});
    ASSERT_EQ(open(ghost, code_in(code), chosen).status, 200);
    ASSERT_EQ(sign_in(ghost, "elue@laval.example", chosen), 303);
    EXPECT_EQ(ghost.get("/laval/actions").status, 404);
    EXPECT_EQ(confirm(browser, elected).status, 404);
}

TEST(The_coordinator, invites_twenty_people_from_a_pasted_list_once_they_have_read_it_over) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination"), second = laval.signed_in("administration");
    std::string list;
    for (int n = 1; n <= 20; ++n)
        list += "Personne " + std::to_string(n) + " <p" + std::to_string(n) + "@laval.example>\r\n";
    list +=
        "Une autre; p21@laval.example; Préfecture\r\nEncore <P1@laval.example>\r\nDpo; dpo@laval.example\r\n";
    const test::Pairs fields{{"people", list}, {"role", "elected"}};
    EXPECT_THAT(browser.get("/laval/accounts").body, HasSubstr("href=\"/laval/accounts/list\""));
    const HttpAnswer preview =
        submit(browser, "/laval/accounts/list", "/laval/accounts/list/preview", fields);
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, AllOf(HasSubstr("Préfecture"), HasSubstr("Déjà plus haut dans la liste"),
                                    HasSubstr("Cette adresse a déjà un compte"), Not(HasSubstr("<code>"))));
    EXPECT_THAT(browser.get("/laval/accounts.json?q=Personne").body, HasSubstr("\"total\":0"));

    test::Pairs confirmed{{"csrf", test::hidden(preview.body, "csrf")},
                          {"key", test::hidden(preview.body, "key")}};
    for (const char* name : {"people", "role", "organisation", "until"})
        confirmed.emplace_back(name, unescaped(test::hidden(preview.body, name)));
    const HttpAnswer codes = browser.post("/laval/accounts/list", confirmed);
    EXPECT_EQ(codes.status, 200);
    EXPECT_EQ(count_of(codes.body, "<code>"), 21U);
    EXPECT_EQ(count_of(browser.post("/laval/accounts/list", confirmed).body, "<code>"), 0U);
    EXPECT_THAT(browser.get("/laval/accounts.json?q=Personne").body, HasSubstr("\"total\":20"));

    HttpClient first = laval.visitor();
    ASSERT_EQ(open(first, code_in(codes), chosen).status, 200);
    ASSERT_EQ(sign_in(first, "p1@laval.example", chosen), 303);
    EXPECT_EQ(first.get("/laval/actions").status, 404);
    const std::string row = browser.get("/laval/accounts.json?q=p1@laval").body;
    EXPECT_EQ(confirm(second, "/laval/accounts/" + between(row, "\"id\":\"", "\"")).status, 200);
    EXPECT_EQ(first.get("/laval/actions").status, 200);
}

TEST(A_pasted_list, that_is_empty_or_too_long_or_without_role_is_given_back_with_what_to_do) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const auto send = [&](const std::string& people, const std::string& role) {
        return submit(browser, "/laval/accounts/list", "/laval/accounts/list/preview",
                      {{"people", people}, {"role", role}});
    };
    std::string long_list;
    for (int n = 0; n <= 50; ++n) long_list += "N <n" + std::to_string(n) + "@laval.example>\n";
    EXPECT_EQ(send(" \n ", "elected").status, 422);
    EXPECT_EQ(send(long_list, "elected").status, 422);
    const HttpAnswer no_role = send("N <n@laval.example>", "king");
    EXPECT_EQ(no_role.status, 422);
    EXPECT_THAT(no_role.body, HasSubstr("N &lt;n@laval.example&gt;"));
    EXPECT_EQ(laval.signed_in("elue").get("/laval/accounts/list").status, 404);
}

TEST(A_code, is_shown_once_even_to_who_sends_the_form_again) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string form = browser.get("/laval/accounts/new").body;
    const test::Pairs fields{{"name", "Robin"},
                             {"email", "robin@laval.example"},
                             {"role", "elected"},
                             {"csrf", test::hidden(form, "csrf")},
                             {"key", test::hidden(form, "key")}};
    const HttpAnswer first = browser.post("/laval/accounts", fields);
    const HttpAnswer again = browser.post("/laval/accounts", fields);
    EXPECT_EQ(again.status, 200);
    EXPECT_THAT(again.body, Not(HasSubstr(code_in(first))));
    EXPECT_THAT(browser.get("/laval/accounts.json?q=robin").body, HasSubstr("\"total\":1"));
}

TEST(The_coordinator, sees_every_mistake_at_once_and_loses_nothing_typed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer wrong =
        submit(browser, "/laval/accounts/new", "/laval/accounts",
               {{"name", "Robin <i>"}, {"email", "nowhere"}, {"role", "king"}, {"until", "32/13/2026"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("role=\"alert\""), HasSubstr("Robin &lt;i&gt;"),
                                  HasSubstr("nowhere"), HasSubstr("32/13/2026")));
    EXPECT_EQ(create(browser, "dpo@laval.example", "elected").status, 422);
}

TEST(A_mandate, ends_and_its_right_with_the_next_request) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination"), robin = laval.visitor();
    HttpClient second = laval.signed_in("administration");
    const HttpAnswer created = create(browser, "robin@laval.example", "elected");
    const std::string account = account_in(created);
    ASSERT_EQ(open(robin, code_in(created), chosen).status, 200);
    ASSERT_EQ(sign_in(robin, "robin@laval.example", chosen), 303);
    ASSERT_EQ(confirm(second, account).status, 200);
    ASSERT_EQ(robin.get("/laval/actions").status, 200);
    const std::string mandate = test::hidden(browser.get(account).body, "mandate");
    EXPECT_EQ(submit(browser, account, account + "/mandates/end", {{"mandate", mandate}}).status, 200);
    EXPECT_EQ(robin.get("/laval/actions").status, 404);
    EXPECT_EQ(robin.get("/laval").status, 200);
    EXPECT_EQ(submit(browser, account, account + "/mandates", {{"role", "prefect"}}).status, 200);
    EXPECT_EQ(robin.get("/laval/actions").status, 404);
    EXPECT_EQ(confirm(second, account).status, 200);
    EXPECT_EQ(robin.get("/laval/actions").status, 200);
    EXPECT_EQ(submit(browser, account, account + "/disable", {}).status, 200);
    EXPECT_EQ(robin.get("/laval", test::Redirects::stop).status, 303);
    EXPECT_NE(sign_in(robin, "robin@laval.example", chosen), 303);
}

TEST(Nobody, changes_their_own_rights) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("administration");
    const std::string list = browser.get("/laval/accounts.json?q=administration").body;
    const std::string own = "/laval/accounts/" + between(list, "\"id\":\"", "\"");
    for (const char* act : {"/mandates", "/mandates/confirmation", "/disable", "/invitation"})
        EXPECT_EQ(submit(browser, "/laval/profile", own + act, {{"role", "coordinator"}}).status, 404) << act;
    EXPECT_EQ(browser.get("/laval/actions").status, 404);
}

TEST(A_password, is_changed_by_whoever_knows_it_and_other_sessions_end) {
    DemoTown laval;
    HttpClient here = laval.signed_in("elue"), there = laval.signed_in("elue");
    const auto change = [&](const std::string& current, const std::string& next) {
        return submit(here, "/laval/profile", "/laval/profile/password",
                      {{"password", current}, {"new_password", next}})
            .status;
    };
    EXPECT_EQ(change("wrong wrong wrong wrong", chosen), 422);
    EXPECT_EQ(change(std::string(app::demo_password), "laval"), 422);
    EXPECT_EQ(change(std::string(app::demo_password), chosen), 200);
    EXPECT_EQ(there.get("/laval/today", test::Redirects::stop).status, 303);
    HttpClient again = laval.visitor();
    EXPECT_EQ(sign_in(again, "elue@laval.example", chosen), 303);
}

TEST(The_journal, names_who_did_what_to_the_data_protection_officer_alone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    ASSERT_EQ(create(browser, "robin@laval.example", "elected").status, 200);
    HttpClient officer = laval.signed_in("dpo"), elected = laval.signed_in("elue");
    const HttpAnswer page = officer.get("/laval/journal?act=identity.account");
    EXPECT_THAT(page.body, AllOf(HasSubstr("<td data-l=\"Acte\">Création d’un compte</td>"),
                                 HasSubstr("Camille Martin"), Not(HasSubstr("robin@"))));
    EXPECT_THAT(officer.get("/laval/journal?act=identity.session.open").body,
                AllOf(HasSubstr("value=\"identity.session.open\" selected"),
                      Not(HasSubstr(">Création d’un compte</td>"))));
    EXPECT_THAT(officer.get("/laval/journal.json").body, HasSubstr("\"act\":\"identity.session.open\""));
    EXPECT_EQ(officer.get("/laval/journal?from=yesterday").status, 422);
    EXPECT_THAT(officer.get("/laval/journal?until=01/01/2020").body,
                Not(HasSubstr(">Création d’un compte</td>")));
    EXPECT_EQ(elected.get("/laval/journal").status, 404);
    EXPECT_EQ(elected.get("/laval/journal.json").status, 404);
}

}  // namespace
}  // namespace maillage
