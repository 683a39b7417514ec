#include "domain/identity/policy_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::identity {
namespace {

bool one_role_may(Role role, Act act) {
    const std::vector<Role> roles{role};
    return may({.signed_in = true, .roles = roles}, act);
}

TEST(The_policy, gives_a_visitor_the_public_pages_and_nothing_else) {
    for (const Act act : all_acts()) EXPECT_EQ(may({}, act), act == Act::read_public) << name_of(act);
}

TEST(The_policy, gives_an_account_without_mandate_its_own_account_and_nothing_else) {
    for (const Act act : all_acts())
        EXPECT_EQ(may({.signed_in = true, .roles = {}}, act),
                  act == Act::read_public || act == Act::use_own_account)
            << name_of(act);
}

TEST(The_policy, ignores_roles_of_somebody_who_is_not_signed_in) {
    const std::vector<Role> roles{Role::coordinator};
    EXPECT_FALSE(may({.signed_in = false, .roles = roles}, Act::read_strategy));
}

TEST(The_policy, lets_the_administrator_run_the_installation_and_read_no_content) {
    for (const Act act : {Act::read_strategy, Act::read_governance, Act::read_directory, Act::read_documents,
                          Act::export_strategy, Act::read_audit})
        EXPECT_FALSE(one_role_may(Role::administrator, act)) << name_of(act);
    EXPECT_TRUE(one_role_may(Role::administrator, Act::read_operations));
    EXPECT_TRUE(one_role_may(Role::administrator, Act::manage_accounts));
}

TEST(The_policy, lets_the_coordinator_alone_change_the_strategy) {
    for (const Role role : all_roles())
        for (const Act act :
             {Act::edit_strategy, Act::import_strategy, Act::edit_governance, Act::edit_directory})
            EXPECT_EQ(one_role_may(role, act), role == Role::coordinator)
                << name_of(role) << " " << name_of(act);
}

TEST(The_policy, lets_those_who_run_actions_report_on_them_and_elected_people_read) {
    EXPECT_TRUE(one_role_may(Role::social_partner, Act::comment_strategy));
    EXPECT_FALSE(one_role_may(Role::elected, Act::comment_strategy));
    EXPECT_FALSE(one_role_may(Role::prefect, Act::attach_evidence));
    EXPECT_TRUE(one_role_may(Role::prosecutor, Act::export_strategy));
}

TEST(The_policy, only_adds_rights_when_a_role_is_added) {
    for (const Role first : all_roles())
        for (const Role second : all_roles()) {
            const std::vector<Role> both{first, second};
            for (const Act act : all_acts())
                EXPECT_EQ(may({.signed_in = true, .roles = both}, act),
                          one_role_may(first, act) || one_role_may(second, act));
        }
}

TEST(Roles, have_names_that_lead_back_to_them) {
    for (const Role role : all_roles()) EXPECT_EQ(role_named(name_of(role)), role);
    EXPECT_EQ(role_named("king"), std::nullopt);
}

}  // namespace
}  // namespace maillage::identity
