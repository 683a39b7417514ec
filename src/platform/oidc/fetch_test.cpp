#include "platform/oidc/fetch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "platform/http/server.hpp"
#include "tests/support/mail_server.hpp"

namespace maillage::platform::oidc {
namespace {

using testing::HasSubstr;

// What was asked, as the answer.
http::Response answer(http::Request& request) {
    if (request.path == "/redirect") return http::Response::see_other("/else");
    if (request.path == "/large") return http::Response::text(200, std::string(largest_answer + 1, 'x'));
    if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::seconds(1));
    return http::Response::text(200, std::string(request.headers.get("authorization")) + '\n' +
                                         std::string(request.headers.get("accept")) + '\n' + request.body);
}

struct A_question_to_the_provider : testing::Test {
    http::Server server{{.hosts = {"127.0.0.1"}}, answer};
    Fetch ask = web_fetch({});

    A_question_to_the_provider() { server.start(); }
    std::string at(const std::string& path) {
        return "http://127.0.0.1:" + std::to_string(server.port()) + path;
    }
};

TEST_F(A_question_to_the_provider, is_a_form_with_the_name_and_the_secret_of_the_site) {
    const auto said = ask({.address = at("/token"), .form = "a=1", .user = "maillage", .password = "secret"});
    ASSERT_TRUE(said);
    EXPECT_EQ(said->body, "Basic bWFpbGxhZ2U6c2VjcmV0\napplication/json\na=1");
    EXPECT_EQ(said->type, "text/plain; charset=utf-8");
}
TEST_F(A_question_to_the_provider, is_asked_in_the_name_of_a_person) {
    const auto said = ask({.address = at("/userinfo"), .bearer = "abc", .accept = "application/jwt"});
    ASSERT_TRUE(said);
    EXPECT_EQ(said->body, "Bearer abc\napplication/jwt\n");
}
TEST_F(A_question_to_the_provider, is_not_taken_elsewhere) {
    const auto said = ask({.address = at("/redirect")});
    ASSERT_TRUE(said);
    EXPECT_EQ(said->status, 303);
}
TEST_F(A_question_to_the_provider, has_an_answer_of_a_measure) {
    EXPECT_EQ(ask({.address = at("/large")}).error(), FetchTrouble::too_large);
}
TEST_F(A_question_to_the_provider, does_not_wait_for_long) {
    EXPECT_EQ(web_fetch({.milliseconds = 200})({.address = at("/slow")}).error(), FetchTrouble::too_slow);
}
TEST_F(A_question_to_the_provider, is_not_asked_of_who_has_no_certificate) {
    const std::string plain = at("/");
    EXPECT_EQ(ask({.address = "https" + plain.substr(4)}).error(), FetchTrouble::untrusted);
}
TEST_F(A_question_to_the_provider, is_asked_over_the_web_alone) {
    EXPECT_EQ(ask({.address = "file:///etc/hostname"}).error(), FetchTrouble::unreachable);
    EXPECT_EQ(ask({.address = "http://127.0.0.1:" + std::to_string(test::free_port())}).error(),
              FetchTrouble::unreachable);
}

}  // namespace
}  // namespace maillage::platform::oidc
