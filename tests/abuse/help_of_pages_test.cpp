#include <gtest/gtest.h>

#include <map>

#include "tests/abuse/town.hpp"

// "Help" at the top of a page opens what is written about that page: no page of the list of routes without.
namespace maillage {
namespace {

using platform::i18n::Language;
using test::AttackedTown;
using test::HttpClient;

struct Helped {
    std::string_view pattern, help;
};

// The pages of help themselves lead to their list.
constexpr Helped pages[] = {
    {"/{council}", "home"},
    {"/{council}/today", "home"},
    {"/{council}/search", "search"},
    {"/{council}/openapi", "api"},
    {"/{council}/help", ""},
    {"/{council}/help/{page}", ""},
    {"/{council}/strategy", "actions"},
    {"/{council}/actions", "actions"},
    {"/{council}/actions/deleted", "actions"},
    {"/{council}/actions/kanban", "views"},
    {"/{council}/actions/gantt", "views"},
    {"/{council}/actions/by/{dimension}", "views"},
    {"/{council}/actions/matrix", "views"},
    {"/{council}/actions/import", "exchange"},
    {"/{council}/actions/import/{id}", "exchange"},
    {"/{council}/actions/new", "one-action"},
    {"/{council}/actions/{code}", "one-action"},
    {"/{council}/actions/{code}/history", "one-action"},
    {"/{council}/actions/{code}/edit", "one-action"},
    {"/{council}/actions/{code}/steps/{step}", "one-action"},
    {"/{council}/actions/{code}/records/new", "one-action"},
    {"/{council}/actions/{code}/records/{sheet}/edit", "one-action"},
    {"/{council}/actions/{code}/records/{sheet}/lines/new", "one-action"},
    {"/{council}/actions/{code}/records/{sheet}/lines/{line}", "one-action"},
    {"/{council}/actions/{code}/budget/{expense}", "one-action"},
    {"/{council}/dashboard", "indicators"},
    {"/{council}/dashboard/{group}", "indicators"},
    {"/{council}/dashboard/{group}/entry", "indicators"},
    {"/{council}/dashboard/{group}/entry/tables/{table}", "indicators"},
    {"/{council}/indicators/missing", "indicators"},
    {"/{council}/indicators/new", "indicators"},
    {"/{council}/indicators/import", "indicators-by-spreadsheet"},
    {"/{council}/indicators/import/{definitions}", "indicators-by-spreadsheet"},
    {"/{council}/indicators/{indicator}", "indicators"},
    {"/{council}/indicators/{indicator}/edit", "indicators"},
    {"/{council}/snapshots", "snapshots"},
    {"/{council}/snapshots/new", "snapshots"},
    {"/{council}/snapshots/comparison", "snapshots"},
    {"/{council}/snapshots/{snapshot}", "snapshots"},
    {"/{council}/strategy/end", "final-review"},
    {"/{council}/final-review", "final-review"},
    {"/{council}/final-review/texts/{part}", "final-review"},
    {"/{council}/final-review/texts/{part}/history", "final-review"},
    {"/{council}/final-review/texts/{part}/conflicts/{conflict}", "final-review"},
    {"/{council}/digest", "digest"},
    {"/{council}/reminders", "indicators"},
    {"/{council}/mails", "mails"},
    {"/{council}/profile/mails", "profile"},
    {"/{council}/profile", "profile"},
    {"/{council}/profile/second-factor", "second-factor"},
    {"/{council}/profile/passkeys", "passkeys"},
    {"/{council}/profile/provider", "provider"},
    {"/{council}/profile/unlock-phrase", "unlock-phrase"},
    {"/{council}/accounts", "accounts"},
    {"/{council}/accounts/new", "accounts"},
    {"/{council}/accounts/list", "accounts"},
    {"/{council}/accounts/{account}", "accounts"},
    {"/{council}/accounts/directory", "directory-access"},
    {"/{council}/accounts/requests", "access-requests"},
    {"/{council}/accounts/requests/{request}", "access-requests"},
    {"/{council}/access", "access-requests"},
    {"/{council}/charter", "charter"},
    {"/{council}/accounts/charter", "charter"},
    {"/{council}/accounts/charter/new", "charter"},
    {"/{council}/journal", "journal"},
    {"/{council}/organisations", "directory"},
    {"/{council}/organisations/new", "directory"},
    {"/{council}/organisations/{organisation}", "directory"},
    {"/{council}/organisations/{organisation}/edit", "directory"},
    {"/{council}/organisations/{organisation}/contacts/new", "directory"},
    {"/{council}/organisations/{organisation}/contacts/{contact}/edit", "directory"},
    {"/{council}/territory", "territory"},
    {"/{council}/territory/communes", "territory"},
    {"/{council}/glossary", "glossary"},
    {"/{council}/jobs", "jobs"},
    {"/{council}/jobs/{job}", "jobs"},
    {"/{council}/bodies", "governance"},
    {"/{council}/bodies/{body}", "governance"},
    {"/{council}/bodies/{body}/members/new", "governance"},
    {"/{council}/bodies/{body}/members/{member}", "governance"},
    {"/{council}/prefect-records", "governance"},
    {"/{council}/key-figures", "key-figures"},
    {"/{council}/key-figures/choice", "key-figures"},
    {"/{council}/slides", "slides"},
};

// What a browser downloads or listens to.
bool is_a_page(const app::Route& route) {
    const std::string_view pattern = route.pattern;
    if (route.method != platform::http::Method::get || !pattern.starts_with("/{council}")) return false;
    for (const std::string_view other : {".csv", ".xlsx", "/events", "/result", "/documents/{id}"})
        if (pattern.ends_with(other)) return false;
    return true;
}

TEST(Every_page, opens_the_help_that_is_written_about_it) {
    AttackedTown town;
    HttpClient coordinator = town.laval().signed_in("coordination"), officer = town.laval().signed_in("dpo");
    std::map<std::string_view, std::string_view> expected;
    for (const Helped& page : pages) expected.emplace(page.pattern, page.help);
    for (const app::Route& route : app::agents_routes()) {
        if (!is_a_page(route)) continue;
        const std::string path = town.address(route.pattern, AttackedTown::Ids::existing);
        const bool hers = coordinator.get(path).status == 200;
        EXPECT_TRUE(hers || officer.get(path).status == 200) << path;
        const auto wanted = expected.find(route.pattern);
        ASSERT_NE(wanted, expected.end()) << route.pattern << " has no help";
        EXPECT_EQ(town.laval().last_help(), wanted->second) << path;
    }
}

TEST(Every_page, that_a_form_answers_with_opens_a_help_that_exists) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    const auto answers = [&](const std::string& path, test::Pairs fields) {
        const test::HttpAnswer answer = test::submit(browser, "/laval/actions", path, std::move(fields));
        EXPECT_NE(answer.body.find("<h1"), answer.body.npos) << path;
        return town.laval().last_help();
    };
    const std::string list = "/laval/actions", one = list + "/PRE-2";
    EXPECT_EQ(answers(list + "/bulk/preview", {{"row", "PRE-2"}}), "actions");
    EXPECT_EQ(answers(list + "/bulk/preview", {{"row", "PRE-2"}, {"bulk_pilot", "Service jeunesse"}}),
              "actions");
    EXPECT_EQ(answers(list + "/print", {{"q", "rien de tel"}}), "actions");
    EXPECT_EQ(answers(list + "/views", {{"name", ""}, {"query", "?alarm=late"}}), "actions");
    EXPECT_EQ(answers(one + "/state", {{"state", "suspended"}}), "one-action");
    EXPECT_EQ(answers(list, {{"title", ""}}), "one-action");
    EXPECT_EQ(answers(list + "/import", {}), "exchange");

    for (const Helped& page : pages)
        for (const Language language : {Language::fr, Language::en})
            EXPECT_TRUE(page.help.empty() || town.laval().services().help_text(language, page.help))
                << page.help;
}

}  // namespace
}  // namespace maillage
