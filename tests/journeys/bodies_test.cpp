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
    const std::string number = added.body.substr(at, added.body.find('/', at) - at);
    const HttpAnswer ended = submit(browser, page, members + "/" + number + "/ending", {});
    EXPECT_THAT(ended.body, HasSubstr(number + "/reinstatement"));
    EXPECT_EQ(submit(browser, page, members + "/" + number + "/reinstatement", {}).status, 200);
    EXPECT_GE(submit(browser, page, members + "/99999/ending", {}).status, 400);
}

TEST(A_partner, seats_nobody) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("bailleur");

    EXPECT_EQ(browser.get("/laval/bodies/cddf/members/new").status, 404);
    EXPECT_GE(browser.post("/laval/bodies/cddf/members", {{"function", "X"}}).status, 400);
}

}  // namespace
}  // namespace maillage
