#include "platform/crypto/password_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::crypto {
namespace {

const std::vector<std::string> words{"Bourg-Neuf", "clspd",      "azerty", "1234567890",
                                     "123",        "motdepasse", "2026"};

TEST(A_password_choice, of_fifteen_characters_is_accepted_whatever_they_are) {
    EXPECT_EQ(weakness_of("trois lapins gris", words), std::nullopt);
    EXPECT_EQ(weakness_of("abcdefghijklmno", words), std::nullopt);
    EXPECT_EQ(weakness_of("éèàùçôîâêûëïüœæ", words), std::nullopt);
    EXPECT_EQ(weakness_of(std::string("une phrase très longue ") + std::string(400, 'z'), words),
              std::nullopt);
}

TEST(A_password_choice, counts_characters_and_not_bytes) {
    EXPECT_EQ(weakness_of("abcdefghijklmn", words), PasswordWeakness::too_short);
    EXPECT_EQ(weakness_of("éèàùçôîâêûëïüœ", words), PasswordWeakness::too_short);
}

TEST(A_password_choice, beyond_512_bytes_is_refused) {
    EXPECT_EQ(weakness_of("abcdef" + std::string(506, 'x'), words), std::nullopt);
    EXPECT_EQ(weakness_of("abcdef" + std::string(507, 'x'), words), PasswordWeakness::too_long);
}

TEST(A_password_choice, that_is_not_text_is_refused) {
    EXPECT_EQ(weakness_of("\xff\xfe is not utf-8 text", words), PasswordWeakness::not_text);
}

TEST(A_password_choice, made_of_known_words_is_guessable_however_it_is_dressed) {
    for (const char* dressed : {"Bourgneuf-CLSPD-2026", "b.o.u.r.g.n.e.u.f 2026!", "MotDePasse1234567890",
                                "azertyAZERTYazerty!", "clspdclspdclspd12", "aaaaaaaaaaaaaaaaaaaa"})
        EXPECT_EQ(weakness_of(dressed, words), PasswordWeakness::guessable) << dressed;
}

TEST(A_password_choice, that_only_contains_a_known_word_is_accepted) {
    EXPECT_EQ(weakness_of("le clspd dort sous la pluie", words), std::nullopt);
}

TEST(The_list_of_guessable_words, skips_comments_and_blank_lines) {
    EXPECT_EQ(guessable_words("# common\nazerty\n\n  soleil  \r\n"),
              (std::vector<std::string>{"azerty", "soleil"}));
}

}  // namespace
}  // namespace maillage::platform::crypto
