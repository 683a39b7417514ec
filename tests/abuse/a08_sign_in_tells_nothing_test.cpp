#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "app/demo.hpp"
#include "tests/journeys/demo_town.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;

HttpAnswer try_to_enter(HttpClient& browser, const std::string& email, const std::string& password) {
    return browser.post("/sign-in", {{"email", email}, {"password", password}, {"next", "/"}},
                        Redirects::stop);
}

// What differs between two answers for a reason of its own: what was typed, the fresh tokens.
std::string without(std::string body, const std::string& typed) {
    for (const std::string& own : {typed, test::hidden(body, "key"), test::hidden(body, "csrf")})
        for (std::size_t at = body.find(own); !own.empty() && at != body.npos; at = body.find(own))
            body.erase(at, own.size());
    return body;
}

TEST(Who_wonders_whether_a_colleague_has_an_account, gets_the_same_answer_either_way) {
    DemoTown laval;
    HttpClient browser = laval.visitor();
    const HttpAnswer known = try_to_enter(browser, "elue@laval.example", "not the password");
    const HttpAnswer unknown = try_to_enter(browser, "nobody@laval.example", "not the password");
    EXPECT_EQ(known.status, 422);
    EXPECT_EQ(unknown.status, known.status);
    EXPECT_EQ(without(unknown.body, "nobody@laval.example"), without(known.body, "elue@laval.example"));
}

TEST(Who_guesses_passwords, is_slowed_down_alike_for_known_and_unknown_addresses) {
    DemoTown laval;
    for (const char* email : {"elue@laval.example", "nobody@laval.example"}) {
        HttpClient browser = laval.visitor();
        int slow = 0;
        for (int attempt = 0; attempt < 5; ++attempt)
            if (const HttpAnswer answer = try_to_enter(browser, email, "not the password");
                answer.status == 429 && answer.header("retry-after") == "60")
                ++slow;
        EXPECT_GT(slow, 0) << email;
    }
}

// R34: of a hundred guesses that arrive together, as few are judged as of a hundred one after the other.
TEST(Who_guesses_passwords, all_at_once_learns_no_more) {
    DemoTown laval;
    const foundation::Instant now = laval.services().clock();
    laval.services().clock = [now] { return now; };
    std::atomic<int> wrong{0}, told_nothing{0};
    std::vector<std::jthread> senders;
    for (int i = 0; i < 12; ++i)
        senders.emplace_back([&, i, sender = laval.visitor()]() mutable {
            const int status =
                try_to_enter(sender, "elue@laval.example", "guess number " + std::to_string(i)).status;
            wrong += status == 422;
            told_nothing += status == 429 || status == 503;
        });
    senders.clear();
    EXPECT_EQ(wrong, 3);
    EXPECT_EQ(told_nothing, 9);
}

}  // namespace
}  // namespace maillage
