#include "domain/identity/scim_filter_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::identity {
namespace {

TEST(A_filter_of_a_directory, looks_accounts_up_by_address_or_by_its_own_id) {
    for (const char* by_address :
         {"userName eq \"Robin@laval.example\"", "USERNAME EQ \"robin@laval.example\"",
          "emails.value eq \"robin@laval.example\"",
          "emails[type eq \"work\"].value eq \"robin@laval.example\"",
          "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"robin@laval.example\""}) {
        const auto filter = parse_scim_filter(by_address);
        ASSERT_TRUE(filter) << by_address;
        EXPECT_EQ(filter->address, "robin@laval.example") << by_address;
        EXPECT_FALSE(filter->external_id);
    }
    EXPECT_EQ(parse_scim_filter(R"(externalId eq "a\"b]")")->external_id, "a\"b]");
    EXPECT_FALSE(parse_scim_filter("")->address);
}

TEST(A_filter_of_a_directory, finds_nothing_by_what_is_no_address) {
    const auto filter = parse_scim_filter("userName eq \"*\"");
    ASSERT_TRUE(filter);
    EXPECT_TRUE(filter->nothing);
    EXPECT_FALSE(filter->address);
}

TEST(A_filter_of_a_directory, is_refused_when_it_asks_for_more) {
    for (const char* text :
         {"userName", "userName eq", "userName eq x", "userName pr", "userName sw \"a\"", "active eq true",
          "userName eq \"a@b.fr\" or userName pr", "userName eq \"a@b.fr\") or (1 eq \"1\"",
          "password eq \"x\"", "userName eq \"a\" \"b\"", "emails[type eq \"home\"].value eq \"a@b.fr\"",
          "userName eq \"a@b.fr", "not (userName eq \"a@b.fr\")", "eq eq eq", "]", "[", "\""}) {
        const auto filter = parse_scim_filter(text);
        ASSERT_FALSE(filter) << text;
        EXPECT_EQ(filter.error(), ScimRefusal::bad_filter) << text;
    }
}

RC_GTEST_PROP(A_filter_of_a_directory, never_reads_outside_of_its_text, (std::string text)) {
    const auto filter = parse_scim_filter(text);
    const bool address = filter && filter->address;
    const bool plausible = !address || filter->address->find('@') != std::string::npos;
    RC_ASSERT(plausible);
}

}  // namespace
}  // namespace maillage::identity
