#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"

// A13, A16, A17, A19: what stays behind in a shared browser, in a downloaded file, in the journal.
namespace maillage {
namespace {

using identity::Act;
using platform::http::Method;
using test::AttackedTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::HasSubstr;
using testing::Not;
using Ids = AttackedTown::Ids;
constexpr auto stop = test::Redirects::stop;

// A13: what one person typed is proposed to no other.
TEST(A_form_on_a_shared_computer, asks_the_browser_to_remember_nothing) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    int fields = 0;
    for (const app::Route& route : app::agents_routes()) {
        if (route.method != Method::get || route.act == Act::read_public ||
            route.pattern.ends_with("/events"))
            continue;
        const std::string path = town.address(route.pattern, Ids::existing);
        const std::string page = browser.get(path, stop).body;
        for (std::size_t at = page.find("<input "); at != page.npos; at = page.find("<input ", at + 1)) {
            const std::string field = page.substr(at, page.find('>', at) - at);
            const bool typed = field.contains("type=\"text\"") || field.contains("type=\"email\"") ||
                               field.contains("type=\"tel\"");
            if (!typed) continue;
            EXPECT_THAT(field, HasSubstr("autocomplete=\"off\"")) << path;
            ++fields;
        }
    }
    EXPECT_GT(fields, 30);
}

// A16: a name typed by who sent the file is neither kept nor given back.
TEST(A_downloaded_file, has_a_name_of_ours_and_runs_nothing) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    const HttpAnswer file = browser.get(town.address("/{council}/documents/{id}", Ids::existing));
    EXPECT_THAT(file.header("content-disposition"), HasSubstr("attachment"));
    EXPECT_THAT(file.header("content-disposition"), Not(HasSubstr("a.pdf\"; x")));
    EXPECT_THAT(file.header("content-security-policy"), HasSubstr("sandbox"));
    EXPECT_EQ(file.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(file.header("cache-control"), "no-store");
}

// A17: the page before is asked for again, and answers with the sign-in page.
TEST(The_back_button_after_sign_out, finds_nothing_kept) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    EXPECT_EQ(browser.get("/laval/organisations").header("cache-control"), "no-store");
    const std::string page = browser.get("/laval/profile").body;
    const HttpAnswer out = browser.post(
        "/laval/sign-out", {{"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}}, stop);
    EXPECT_THAT(out.header("clear-site-data"), HasSubstr("cache"));
    EXPECT_EQ(browser.get("/laval/organisations", stop).status, 303);
}

// A19: the journal says who did what to which thing, by ids: no name, no address, no word that anybody typed.
TEST(The_journal, holds_no_name_and_no_word_that_was_typed) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    const std::string action = "/laval/actions/TRQ-13", contacts = "/laval/organisations/sdis/contacts";
    submit(browser, contacts + "/new", contacts,
           {{"function", "ZQ7fonction"},
            {"name", "ZQ7nom"},
            {"email", "zq7@example.org"},
            {"basis", "public_task"}});
    submit(browser, action, action + "/news", {{"news_text", "ZQ7nouvelle"}});
    submit(browser, action, action + "/steps", {{"step_title", "ZQ7étape"}});
    submit(browser, "/laval/accounts/new", "/laval/accounts",
           {{"name", "ZQ7compte"},
            {"email", "zq7compte@laval.example"},
            {"role", "elected"},
            {"from", "1/9/2026"}});
    browser.get("/laval/actions?q=ZQ7recherche");
    browser.get("/laval/no/ZQ7such/page");
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    EXPECT_EQ(test::asked(admin, "select count(*) from strategy.news where text = 'ZQ7nouvelle'"), "1");
    EXPECT_EQ(test::asked(admin, "select count(*) from audit.entry e where e::text ilike '%zq7%'"), "0");
    EXPECT_EQ(test::asked(admin,
                          "select count(*) from audit.entry e join identity.account a "
                          "on strpos(e::text, a.display_name) > 0 or strpos(e::text, a.email) > 0"),
              "0");
}

}  // namespace
}  // namespace maillage
