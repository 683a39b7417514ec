#include "domain/identity/account_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::identity {
namespace {

TEST(An_address, is_kept_trimmed_and_in_lower_case) {
    EXPECT_EQ(normalised_email("  C.Martin@Laval.Example "), "c.martin@laval.example");
}

TEST(An_address, is_refused_when_no_mail_could_reach_it) {
    for (const char* typed : {"", "martin", "@laval.example", "a@b@c.example", "a@laval", "a@.example",
                              "a@laval.", "a b@laval.example", "\"a\"<b@c.fr>", "é@laval.example"})
        EXPECT_EQ(normalised_email(typed), std::nullopt) << typed;
    EXPECT_EQ(normalised_email(std::string(250, 'a') + "@b.fr"), std::nullopt);
}

TEST(An_id, is_digits_and_more_than_zero) {
    EXPECT_EQ(parse_id("42"), 42);
    for (const char* text : {"", "0", "-1", "4 2", "42x", "99999999999999999999"})
        EXPECT_EQ(parse_id(text), std::nullopt) << text;
}

TEST(A_browser, is_recognised_by_its_most_specific_name) {
    EXPECT_EQ(browser_of("Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0"), "Firefox");
    EXPECT_EQ(browser_of("Mozilla/5.0 AppleWebKit/537.36 Chrome/130.0 Safari/537.36"), "Chrome");
    EXPECT_EQ(browser_of("Mozilla/5.0 Chrome/130.0 Safari/537.36 Edg/130.0"), "Edge");
    EXPECT_EQ(browser_of(""), "");
}

TEST(A_code, is_read_however_its_groups_are_typed) {
    const std::string code = "3f9a77c104be91d26e5f";
    EXPECT_EQ(grouped_code(code), "3f9a-77c1-04be-91d2-6e5f");
    for (const char* typed :
         {"3f9a-77c1-04be-91d2-6e5f", " 3F9A 77C1 04BE 91D2 6E5F ", "3f9a77c104be91d26e5f"})
        EXPECT_EQ(normalised_code(typed), code) << typed;
    for (const char* typed :
         {"", "3f9a", "3f9a-77c1-04be-91d2-6e5g", "3f9a-77c1-04be-91d2-6e5f-0", "3f9a_77c1"})
        EXPECT_FALSE(normalised_code(typed)) << typed;
}

}  // namespace
}  // namespace maillage::identity
