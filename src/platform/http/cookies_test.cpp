#include "platform/http/cookies.hpp"

#include <gtest/gtest.h>

#include "foundation/check.hpp"

namespace maillage::platform::http {
namespace {

TEST(Cookies, are_read_and_what_is_none_is_left_out) {
    const Fields cookies = parse_cookies("a=1; b=\"2\" ;c=x=y;lone; =v; d=; e f=1");

    EXPECT_EQ(cookies.pairs(), (std::vector<std::pair<std::string, std::string>>{
                                   {"a", "1"}, {"b", "2"}, {"c", "x=y"}, {"d", ""}}));
    EXPECT_TRUE(parse_cookies("").empty());
}

TEST(A_cookie, is_hidden_from_scripts_and_from_other_sites) {
    Response response;
    set_cookie(response, {.name = "__Host-session", .value = "abc"});
    set_cookie(response, {.name = "lang",
                          .value = "",
                          .path = "/laval",
                          .max_age = std::chrono::seconds(0),
                          .same_site = SameSite::lax,
                          .transport = CookieTransport::also_plain});

    EXPECT_EQ(response.headers[0].second, "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(response.headers[1].second, "lang=; Path=/laval; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(A_cookie, cannot_carry_what_would_end_it) {
    Response response;
    for (const std::string_view value : {"a;b", "a b", "a,b", "a\r\n", "\"a\"", "é"})
        EXPECT_THROW(set_cookie(response, {.name = "a", .value = std::string(value)}), foundation::Bug)
            << value;
    EXPECT_THROW(set_cookie(response, {.name = "__Host-a", .value = "b", .path = "/x"}), foundation::Bug);
    EXPECT_THROW(set_cookie(response, {.name = "a=b", .value = "c"}), foundation::Bug);
}

}  // namespace
}  // namespace maillage::platform::http
