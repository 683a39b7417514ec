#include "domain/directory/organisation_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::directory {
namespace {

using testing::Contains;
using testing::IsEmpty;

OrganisationFields prefecture() {
    return {.name = "Préfecture de la Mayenne",
            .kind = "state_service",
            .website = "https://www.mayenne.gouv.fr/"};
}

TEST(An_organisation, needs_a_name_and_a_kind_of_the_list) {
    EXPECT_THAT(check_organisation(prefecture()), IsEmpty());
    auto nameless = prefecture();
    nameless.name = "";
    EXPECT_THAT(check_organisation(nameless), Contains(FieldRefusal{"name", FieldFault::missing}));
    auto odd = prefecture();
    odd.kind = "secret_service";
    EXPECT_THAT(check_organisation(odd), Contains(FieldRefusal{"kind", FieldFault::unknown}));
}

TEST(An_organisation, has_a_website_over_https_only) {
    for (const std::string address : {"http://example.fr", "javascript:alert(1)", "https://", "https://host",
                                      "https://user@evil.example", "https://a b.fr", "HTTPS://x.fr", "//x.fr",
                                      "https://x.fr/\"onload=", "data:text/html,x", "https://.fr"}) {
        auto fields = prefecture();
        fields.website = address;
        EXPECT_THAT(check_organisation(fields), Contains(FieldRefusal{"website", FieldFault::not_https}))
            << address;
    }
}

TEST(A_contact, needs_a_function_and_may_have_no_name) {
    EXPECT_THAT(check_contact({.function = "Référente CLSPD"}), IsEmpty());
    EXPECT_THAT(check_contact({.name = "Camille Exemple"}),
                Contains(FieldRefusal{"function", FieldFault::missing}));
}

TEST(A_contact, has_an_address_and_a_phone_that_look_like_ones) {
    for (const std::string mail : {"a", "a@b", "a@b@c.fr", "@b.fr", "a b@c.fr", "a@c.fr?bcc=x@y.fr", "a@.fr"})
        EXPECT_THAT(check_contact({.function = "F", .email = mail}),
                    Contains(FieldRefusal{"email", FieldFault::not_an_address}))
            << mail;
    for (const std::string phone : {"02 43 49 43 00", "+33 2 43 49 43 00", "17", "3919"})
        EXPECT_THAT(check_contact({.function = "F", .phone = phone}), IsEmpty()) << phone;
    EXPECT_THAT(check_contact({.function = "F", .phone = "tel:0"}),
                Contains(FieldRefusal{"phone", FieldFault::not_a_phone}));
}

TEST(The_key_of_an_organisation, is_its_name_in_plain_letters) {
    EXPECT_EQ(key_of("Préfecture de la Mayenne"), "prefecture-de-la-mayenne");
    EXPECT_EQ(key_of("L'APPUI"), "l-appui");
    EXPECT_EQ(key_of("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(key_of("🙂"), "organisation");
}

RC_GTEST_PROP(The_key_of_an_organisation, is_always_plain_and_short, (const std::string& name)) {
    const std::string key = key_of(name);
    RC_ASSERT(!key.empty() && key.size() <= 50);
    for (const char c : key) RC_ASSERT((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
}

TEST(Every_kind_of_organisation, has_a_name_that_leads_back_to_it) {
    for (const OrganisationKind kind : all_kinds()) EXPECT_EQ(kind_named(name_of(kind)), kind);
}

TEST(A_contact, who_consented_did_so_on_a_day) {
    ContactFields fields{.function = "Référente", .name = "Lou Fictif", .basis = "consent"};
    EXPECT_EQ(check_contact(fields), (std::vector<FieldRefusal>{{"informed_on", FieldFault::no_day}}));
    fields.informed_on = foundation::Date::create(2026, 11, 24);
    EXPECT_TRUE(check_contact(fields).empty());
    fields.basis = "whatever";
    EXPECT_EQ(check_contact(fields), (std::vector<FieldRefusal>{{"basis", FieldFault::unknown}}));
}

}  // namespace
}  // namespace maillage::directory
