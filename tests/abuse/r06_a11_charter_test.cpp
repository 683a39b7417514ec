#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"
#include "tests/journeys/charter.hpp"

// R06, A11: a charter comes into force while its person has pages open, a session alive, a form half written.
namespace maillage {
namespace {

using identity::Act;
using platform::http::Method;
using test::AttackedTown;
using test::HttpAnswer;
using test::HttpClient;
using test::told;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Ids = AttackedTown::Ids;
constexpr auto stop = test::Redirects::stop;

std::string location(const HttpAnswer& answer) { return answer.header("location"); }

TEST(Who_has_not_signed_the_new_charter, is_refused_everywhere_with_the_next_request_whatever_there_is) {
    AttackedTown town;
    HttpClient author = town.laval().signed_in("administration"),
               browser = town.laval().signed_in("coordination");
    const std::string csrf = test::csrf_of(browser);
    ASSERT_EQ(browser.get("/laval/actions").status, 200);
    test::publish_charter(author);
    const std::string before = town.rows();
    int tried = 0;
    for (const app::Route& route : app::agents_routes()) {
        if (route.act == Act::read_public || route.act == Act::use_own_account) continue;
        for (const Ids ids : {Ids::existing, Ids::absent}) {
            const std::string path = town.address(route.pattern, ids);
            if (route.method == Method::get) {
                const HttpAnswer answer = browser.get(path, stop);
                EXPECT_EQ(answer.status, 303) << path;
                EXPECT_THAT(location(answer), StartsWith("/laval/charter?next=")) << path;
                EXPECT_EQ(answer.body, "") << path;
            }
            if (route.json != nullptr) {
                const HttpAnswer answer = browser.get(path + ".json", stop);
                EXPECT_EQ(answer.status, 403) << path;
                EXPECT_THAT(answer.body, HasSubstr("attend votre signature")) << path;
            }
        }
        ++tried;
    }
    EXPECT_GT(tried, 60);
    EXPECT_EQ(town.rows(), before);
    EXPECT_EQ(browser.get("/ailleurs/actions", stop).status, 404) << "another council is not there, as ever";
    EXPECT_EQ(browser.get("/laval/profile", stop).status, 200);
    test::sign_the_charter(browser, "2");
    EXPECT_EQ(browser.get("/laval/actions", stop).status, 200);
}

TEST(A_charter_that_begins_during_a_long_edit, refuses_the_form_keeps_the_draft_and_gives_both_back) {
    AttackedTown town;
    HttpClient author = town.laval().signed_in("administration"),
               browser = town.laval().signed_in("coordination");
    const std::string csrf = test::csrf_of(browser), edit = "/laval/actions/TRQ-13/edit";
    browser.post("/laval/drafts/actions/TRQ-13", {{"csrf", csrf}, {"title", "ZQ7 long travail"}}, stop);
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    const std::string drafts = "select count(*) from strategy.draft where body like '%ZQ7%'",
                      titled = "select count(*) from strategy.action where title like '%ZQ7%'";
    ASSERT_EQ(test::asked(admin, drafts), "1");
    test::publish_charter(author);
    const HttpAnswer refused =
        browser.post(edit, {{"csrf", csrf}, {"key", std::string(32, 'e')}, {"title", "ZQ7 envoyé"}}, stop);
    EXPECT_EQ(refused.status, 303);
    EXPECT_EQ(location(refused), "/laval/charter?next=/kept-form");
    EXPECT_THAT(refused.body, Not(HasSubstr("ZQ7")));
    EXPECT_EQ(test::asked(admin, drafts), "1");
    EXPECT_EQ(test::asked(admin, titled), "0");
    const HttpAnswer page = browser.get(location(refused));
    EXPECT_THAT(page.body, HasSubstr("est gardé dix minutes"));
    const HttpAnswer back = test::submit(browser, location(refused), "/laval/charter/signature",
                                         {{"charter_version", "2"}, {"next", "/kept-form"}});
    EXPECT_EQ(back.path, "/kept-form");
    EXPECT_THAT(back.body, HasSubstr("ZQ7 envoyé"));
    EXPECT_THAT(browser.get(edit + "?draft=1").body, HasSubstr("ZQ7 long travail")) << "the draft comes back";
}

TEST(A_signature_under_the_charter, is_nobody_elses_and_leads_nowhere_but_here) {
    AttackedTown town;
    HttpClient author = town.laval().signed_in("administration"), elected = town.laval().signed_in("elue"),
               stranger = town.stranger();
    test::publish_charter(author);
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    const std::string others =
        "select count(*) from identity.charter_signature where version = 2 and account_id <> "
        "(select id from identity.account where email = 'elue@laval.example')";
    const std::string before = test::asked(admin, others);
    const HttpAnswer astray = test::submit(elected, "/laval/charter", "/laval/charter/signature",
                                           {{"charter_version", "2"},
                                            {"account_id", "1"},
                                            {"council_id", "2"},
                                            {"signed_at", "2020-01-01"},
                                            {"next", "https://evil.example/"}});
    EXPECT_THAT(astray.path, Not(HasSubstr("evil")));
    EXPECT_EQ(test::asked(admin, others), before);
    EXPECT_EQ(elected.get("/laval/accounts/charter").status, 404) << "who signed is for who manages accounts";
    EXPECT_EQ(stranger.get("/laval/charter", stop).status, 404);
    EXPECT_EQ(stranger.get("/ailleurs/actions", stop).status, 200) << "a charter is of its council";
    EXPECT_EQ(
        test::submit(stranger, "/ailleurs/access", "/ailleurs/charter/signature", {{"charter_version", "2"}})
            .status,
        404);
}

TEST(A_published_charter, is_changed_by_nobody_even_in_raw_sql) {
    test::DemoTown town;
    platform::db::Connection admin(town.database().connection("maillage_admin"));
    for (const char* right : {"update", "delete", "truncate"})
        EXPECT_EQ(test::asked(admin, std::string("select has_any_column_privilege('maillage_app', "
                                                 "'identity.charter', 'update') or has_table_privilege("
                                                 "'maillage_app', 'identity.charter', '") +
                                         right + "')"),
                  "f");
}

}  // namespace
}  // namespace maillage
