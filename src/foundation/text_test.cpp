#include "foundation/text.hpp"

#include <gtest/gtest.h>

namespace maillage::foundation {
namespace {

TEST(Text, accepts_french_and_refuses_broken_utf8) {
    EXPECT_TRUE(is_clean_utf8("rappel à l’ordre, cœur, 😀"));
    EXPECT_FALSE(is_clean_utf8("\xC3"));
    EXPECT_FALSE(is_clean_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_clean_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_clean_utf8(std::string_view("a\0b", 3)));
}

TEST(Text, counts_characters_not_bytes) { EXPECT_EQ(length_in_characters("élève"), 5U); }

TEST(Text, is_trimmed_of_french_spaces_too) { EXPECT_EQ(trimmed("\u202F\t a b \u00A0\n"), "a b"); }

TEST(Text, splits_and_keeps_empty_parts) {
    EXPECT_EQ(split("a;;b", ';'), (std::vector<std::string_view>{"a", "", "b"}));
}

TEST(Text, folds_case_and_accents_for_comparison) {
    EXPECT_EQ(folded("Échéance"), "echeance");
    EXPECT_EQ(folded("ŒUVRE"), "oeuvre");
}

}  // namespace
}  // namespace maillage::foundation
