#include "domain/identity/policy_question_rules.hpp"

#include <array>

namespace maillage::identity {
namespace {

using Kind = Object::Kind;
using State = Object::State;

constexpr AccountId somebody{2}, another{3};
constexpr std::array own_account_things{
    PolicyQuestion{
        Act::use_own_account, "own thing", "one's own", {.kind = Kind::own, .owner = matrix_actor}},
    PolicyQuestion{
        Act::use_own_account, "own thing", "somebody else's", {.kind = Kind::own, .owner = somebody}}};
constexpr std::array evidence_of{PolicyQuestion{Act::attach_evidence,
                                                "evidence",
                                                "attached by oneself",
                                                {.kind = Kind::evidence, .owner = matrix_actor}},
                                 PolicyQuestion{Act::attach_evidence,
                                                "evidence",
                                                "attached by somebody else",
                                                {.kind = Kind::evidence, .owner = somebody}}};
constexpr std::int64_t own_organisation = 7;
constexpr std::array indicators_of{
    PolicyQuestion{Act::fill_indicators,
                   "indicator",
                   "of one's organisation",
                   {.kind = Kind::indicator, .organisation = own_organisation}},
    PolicyQuestion{Act::fill_indicators,
                   "indicator",
                   "of another organisation",
                   {.kind = Kind::indicator, .organisation = 8}},
    PolicyQuestion{Act::fill_indicators, "indicator", "of no organisation", {.kind = Kind::indicator}}};
constexpr std::array accounts{
    PolicyQuestion{
        Act::manage_accounts, "account", "one's own", {.kind = Kind::account, .owner = matrix_actor}},
    PolicyQuestion{
        Act::manage_accounts, "account", "somebody else's", {.kind = Kind::account, .owner = somebody}},
    PolicyQuestion{
        Act::manage_accounts, "rights", "one's own", {.kind = Kind::rights, .owner = matrix_actor}},
    PolicyQuestion{
        Act::manage_accounts, "rights", "somebody else's", {.kind = Kind::rights, .owner = somebody}},
    PolicyQuestion{Act::manage_accounts,
                   "rights",
                   "of a closed account",
                   {.kind = Kind::rights, .state = State::closed, .owner = somebody}},
    PolicyQuestion{Act::manage_accounts,
                   "mandate",
                   "to confirm, given by somebody else",
                   {.kind = Kind::mandate, .owner = somebody, .given_by = another, .opened_by = another}},
    PolicyQuestion{
        Act::manage_accounts,
        "mandate",
        "to confirm, given by oneself",
        {.kind = Kind::mandate, .owner = somebody, .given_by = matrix_actor, .opened_by = another}},
    PolicyQuestion{
        Act::manage_accounts,
        "mandate",
        "to confirm, opened with one's code",
        {.kind = Kind::mandate, .owner = somebody, .given_by = another, .opened_by = matrix_actor}},
    PolicyQuestion{Act::manage_accounts,
                   "mandate",
                   "to confirm, one's own",
                   {.kind = Kind::mandate, .owner = matrix_actor, .given_by = another, .opened_by = another}},
    PolicyQuestion{
        Act::manage_accounts,
        "mandate",
        "to confirm, account not opened",
        {.kind = Kind::mandate, .state = State::not_opened, .owner = somebody, .given_by = another}},
    PolicyQuestion{Act::manage_accounts,
                   "mandate",
                   "confirmed",
                   {.kind = Kind::mandate, .state = State::done, .owner = somebody, .given_by = another}}};

constexpr std::array over{HeldRole(Role::coordinator, std::nullopt, matrix_day.plus_days(-1))};
constexpr std::array to_come{HeldRole(Role::coordinator, matrix_day.plus_days(1))};

}  // namespace

std::vector<PolicyQuestion> policy_questions() {
    std::vector<PolicyQuestion> cases;
    for (const Act act : all_acts()) {
        cases.push_back({act, "council", "one's own", {.council = matrix_council}});
        cases.push_back({act, "council", "another", {.council = matrix_council + 1}});
        if (act == Act::read_strategy)
            for (const auto& [words, state] :
                 {std::pair("live", State::live), std::pair("deleted", State::deleted)})
                cases.push_back({act, "action", words, {.kind = Kind::action, .state = state}});
        const auto add = [&](const auto& some) {
            if (some.front().act == act) cases.insert(cases.end(), some.begin(), some.end());
        };
        add(own_account_things);
        add(evidence_of);
        add(indicators_of);
        add(accounts);
    }
    return cases;
}

std::vector<PolicySubject> policy_subjects() {
    static const std::vector<HeldRole> held(all_roles().begin(), all_roles().end());
    const auto signed_in = [](std::span<const HeldRole> roles) {
        return Subject{.signed_in = true,
                       .roles = roles,
                       .account = matrix_actor,
                       .council = matrix_council,
                       .organisation = own_organisation};
    };
    std::vector<PolicySubject> subjects{{"visitor", {}},
                                        {"no_mandate", signed_in({})},
                                        {"mandate_over", signed_in(over)},
                                        {"mandate_to_come", signed_in(to_come)}};
    for (const HeldRole& role : held) subjects.push_back({name_of(role), signed_in({&role, 1})});
    return subjects;
}

}  // namespace maillage::identity
