#include "app/welcome.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "domain/identity/role_words.hpp"
#include "tests/support/words.hpp"

namespace maillage::app {
namespace {

using platform::i18n::Language;
using testing::HasSubstr;
using testing::Not;

TEST(The_launcher, welcomes_in_the_language_of_the_terminal) {
    for (const auto& [language, sentence] :
         {std::pair(Language::fr, "Site des agents"), std::pair(Language::en, "Site of the agents")})
        EXPECT_THAT(welcome(test::catalogues().of(language), "http://a", "http://b", Demonstration::none),
                    testing::AllOf(HasSubstr(sentence), HasSubstr("http://a"), HasSubstr("http://b"),
                                   Not(HasSubstr("laval.example"))));
}

TEST(The_launcher, names_the_accounts_of_the_demonstration_by_the_words_of_their_role) {
    const auto& words = test::catalogues().of(Language::en);
    const std::string text = welcome(words, "http://a", "http://b", Demonstration::wanted);
    for (const DemoAccount& account : demo_accounts())
        EXPECT_THAT(text, HasSubstr(identity::role_in_words(words, account.role)));
    EXPECT_THAT(text, Not(HasSubstr("data_protection_officer")));
}

}  // namespace
}  // namespace maillage::app
