#include "platform/http/target.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::http {
namespace {

constexpr std::size_t query_limit = 2048;

TargetRefusal refusal_of(std::string_view target) {
    const auto parsed = parse_target(target, query_limit);
    EXPECT_FALSE(parsed) << target;
    return parsed ? TargetRefusal{} : parsed.error();
}

TEST(A_target, is_decoded_once) {
    const auto parsed = parse_target("/laval/caf%C3%A9%20noir/%2541?q=a%2Bb+c&q=%25%32%35", query_limit);

    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->path, "/laval/café noir/%41");
    EXPECT_EQ(parsed->query.all("q"), (std::vector<std::string_view>{"a+b c", "%25"}));
}

TEST(A_target, keeps_the_slash_at_its_end) {
    EXPECT_EQ(parse_target("/", query_limit)->path, "/");
    EXPECT_EQ(parse_target("/a/", query_limit)->path, "/a/");
    EXPECT_EQ(parse_target("/?", query_limit)->path, "/");
}

TEST(A_target, is_only_of_the_origin_form) {
    for (const std::string_view target : {"", "*", "http://evil/", "evil:80", "?a=b", "a/b"})
        EXPECT_EQ(refusal_of(target), TargetRefusal::not_origin_form) << target;
}

TEST(A_target, cannot_climb_or_repeat_a_slash) {
    for (const std::string_view target :
         {"/..", "/a/../b", "/.", "/a/./b", "/%2e%2e/a", "/.%2E", "//", "//evil/a", "/a//b"})
        EXPECT_EQ(refusal_of(target), TargetRefusal::not_canonical) << target;
    EXPECT_TRUE(parse_target("/...", query_limit));
    EXPECT_TRUE(parse_target("/a..b/.c", query_limit));
}

TEST(A_target, hides_no_separator_and_no_control_character) {
    for (const std::string_view target : {"/a%2Fb", "/a%2fb", "/a%5Cb", "/a%0D%0Ab", "/a%7F", "/a%1F"})
        EXPECT_EQ(refusal_of(target), TargetRefusal::not_canonical) << target;
    EXPECT_EQ(refusal_of("/a%00"), TargetRefusal::not_utf8);
    EXPECT_EQ(refusal_of("/?a=%00"), TargetRefusal::not_utf8);
}

TEST(A_target, is_ascii_without_fragment_and_with_whole_escapes) {
    for (const std::string_view target :
         {"/é", "/a#b", "/a b", "/a\\b", "/\"", "/a|b", "/?é", "/?a#b", "/?a b", "/?<"})
        EXPECT_EQ(refusal_of(target), TargetRefusal::bad_character) << target;
    for (const std::string_view target : {"/%", "/%4", "/%zz", "/a%2", "/?%", "/?a=%g1"})
        EXPECT_EQ(refusal_of(target), TargetRefusal::bad_escape) << target;
    for (const std::string_view target : {"/%C0%AF", "/%FF", "/%ED%A0%80", "/?a=%E9"})
        EXPECT_EQ(refusal_of(target), TargetRefusal::not_utf8) << target;
}

TEST(A_target, may_hold_in_its_query_what_browsers_leave_as_typed) {
    EXPECT_EQ(parse_target("/?q=a|b[c]{d}^`\\?/", query_limit)->query.get("q"), "a|b[c]{d}^`\\?/");
}

TEST(A_target, has_a_query_of_two_kilobytes_at_most) {
    EXPECT_TRUE(parse_target("/?" + std::string(2048, 'a'), query_limit));
    EXPECT_EQ(refusal_of("/?" + std::string(2049, 'a')), TargetRefusal::query_too_long);
}

}  // namespace
}  // namespace maillage::platform::http
