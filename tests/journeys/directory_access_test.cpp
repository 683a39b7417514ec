#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/directory.hpp"

// What Entra ID and Keycloak send to a SCIM 2.0 service (RFC 7644), from the first look to the last.
namespace maillage {
namespace {

using test::DemoTown;
using test::Directory;
using test::handed_over;
using test::HttpAnswer;
using test::HttpClient;
using test::json_text;
using test::Redirects;
using test::scim_patch_body;
using test::scim_user_body;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string account_of(HttpClient& browser, const std::string& id) {
    return browser.get("/laval/accounts/" + id + ".json").body;
}

TEST(A_directory_like_entra_id, creates_renames_closes_and_removes_an_account) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration");
    Directory entra(laval, test::make_directory_token(administrator));
    const std::string by_address = "/Users?filter=userName%20eq%20%22Robin.Blanc%40laval.example%22";
    const HttpAnswer nobody = entra.get(by_address);
    EXPECT_EQ(nobody.status, 200);
    EXPECT_EQ(nobody.header("content-type"), "application/scim+json");
    EXPECT_THAT(nobody.body, AllOf(HasSubstr("\"totalResults\":0"), HasSubstr("\"Resources\":[]")));

    const HttpAnswer made = entra.send(
        "POST", "/Users",
        scim_user_body(
            "Robin.Blanc@laval.example",
            R"("externalId":"robin","active":true,"emails":[{"primary":true,"type":"work",)"
            R"("value":"robin.blanc@laval.example"}],"meta":{"resourceType":"User"},)"
            R"("name":{"formatted":"Robin Blanc","familyName":"Blanc","givenName":"Robin"}, "roles":[],)"
            R"("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"DSI"})"));
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string id = json_text(made.body, "id"), one = "/Users/" + id;
    EXPECT_THAT(made.header("location"),
                AllOf(testing::StartsWith("http"), testing::EndsWith("/scim/v2" + one)));
    EXPECT_THAT(made.body, AllOf(HasSubstr("\"userName\":\"robin.blanc@laval.example\""),
                                 HasSubstr("\"displayName\":\"Robin Blanc\""), HasSubstr("\"active\":true")));
    EXPECT_THAT(made.body, Not(HasSubstr("DSI"))) << "kept nowhere";
    EXPECT_THAT(account_of(administrator, id),
                AllOf(HasSubstr("\"opened\":false"), HasSubstr("\"mandates\":[]")));
    EXPECT_THAT(entra.get(by_address).body, HasSubstr(id));
    EXPECT_THAT(entra.get("/Users?filter=externalId%20eq%20%22robin%22").body, HasSubstr(id));

    EXPECT_THAT(entra.replace(id, "displayName", "\"Robin Noir\"").body,
                HasSubstr("\"displayName\":\"Robin Noir\""));
    EXPECT_THAT(entra.replace(id, "active", "\"False\"").body, HasSubstr("\"active\":false"));
    EXPECT_THAT(account_of(administrator, id), HasSubstr("\"active\":false"));
    const HttpAnswer without_path = entra.send(
        "PATCH", one,
        scim_patch_body(R"({"op":"Add","value":{"active":true,"name.familyName":"Noir","title":"Chef"}})"));
    EXPECT_THAT(without_path.body, HasSubstr("\"active\":true"));

