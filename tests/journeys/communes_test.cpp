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

const std::string page = "/laval/territory/communes";

test::Pairs typed(const std::string& commune, const std::string& since,
                  const std::string& source = "DCM <1>") {
    return {{"commune", commune}, {"standing", "associated"}, {"since", since}, {"source", source}};
}

TEST(The_coordinator, attaches_a_commune_ends_that_and_undoes_it) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer wrong = submit(browser, page, page, typed("53119", "31/02/2026"));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body,
                AllOf(HasSubstr("31/02/2026"), HasSubstr("DCM &lt;1&gt;"), HasSubstr("role=\"alert\"")));
    EXPECT_EQ(submit(browser, page, page, typed("99999", "1/1/2026")).status, 422);
    EXPECT_EQ(submit(browser, page, page, typed("53119", "1/1/2026", "")).status, 422);
    const HttpAnswer added = submit(browser, page, page, typed("53119", "1/1/2026"));
    EXPECT_EQ(added.status, 200);
    EXPECT_THAT(browser.get(page + ".json").body,
                HasSubstr("\"commune\":\"53119\",\"standing\":\"associated\""));
    EXPECT_EQ(submit(browser, page, page, typed("53119", "1/6/2026")).status, 422);
    EXPECT_THAT(browser.get("/laval/search?q=huisserie").body, HasSubstr(page));

    const std::size_t row = added.body.find("DCM &lt;1&gt;");
    const std::size_t at = added.body.find(page + "/", row) + page.size() + 1;
    const std::string number = added.body.substr(at, added.body.find('/', at) - at);
    const std::string one = page + "/" + number, field = "until-" + number;
    EXPECT_EQ(submit(browser, page, one + "/ending", {{field, "1/1/2026"}}).status, 422);
    EXPECT_EQ(submit(browser, page, one + "/ending", {{field, "1/11/2026"}}).status, 200);
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"until\":\"2026-11-01\""));
    EXPECT_EQ(submit(browser, page, one + "/ending", {{field, "1/12/2026"}}).status, 404);
    EXPECT_EQ(submit(browser, page, one + "/reopening", {}).status, 200);
    EXPECT_EQ(submit(browser, page, one + "/ending", {{field, "1/11/2026"}}).status, 200);
    EXPECT_EQ(submit(browser, page, page, typed("53119", "1/11/2026")).status, 200);
    EXPECT_EQ(submit(browser, page, one + "/reopening", {}).status, 404);
}

TEST(A_landlord, reads_which_communes_are_attached_and_changes_nothing) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("bailleur");

    EXPECT_THAT(browser.get(page).body,
                AllOf(HasSubstr("Saint-Berthevin"), testing::Not(HasSubstr("<form"))));
    EXPECT_EQ(submit(browser, "/laval/profile", page, typed("53119", "1/1/2026")).status, 404);
    EXPECT_EQ(submit(browser, "/laval/profile", page + "/1/ending", {{"until-1", "1/1/2027"}}).status, 404);
    EXPECT_EQ(submit(browser, "/laval/profile", page + "/1/reopening", {}).status, 404);
    EXPECT_EQ(laval.signed_in("administration").get(page).status, 404);
}

TEST(A_forged_membership, is_not_found) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    for (const std::string id : {"0", "-1", "99999999999999999999", "x"})
        EXPECT_EQ(submit(browser, page, page + "/" + id + "/ending", {{"until-" + id, "1/1/2027"}}).status,
                  404);
    EXPECT_EQ(browser.get("/elsewhere/territory/communes").status, 404);
}

}  // namespace
}  // namespace maillage
