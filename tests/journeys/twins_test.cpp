#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/demo_town.hpp"

// The twin of a page says all that the page shows.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;

// Every number that stands between `before` and `after` in the page.
std::vector<std::string> numbers_in(const std::string& page, const std::string& before, char after) {
    std::vector<std::string> found;
    for (std::size_t at = page.find(before); at != page.npos; at = page.find(before, at + 1)) {
        const std::size_t start = at + before.size(), end = page.find(after, start);
        const std::string number = page.substr(start, end - start);
        if (!number.empty() && number.find_first_not_of("0123456789") == number.npos) found.push_back(number);
    }
    return found;
}

TEST(The_twin_of_an_action, holds_every_step_record_line_and_budget_line_of_the_page) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    std::size_t steps = 0, lines = 0, money = 0;
    for (const char* code : {"PRE-12", "TRQ-8", "TRQ-13", "VUL-4", "PRE-1"}) {
        const std::string path = "/laval/actions/" + std::string(code);
        const std::string page = browser.get(path).body, twin = browser.get(path + ".json").body;
        const auto in_twin = [&](const std::vector<std::string>& ids, const std::string& section) {
            const std::string rest = twin.substr(twin.find("\"" + section + "\":["));
            for (const std::string& id : ids)
                EXPECT_THAT(rest, HasSubstr("\"id\":" + id + ",")) << path << " " << section;
            return ids.size();
        };
        steps += in_twin(numbers_in(page, path + "/steps/", '"'), "steps");
        for (const std::string& record : numbers_in(page, path + "/records/", '/'))
            lines += in_twin(numbers_in(page, path + "/records/" + record + "/lines/", '"'), "records");
        in_twin(numbers_in(page, path + "/links/", '/'), "links");
        money += in_twin(numbers_in(page, path + "/budget/", '"'), "budget");
    }
    EXPECT_GT(steps, 0u);
    EXPECT_GT(lines, 0u);
    EXPECT_GT(money, 0u);
}

TEST(The_twins, name_authors_labels_and_dates_as_their_pages_do) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/actions/PRE-2";
    submit(browser, page, page + "/news", {{"news_text", "Réunion tenue"}});
    submit(browser, page, page + "/links",
           {{"link_kind", "url"}, {"link_target", "https://example.org/g"}, {"link_label", "Le guide"}});
    submit(browser, page, page + "/steps", {{"step_title", "Nouvelle étape"}});
    submit(browser, "/laval/actions", "/laval/actions/print", {});

    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"author\":\"Camille"), HasSubstr("\"label\":\"Le guide\"")));
    EXPECT_THAT(browser.get(page + "/history.json").body,
                AllOf(HasSubstr("\"author\":\"Camille"), HasSubstr("\"step\":\"Nouvelle étape\"")));
    EXPECT_THAT(browser.get("/laval/jobs.json").body, HasSubstr("\"asked\":\"2026-11-24\""));
    EXPECT_THAT(browser.get("/laval/strategy.json").body,
                AllOf(HasSubstr("\"first_year\":"), HasSubstr("\"parents\":[\"")));
    EXPECT_THAT(browser.get("/laval/today.json").body,
                AllOf(HasSubstr("\"late_actions\":[{\"code\""), HasSubstr("\"silent_actions\":[")));
}

TEST(The_twin_of_the_first_page, is_at_its_address_too) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const test::HttpAnswer first = browser.get("/laval.json");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.header("content-type"), "application/json");
    EXPECT_EQ(first.body, browser.get("/laval/today.json").body);
    EXPECT_EQ(browser.get("/ailleurs.json").status, 404);
    EXPECT_EQ(laval.visitor().get("/laval.json").status, 401);
}

}  // namespace
}  // namespace maillage