    EXPECT_EQ(entra.send("DELETE", one).status, 204);
    EXPECT_EQ(entra.get(one).status, 404);
    EXPECT_EQ(entra.send("DELETE", one).status, 404);
    EXPECT_THAT(entra.get(by_address).body, HasSubstr("\"totalResults\":0"));
    EXPECT_THAT(account_of(administrator, id), HasSubstr("\"active\":false"));
}

TEST(A_directory_like_keycloak, reads_what_is_offered_and_writes_whole_users) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination");
    Directory keycloak(laval, test::make_directory_token(coordinator));
    EXPECT_THAT(keycloak.get("/ServiceProviderConfig").body,
                AllOf(HasSubstr("\"patch\":{\"supported\":true}"), HasSubstr("oauthbearertoken")));
    EXPECT_THAT(keycloak.get("/ResourceTypes").body, AllOf(HasSubstr("/Users"), Not(HasSubstr("Group"))));
    EXPECT_THAT(keycloak.get("/Schemas").body, HasSubstr("\"userName\""));
    EXPECT_EQ(keycloak.get("/Groups").status, 501) << "rights come from mandates";
    EXPECT_EQ(keycloak.send("PATCH", "/Users", "{}").status, 405);

    const std::string id = json_text(
        keycloak.send("POST", "/Users", scim_user_body("a@laval.example", R"("displayName":"A")")).body,
        "id");
    const HttpAnswer taken =
        keycloak.send("POST", "/Users", scim_user_body("A@laval.example", R"("displayName":"B")"));
    EXPECT_EQ(taken.status, 409);
    EXPECT_THAT(taken.body, HasSubstr("\"scimType\":\"uniqueness\""));

    const HttpAnswer read = keycloak.get("/Users/" + id);
    const std::string version = read.header("etag");
    EXPECT_THAT(read.body, HasSubstr("\"version\":\"W/"));
    const std::string renamed = scim_user_body("a@laval.example", R"("displayName":"Camille","active":true)");
    const HttpAnswer put = keycloak.send("PUT", "/Users/" + id, renamed, {{"if-match", version}});
    EXPECT_EQ(put.status, 200) << put.body;
    EXPECT_THAT(put.body, HasSubstr("Camille"));
    EXPECT_EQ(keycloak.send("PUT", "/Users/" + id, renamed, {{"if-match", version}}).status, 412)
        << "somebody changed it meanwhile";
    EXPECT_EQ(keycloak.send("GET", "/Users/" + id, {}, {{"if-none-match", put.header("etag")}}).status, 304);

    for (const char* address : {"b@laval.example", "c@laval.example"})
        keycloak.send("POST", "/Users", scim_user_body(address));
    const HttpAnswer page = keycloak.get("/Users?startIndex=2&count=1");
    EXPECT_THAT(page.body, AllOf(HasSubstr("\"totalResults\":3"), HasSubstr("\"startIndex\":2"),
                                 HasSubstr("\"itemsPerPage\":1"), HasSubstr("b@laval.example"),
                                 Not(HasSubstr("c@laval.example"))));
    EXPECT_THAT(keycloak.get("/Users?count=0").body,
                AllOf(HasSubstr("\"totalResults\":3"), HasSubstr("\"Resources\":[]")));
}

TEST(Who_the_directory_closes, is_out_with_the_next_request_and_comes_back_without_rights) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration"), elected = laval.signed_in("elue");
    Directory directory(laval, test::make_directory_token(administrator));
    const std::string id = handed_over(administrator, "elue");
    ASSERT_EQ(elected.get("/laval/actions").status, 200);
    ASSERT_EQ(directory.replace(id, "active", "false").status, 200);
    EXPECT_EQ(elected.get("/laval/actions", Redirects::stop).status, 303);
    EXPECT_EQ(elected.get("/laval/profile.json", Redirects::stop).status, 401);

    ASSERT_EQ(directory.replace(id, "active", "true").status, 200);
    HttpClient again = laval.signed_in("elue");
    EXPECT_EQ(again.get("/laval/actions").status, 404) << "the mandate waits for its second person";
    EXPECT_THAT(account_of(administrator, id), HasSubstr("\"confirmed\":false"));
    test::submit(administrator, "/laval/accounts/" + id, "/laval/accounts/" + id + "/mandates/confirmation",
                 {{"mandate", test::hidden(administrator.get("/laval/accounts/" + id).body, "mandate")}});
    EXPECT_EQ(again.get("/laval/actions").status, 200);
}

