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

constexpr const char* deleted = "/laval/actions/deleted";

TEST(The_actions_deleted_lately, are_found_from_the_table_and_brought_back) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    EXPECT_THAT(browser.get(deleted).body, HasSubstr("/laval/actions\""));
    submit(browser, "/laval/actions/RAD-1", "/laval/actions/RAD-1/deletion", {});
    EXPECT_THAT(browser.get("/laval/actions").body, HasSubstr("href=\"/laval/actions/deleted\""));
    const HttpAnswer page = browser.get(deleted);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, AllOf(HasSubstr("RAD-1"), HasSubstr("Rétablir")));
    EXPECT_THAT(browser.get("/laval/actions/deleted.json").body,
                AllOf(HasSubstr("\"rows\":1"), HasSubstr("\"code\":\"RAD-1\"")));

    const std::size_t at = page.body.find("/laval/changes/");
    ASSERT_NE(at, page.body.npos);
    const std::string undo = page.body.substr(at, page.body.find('"', at) - at);
    const HttpAnswer after = submit(browser, deleted, undo, {{"back", deleted}});
    EXPECT_THAT(after.path, HasSubstr(deleted));
    EXPECT_THAT(after.body, AllOf(HasSubstr("Modification annulée"), Not(HasSubstr("RAD-1"))));
    EXPECT_EQ(browser.get("/laval/actions/RAD-1").status, 200);
}

TEST(The_actions_deleted_lately, are_there_for_those_who_edit_alone) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue");
    EXPECT_EQ(elected.get(deleted).status, 404);
    EXPECT_EQ(elected.get("/laval/actions/deleted.json").status, 404);
    EXPECT_THAT(elected.get("/laval/actions").body, Not(HasSubstr(deleted)));
}

}  // namespace
}  // namespace maillage
