#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "tests/abuse/town.hpp"
#include "tests/journeys/directory.hpp"

// Who holds, guesses or stole a token of the city's directory.
namespace maillage {
namespace {

namespace db = platform::db;
using test::AttackedTown;
using test::Directory;
using test::HttpAnswer;
using test::HttpClient;
using test::make_directory_token;
using test::Redirects;
using test::scim_patch_body;
using test::scim_user_body;
using test::told;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct ProvisionedTown : AttackedTown {
    HttpClient administrator = laval().signed_in("administration");
    std::string token = make_directory_token(administrator);
    Directory directory{laval(), token};
    std::string elected = test::handed_over(administrator, "elue");

    void command(const std::string& statement) {
        db::Connection(laval().database().connection("maillage_admin")).command(statement);
    }
};

TEST(Without_a_valid_token, every_resource_answers_alike_and_ever_more_slowly) {
    ProvisionedTown town;
    const std::string expired = make_directory_token(town.administrator, "laval", "Expiré"),
                      revoked = make_directory_token(town.administrator, "laval", "Révoqué");
    town.command(
        "update identity.directory_token set made_at = '2025-01-01', expires_at = '2025-03-01' "
        "where name = 'Expiré'");
    const std::string page = "/laval/accounts/directory", list = town.administrator.get(page + ".json").body;
    const std::string open = list.substr(0, list.find("\"name\":\"Révoqué\""));
    const std::size_t id = open.rfind("\"id\":\"") + 6;
    ASSERT_EQ(Directory(town.laval(), revoked).get("/Users").status, 200);
    test::submit(town.administrator, page,
                 page + "/" + open.substr(id, open.find('"', id) - id) + "/revocation", {});
    std::string first;
    for (const std::string& token : {std::string(), std::string("x"), town.token + "A", expired, revoked})
        for (const std::string& path : {std::string("/Users"), "/Users/" + town.elected,
                                        std::string("/Schemas"), std::string("/nothing")}) {
            town.command("delete from identity.failure");
            const HttpAnswer answer = Directory(town.laval(), token).get(path);
            EXPECT_EQ(answer.status, 401) << token << path;
            EXPECT_EQ(answer.header("www-authenticate"), "Bearer realm=\"scim\"");
            if (first.empty()) first = told(answer);
            EXPECT_EQ(told(answer), first) << token << path;
        }
    Directory guessing(town.laval(), "guess");
    int slowed = 0;
    for (int i = 0; i < 6; ++i) slowed += guessing.get("/Users").status == 429 ? 1 : 0;
    EXPECT_GT(slowed, 1);
    EXPECT_EQ(town.directory.get("/Users").status, 200)
        << "the right token is not held up by the guesses of others";
}

TEST(The_token_of_another_council, finds_nothing_byte_for_byte) {
    ProvisionedTown town;
    HttpClient stranger = town.stranger();
    Directory other(town.laval(), make_directory_token(stranger, "ailleurs"));
    const std::string theirs = "/Users/" + town.elected,
                      nobody = "/Users/00000000-0000-4000-8000-000000000000",
                      body = scim_user_body("elue@laval.example", R"("active":false)"),
                      patch = scim_patch_body(R"({"op":"replace","path":"active","value":false})");
    ASSERT_EQ(other.get("/Users").status, 200);
    const std::string before = town.rows();
    EXPECT_EQ(told(other.get(theirs)), told(other.get(nobody)));
    EXPECT_EQ(other.get(theirs).status, 404);
    EXPECT_EQ(told(other.send("PUT", theirs, body)), told(other.get(nobody)));
    EXPECT_EQ(told(other.send("PATCH", theirs, patch)), told(other.get(nobody)));
    EXPECT_EQ(told(other.send("DELETE", theirs)), told(other.get(nobody)));
    EXPECT_THAT(other.get("/Users").body, HasSubstr("\"totalResults\":0"));
    EXPECT_THAT(other.get("/Users?filter=userName%20eq%20%22elue%40laval.example%22").body,
                HasSubstr("\"totalResults\":0"));
    EXPECT_EQ(other.send("POST", "/Users", body).status, 409);
    EXPECT_EQ(town.rows(), before);
    EXPECT_THAT(stranger.get("/laval/accounts/directory").status, 404);
}

TEST(A_directory, knows_nothing_of_the_accounts_that_people_keep) {
    ProvisionedTown town;
    const std::string list = town.administrator.get("/laval/accounts.json?q=prefecture@").body;
    const std::string prefect = test::json_text(list, "id");
    ASSERT_FALSE(prefect.empty());
    ASSERT_EQ(town.directory.get("/Users").status, 200);
    const std::string before = town.rows();
    EXPECT_EQ(town.directory.get("/Users/" + prefect).status, 404);
    EXPECT_EQ(town.directory.send("DELETE", "/Users/" + prefect).status, 404);
    EXPECT_THAT(town.directory.get("/Users?filter=userName%20eq%20%22prefecture%40laval.example%22").body,
                HasSubstr("\"totalResults\":0"));
    EXPECT_EQ(town.directory.send("POST", "/Users", scim_user_body("prefecture@laval.example")).status, 409);
    EXPECT_EQ(town.rows(), before);
}

TEST(No_attribute, gives_a_right_a_role_or_a_password) {
    ProvisionedTown town;
    ASSERT_EQ(town.directory.get("/Users").status, 200);
    const std::string before = town.rows();
    for (const char* extra :
         {R"("roles":[{"value":"coordinator"}])", R"("roles":"coordinator")", R"("entitlements":["all"])",
          R"("password":"sept girafes lisent")", R"("mandates":[{"role":"prefect"}])", R"("council_id":2)",
          R"("isAdmin":true)", R"("opened_by":1)", R"("fictional":false)", R"("role":"coordinator")",
          R"("name":{"role":"prefect"})", R"("ROLES":[{"value":"coordinator"}])"}) {
        EXPECT_EQ(town.directory.send("POST", "/Users", scim_user_body("neuf@laval.example", extra)).status,
                  400)
            << extra;
        EXPECT_EQ(
            town.directory.send("PUT", "/Users/" + town.elected, scim_user_body("elue@laval.example", extra))
                .status,
            400)
            << extra;
        EXPECT_EQ(town.directory
                      .send("PATCH", "/Users/" + town.elected,
                            scim_patch_body(R"({"op":"replace","value":{)" + std::string(extra) + "}}"))
                      .status,
                  400)
            << extra;
    }
    for (const char* path :
         {"roles", "password", "entitlements", "mandates", "urn:ietf:params:scim:schemas:core:2.0:User:roles",
          "roles[value eq \\\"x\\\"]", "disabled_at", "closed_by_directory", "'; drop table x; --"})
        EXPECT_EQ(town.directory.replace(town.elected, path, R"([{"value":"coordinator"}])").status, 400)
            << path;
    EXPECT_EQ(town.rows(), before);
}

TEST(A_filter, is_never_more_than_the_comparison_it_looks_like) {
    ProvisionedTown town;
    ASSERT_EQ(town.directory.get("/Users").status, 200);
    const std::string before = town.rows();
    for (const char* filter :
         {"userName%20eq%20%22x%22%20or%20userName%20pr", "userName%20eq%20%22'%20or%20'1'='1%22",
          "userName%20eq%20%22a%40b.fr'%20or%201=1--%22", "externalId%20eq%20%22'%20or%20''='%22",
          "id%20eq%20%22x%22", "password%20sw%20%22a%22", "userName%20co%20%22%22", "((((", "%22",
          "%5B%5D"}) {
        const HttpAnswer answer = town.directory.get("/Users?filter=" + std::string(filter));
        const bool nothing = answer.body.find("\"totalResults\":0") != std::string::npos;
        EXPECT_TRUE(answer.status == 400 || nothing) << filter << answer.body;
        EXPECT_EQ(answer.header("content-type"), "application/scim+json");
    }
    for (const char* range : {"?startIndex=-1&count=-1", "?startIndex=99999999999999999999", "?count=1e9",
                              "?startIndex=x&count='"})
        EXPECT_EQ(town.directory.get("/Users" + std::string(range)).status, 200) << range;
    EXPECT_EQ(town.rows(), before);
}

TEST(A_body, that_is_huge_deep_or_broken_is_refused_in_the_form_of_scim) {
    ProvisionedTown town;
    const std::string deep(5'000, '['), huge(std::size_t{10} << 20, 'a');
    for (const std::string& body :
         {std::string("{"), std::string("[]"), std::string("null"), deep,
          std::string(R"({"userName":"a@b.fr"})"), std::string(R"({"schemas":[]})")}) {
        const HttpAnswer answer = town.directory.send("POST", "/Users", body);
        EXPECT_EQ(answer.status, 400) << body.substr(0, 30);
        EXPECT_THAT(answer.body, AllOf(HasSubstr("api:messages:2.0:Error"), HasSubstr("\"status\":\"400\"")));
    }
    const HttpAnswer large =
        town.directory.send("POST", "/Users", scim_user_body("a@b.fr", R"("title":")" + huge + "\""));
    EXPECT_EQ(large.status, 413);
    EXPECT_THAT(large.body, HasSubstr("\"status\":\"413\""));
    HttpClient client = town.laval().visitor();
    client.set_header("authorization", "Bearer " + town.token);
    EXPECT_EQ(client.send("POST", "/scim/v2/Users", {{"content-type", "text/plain"}}, "{}").status, 415);
}

TEST(A_token, opens_no_page_and_a_session_opens_no_directory) {
    ProvisionedTown town;
    HttpClient client = town.laval().visitor();
    client.set_header("authorization", "Bearer " + town.token);
    EXPECT_EQ(client.get("/laval/accounts", Redirects::stop).status, 303);
    EXPECT_EQ(client.get("/laval/accounts.json", Redirects::stop).status, 401);
    client.forget_cookies();
    HttpClient coordinator = town.laval().signed_in("coordination");
    EXPECT_EQ(coordinator.get("/scim/v2/Users").status, 401);
    coordinator.set_header("authorization", "Bearer " + coordinator.cookie("__Host-s"));
    EXPECT_EQ(coordinator.get("/scim/v2/Users").status, 401);
    EXPECT_EQ(town.laval().signed_in("prefecture").get("/laval/accounts/directory").status, 404);
}

}  // namespace
}  // namespace maillage