TEST(Another_address, lets_the_mandates_wait_for_somebody_may_be_another_person) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration"), elected = laval.signed_in("elue");
    Directory directory(laval, test::make_directory_token(administrator));
    const std::string id = handed_over(administrator, "elue");
    ASSERT_EQ(directory.replace(id, "displayName", "\"Claude Rouge\"").status, 200);
    EXPECT_EQ(elected.get("/laval/actions").status, 200) << "a name gives and takes nothing";
    ASSERT_EQ(directory.replace(id, "userName", "\"claude@laval.example\"").status, 200);
    EXPECT_EQ(elected.get("/laval/actions").status, 404);
    EXPECT_EQ(directory.replace(id, "userName", "\"coordination@laval.example\"").status, 409);
}

TEST(Who_left, comes_back_to_the_same_account_without_a_mandate) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration");
    Directory directory(laval, test::make_directory_token(administrator));
    const std::string id = handed_over(administrator, "elue");
    ASSERT_EQ(directory.send("DELETE", "/Users/" + id).status, 204);
    EXPECT_THAT(administrator.get("/laval/accounts/" + id + ".json").body,
                HasSubstr("\"until\":\"2026-11-23\""));
    const HttpAnswer back = directory.send("POST", "/Users", scim_user_body("elue@laval.example"));
    EXPECT_EQ(back.status, 201) << back.body;
    EXPECT_EQ(json_text(back.body, "id"), id);
    HttpClient elected = laval.signed_in("elue");
    EXPECT_EQ(elected.get("/laval/actions").status, 404);
}

TEST(An_account_that_a_person_has_closed, is_not_opened_by_the_directory) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration");
    Directory directory(laval, test::make_directory_token(administrator));
    const std::string id = handed_over(administrator, "elue"), account = "/laval/accounts/" + id;
    test::submit(administrator, account, account + "/disable", {});
    EXPECT_EQ(directory.replace(id, "active", "true").status, 403);
    EXPECT_EQ(directory.send("DELETE", "/Users/" + id).status, 204);
    EXPECT_EQ(directory.send("POST", "/Users", scim_user_body("elue@laval.example")).status, 409);
    EXPECT_THAT(account_of(administrator, id), HasSubstr("\"active\":false"));
}

TEST(An_account_taken_back, is_one_that_the_directory_never_saw) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration");
    Directory directory(laval, test::make_directory_token(administrator));
    const std::string id = handed_over(administrator, "elue"), account = "/laval/accounts/" + id;
    ASSERT_EQ(directory.get("/Users/" + id).status, 200);
    const HttpAnswer back =
        test::submit(administrator, account, account + "/directory", {{"keeper", "people"}});
    EXPECT_THAT(back.body, HasSubstr("de nouveau tenu à la main"));
    EXPECT_EQ(directory.get("/Users/" + id).status, 404);
}

TEST(A_token, is_shown_once_told_in_the_journal_and_says_when_it_was_used) {
    DemoTown laval;
    HttpClient administrator = laval.signed_in("administration");
    const std::string page = "/laval/accounts/directory";
    const HttpAnswer mistaken =
        test::submit(administrator, page, page, {{"token_name", " "}, {"token_life", "9000"}});
    EXPECT_EQ(mistaken.status, 422);
    const std::string token = test::make_directory_token(administrator);
    EXPECT_THAT(administrator.get(page).body, AllOf(Not(HasSubstr(token)), HasSubstr("Jamais")));
    Directory directory(laval, token);
    directory.send("POST", "/Users", scim_user_body("a@laval.example"));
    EXPECT_THAT(administrator.get(page).body, Not(HasSubstr("Jamais")));
    const std::string journal = laval.signed_in("dpo").get("/laval/journal.json?act=identity.directory").body;
    EXPECT_THAT(journal,
                AllOf(HasSubstr("identity.directory_token.make"), HasSubstr("identity.directory.create")));
}

}  // namespace
}  // namespace maillage
