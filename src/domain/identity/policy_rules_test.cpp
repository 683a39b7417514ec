#include "domain/identity/policy_rules.hpp"

#include <gtest/gtest.h>

#include "domain/identity/policy_question_rules.hpp"

namespace maillage::identity {
namespace {

using Kind = Object::Kind;
using State = Object::State;
constexpr AccountId self = matrix_actor, somebody{2}, another{3};
constexpr Object own_council{.council = matrix_council};

Verdict asked_by(std::vector<HeldRole> roles, Act act, const Object& object = own_council) {
    return may({.signed_in = true, .roles = roles, .account = self, .council = matrix_council}, act, object,
               matrix_day);
}

bool one_role_may(Role role, Act act) { return asked_by({role}, act).has_value(); }

std::optional<Reason> refused(const Verdict& verdict) {
    if (verdict) return std::nullopt;
    return verdict.error().reason;
}

TEST(The_policy, gives_a_visitor_the_public_pages_and_nothing_else) {
    for (const Act act : all_acts())
        EXPECT_EQ(may({}, act, own_council, matrix_day).has_value(), act == Act::read_public) << name_of(act);
}

TEST(The_policy, gives_an_account_without_mandate_its_own_account_and_nothing_else) {
    for (const Act act : all_acts())
        EXPECT_EQ(asked_by({}, act).has_value(), act == Act::read_public || act == Act::use_own_account)
            << name_of(act);
}

TEST(The_policy, ignores_roles_of_somebody_who_is_not_signed_in) {
    const std::vector<HeldRole> roles{Role::coordinator};
    EXPECT_EQ(refused(may({.signed_in = false, .roles = roles}, Act::read_strategy, own_council, matrix_day)),
              Reason::not_signed_in);
}

TEST(The_policy, lets_the_administrator_run_the_installation_and_read_no_content) {
    for (const Act act : {Act::read_strategy, Act::read_governance, Act::read_directory, Act::read_documents,
                          Act::export_strategy, Act::read_audit})
        EXPECT_FALSE(one_role_may(Role::administrator, act)) << name_of(act);
    EXPECT_TRUE(one_role_may(Role::administrator, Act::manage_accounts));
}

TEST(The_policy, lets_the_coordinator_alone_change_the_strategy) {
    for (const Role role : all_roles())
        for (const Act act :
             {Act::edit_strategy, Act::import_strategy, Act::edit_governance, Act::edit_indicators,
              Act::take_snapshots, Act::write_final_review, Act::edit_directory})
            EXPECT_EQ(one_role_may(role, act), role == Role::coordinator)
                << name_of(role) << " " << name_of(act);
}

TEST(The_policy, lets_those_who_run_actions_report_on_them_and_elected_people_read) {
    EXPECT_TRUE(one_role_may(Role::social_partner, Act::comment_strategy));
    EXPECT_FALSE(one_role_may(Role::elected, Act::comment_strategy));
    EXPECT_FALSE(one_role_may(Role::prefect, Act::attach_evidence));
    EXPECT_TRUE(one_role_may(Role::prosecutor, Act::export_strategy));
}

TEST(The_figures_of_an_indicator, are_given_by_the_organisation_that_it_names) {
    const auto asked = [](Role role, std::optional<std::int64_t> own, std::optional<std::int64_t> owner) {
        const HeldRole held = role;
        return may({.signed_in = true,
                    .roles = {&held, 1},
                    .account = self,
                    .council = matrix_council,
                    .organisation = own},
                   Act::fill_indicators, {.kind = Kind::indicator, .organisation = owner}, matrix_day);
    };
    EXPECT_TRUE(asked(Role::mediator, 4, 4));
    EXPECT_EQ(refused(asked(Role::mediator, 4, 5)), Reason::not_own);
    EXPECT_EQ(refused(asked(Role::mediator, std::nullopt, std::nullopt)), Reason::not_own);
    EXPECT_TRUE(asked(Role::coordinator, std::nullopt, 5));
    EXPECT_EQ(refused(asked(Role::elected, 4, 4)), Reason::no_mandate);
}

TEST(The_policy, only_adds_rights_when_a_role_is_added) {
    for (const Role first : all_roles())
        for (const Role second : all_roles())
            for (const PolicyQuestion& question : policy_questions()) {
                const bool one = asked_by({first}, question.act, question.facts).has_value(),
                           other = asked_by({second}, question.act, question.facts).has_value(),
                           both = asked_by({first, second}, question.act, question.facts).has_value();
                if (question.facts.kind == Kind::council)
                    EXPECT_EQ(both, one || other);
                else
                    EXPECT_TRUE(both || !(one || other));
            }
}

TEST(The_policy, knows_no_role_that_reaches_into_another_council) {
    const std::vector<HeldRole> every(all_roles().begin(), all_roles().end());
    for (const std::int64_t council : {std::int64_t{0}, matrix_council + 1})
        for (const Act act : all_acts())
            if (act != Act::read_public)
                EXPECT_EQ(refused(asked_by(every, act, {.council = council})), Reason::other_council)
                    << name_of(act);
}

TEST(A_mandate, gives_its_role_from_its_first_day_to_its_last) {
    const auto on = [](int from, int until) {
        return refused(
            asked_by({HeldRole(Role::elected, matrix_day.plus_days(from), matrix_day.plus_days(until))},
                     Act::read_strategy));
    };
    EXPECT_EQ(on(0, 0), std::nullopt);
    EXPECT_EQ(on(-9, 9), std::nullopt);
    EXPECT_EQ(on(1, 9), Reason::not_in_force);
    EXPECT_EQ(on(-9, -1), Reason::not_in_force);
}

TEST(What_is_deleted, is_seen_by_who_may_bring_it_back) {
    const Object action{.kind = Kind::action, .state = State::deleted};
    EXPECT_EQ(refused(asked_by({Role::elected}, Act::read_strategy, action)), Reason::deleted);
    EXPECT_EQ(refused(asked_by({Role::coordinator}, Act::read_strategy, action)), std::nullopt);
    EXPECT_EQ(refused(asked_by({Role::administrator}, Act::read_strategy, action)), Reason::no_mandate);
}

TEST(A_piece_of_evidence, is_taken_away_by_who_attached_it_and_by_who_runs_the_strategy) {
    const Object own{.kind = Kind::evidence, .owner = self}, other{.kind = Kind::evidence, .owner = somebody};
    EXPECT_EQ(refused(asked_by({Role::mediator}, Act::attach_evidence, own)), std::nullopt);
    EXPECT_EQ(refused(asked_by({Role::coordinator}, Act::attach_evidence, other)), std::nullopt);
    EXPECT_EQ(refused(asked_by({Role::mediator}, Act::attach_evidence, other)), Reason::not_own);
    EXPECT_EQ(refused(asked_by({Role::elected}, Act::attach_evidence, own)), Reason::no_mandate);
    EXPECT_EQ(refused(asked_by({Role::mediator}, Act::attach_evidence, {.kind = Kind::evidence})),
              Reason::not_own);
}

TEST(What_is_somebody_s_own, is_nobody_else_s) {
    EXPECT_EQ(refused(asked_by({}, Act::use_own_account, {.kind = Kind::own, .owner = self})), std::nullopt);
    EXPECT_EQ(
        refused(asked_by({Role::coordinator}, Act::use_own_account, {.kind = Kind::own, .owner = somebody})),
        Reason::not_own);
}

TEST(Nobody, decides_on_their_own_rights_or_on_those_of_a_closed_account) {
    const auto on = [](const Object& rights) {
        return refused(asked_by({Role::coordinator}, Act::manage_accounts, rights));
    };
    EXPECT_EQ(on({.kind = Kind::rights, .owner = self}), Reason::own_account);
    EXPECT_EQ(on({.kind = Kind::rights, .owner = somebody}), std::nullopt);
    EXPECT_EQ(on({.kind = Kind::rights, .state = State::closed, .owner = somebody}), Reason::closed);
    EXPECT_EQ(on({.kind = Kind::account, .owner = self}), std::nullopt);
}

TEST(A_mandate, is_confirmed_once_by_a_second_person_alone) {
    const auto on = [](Object mandate) {
        mandate.kind = Kind::mandate;
        return refused(asked_by({Role::administrator}, Act::manage_accounts, mandate));
    };
    EXPECT_EQ(on({.owner = somebody, .given_by = another, .opened_by = another}), std::nullopt);
    EXPECT_EQ(on({.owner = somebody}), std::nullopt) << "given by the installation";
    EXPECT_EQ(on({.owner = somebody, .given_by = self}), Reason::own_gift);
    EXPECT_EQ(on({.owner = self, .given_by = another}), Reason::own_account);
    EXPECT_EQ(on({.owner = somebody, .given_by = another, .opened_by = self}), Reason::own_gift);
    EXPECT_EQ(on({.owner = somebody, .given_by = another, .factor_taken_by = self}), Reason::own_gift);
    EXPECT_EQ(on({.state = State::not_opened, .owner = somebody, .given_by = another}), Reason::not_opened);
    EXPECT_EQ(on({.state = State::closed, .owner = somebody, .given_by = another}), Reason::closed);
    EXPECT_EQ(on({.state = State::done, .owner = somebody, .given_by = another}), Reason::done);
}

TEST(Names, lead_back_to_the_roles_and_stand_for_one_thing_each) {
    for (const Role role : all_roles()) EXPECT_EQ(role_named(name_of(role)), role);
    EXPECT_EQ(role_named("king"), std::nullopt);
    for (const Reason one : all_reasons())
        for (const Reason other : all_reasons()) EXPECT_EQ(name_of(one) == name_of(other), one == other);
}

}  // namespace
}  // namespace maillage::identity
