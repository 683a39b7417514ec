#include "domain/identity/journal_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/identity/policy_rules.hpp"
#include "domain/strategy/change_store.hpp"
#include "tests/support/words.hpp"

namespace maillage {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Acts that are written as they stand are held by scripts/check_acts.py; these are put together.
std::vector<std::string> acts_put_together() {
    std::vector<std::string> acts;
    for (const identity::Act act : identity::all_acts()) acts.emplace_back(identity::name_of(act));
    for (auto kind = 0; kind <= static_cast<int>(strategy::ChangeKind::budget); ++kind)
        acts.push_back("strategy." + std::string(strategy::name_of(static_cast<strategy::ChangeKind>(kind))));
    return acts;
}

TEST(The_journal, has_words_for_every_act_in_both_languages) {
    for (const auto* language : {&test::french(), &test::english()}) {
        const auto& words = *language;
        for (const std::string& act : acts_put_together()) EXPECT_NE(identity::act_in_words(words, act), act);
        for (const identity::NamedAct& act : identity::named_acts()) {
            EXPECT_THAT(words(act.words), Not(AnyOf(IsEmpty(), HasSubstr("⟦")))) << act.act;
            EXPECT_THAT(identity::area_in_words(words, act.area), Not(HasSubstr("⟦")));
        }
    }
}

TEST(The_journal, shows_an_act_without_words_as_it_is_written) {
    EXPECT_EQ(identity::act_in_words(test::french(), "later.thing.done"), "later.thing.done");
}

TEST(The_journal, names_what_an_entry_is_about) {
    const auto& words = test::english();
    EXPECT_EQ(identity::object_in_words(words, "organisation", "sdis"), "Organisation: sdis");
    EXPECT_EQ(identity::object_in_words(words, "file", "12"), "File no. 12");
}

}  // namespace
}  // namespace maillage
