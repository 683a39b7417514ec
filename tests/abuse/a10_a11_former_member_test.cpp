#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"

// A10, A11, A34: a mandate ends while its person has pages open, a session alive, a form half written.
// Everything is dead with the next request, and what was dead does not come back.
namespace maillage {
namespace {

using identity::Act;
using platform::http::Method;
using test::AttackedTown;
using test::HttpClient;
using testing::HasSubstr;
using testing::Not;
using Ids = AttackedTown::Ids;
constexpr auto stop = test::Redirects::stop;

void end_mandates(AttackedTown& town, const std::string& who) {
    platform::db::Connection(town.laval().database().connection("maillage_admin"))
        .command(
            "update identity.mandate set until_day = '2026-11-23' where account_id = "
            "(select id from identity.account where email = '" +
            who + "@laval.example')");
}

TEST(A_former_member, finds_every_page_link_and_result_dead_with_the_next_request) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    const std::string csrf = test::csrf_of(browser);
    ASSERT_EQ(browser.get("/laval/actions").status, 200);
    end_mandates(town, "coordination");
    const std::string absent = told(browser.get("/laval/actions/PRE-999")), before = town.rows();
    int tried = 0;
    for (const app::Route& route : app::agents_routes()) {
        if (route.act == Act::read_public || route.act == Act::use_own_account) continue;
        const std::string path = town.address(route.pattern, Ids::existing);
        const auto answer = route.method == Method::get
                                ? browser.get(path, stop)
                                : browser.post(path, {{"csrf", csrf}, {"key", std::string(32, 'k')}}, stop);
        EXPECT_EQ(told(answer), absent) << path;
        if (route.json != nullptr) EXPECT_EQ(browser.get(path + ".json", stop).status, 404) << path;
        ++tried;
    }
    EXPECT_GT(tried, 60);
    EXPECT_EQ(town.rows(), before);
    EXPECT_EQ(browser.get("/laval/jobs.json").status, 200) << "one's own list stays";
    EXPECT_THAT(browser.get("/laval/jobs.json").body, Not(HasSubstr("\"has_result\":true")));
}

TEST(A_mandate_that_ends_during_a_long_edit, refuses_the_form_and_keeps_the_draft_on_the_server) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    const std::string csrf = test::csrf_of(browser), path = "/laval/drafts/actions/TRQ-13";
    browser.post(path, {{"csrf", csrf}, {"title", "ZQ7 long travail"}}, stop);
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    const std::string drafts = "select count(*) from strategy.draft where body like '%ZQ7%'";
    ASSERT_EQ(test::asked(admin, drafts), "1");
    end_mandates(town, "coordination");
    const auto refused =
        browser.post("/laval/actions/TRQ-13/edit",
                     {{"csrf", csrf}, {"key", std::string(32, 'e')}, {"title", "ZQ7"}}, stop);
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(test::asked(admin, drafts), "1");
    EXPECT_THAT(browser.get("/laval/profile").body, Not(HasSubstr("ZQ7")));
}

TEST(A_clock_that_goes_back, revives_no_session_that_was_found_too_old) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("elue");
    const foundation::Clock today = town.laval().services().clock;
    ASSERT_EQ(browser.get("/laval/profile", stop).status, 200);
    town.laval().services().clock = [today] { return today() + std::chrono::hours(1); };
    EXPECT_EQ(browser.get("/laval/profile", stop).status, 303);
    town.laval().services().clock = today;
    EXPECT_EQ(browser.get("/laval/profile", stop).status, 303);
}

}  // namespace
}  // namespace maillage
