#include "domain/final_review/text_merge_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace maillage::final_review {
namespace {

TEST(Two_changed_texts, are_merged_where_they_changed_different_paragraphs) {
    const Merged made = merged({.base = "Un\n\nDeux\n\nTrois",
                                .mine = "Un\n\nDeux bis\n\nTrois",
                                .theirs = "Un\n\nDeux\n\nTrois\n\nQuatre"});

    EXPECT_EQ(made.text, "Un\n\nDeux bis\n\nTrois\n\nQuatre");
    EXPECT_EQ(made.clashes, 0);
}

TEST(Two_changed_texts, keep_both_paragraphs_where_both_changed_the_same_one) {
    const Merged made = merged({.base = "Un\n\nDeux", .mine = "Un\n\nA", .theirs = "Un\n\nB"});

    EXPECT_EQ(made.text, "Un\n\nB\n\nA");
    EXPECT_EQ(made.clashes, 1);
}

TEST(Two_changed_texts, say_once_what_both_wrote_and_leave_out_what_one_took_away) {
    EXPECT_EQ(merged({.base = "Un", .mine = "Un\n\nA", .theirs = "Un\n\nA"}).text, "Un\n\nA");
    EXPECT_EQ(merged({.base = "Un\n\nDeux", .mine = "Deux", .theirs = "Un\n\nDeux\n\nTrois"}).text,
              "Deux\n\nTrois");
}

TEST(Two_changed_texts, that_begin_from_nothing_are_both_there) {
    const Merged made = merged({.base = "", .mine = "A", .theirs = "B"});

    EXPECT_EQ(made.text, "B\n\nA");
    EXPECT_EQ(made.clashes, 1);
}

TEST(A_text, is_cut_at_blank_lines_whatever_ends_a_line) {
    EXPECT_EQ(paragraphs_of("Un\r\nsuite\r\n \r\n\r\nDeux\n"),
              (std::vector<std::string>{"Un\nsuite", "Deux"}));
    EXPECT_TRUE(paragraphs_of(" \r\n\n").empty());
}

TEST(A_text, shows_which_paragraphs_are_new) {
    const auto shown = compared("Un\n\nDeux", "Un\n\nNeuf\n\nDeux");

    ASSERT_EQ(shown.size(), 3U);
    EXPECT_FALSE(shown[0].changed);
    EXPECT_TRUE(shown[1].changed);
    EXPECT_FALSE(shown[2].changed);
}

std::string any_text() {
    std::string text;
    for (const int word : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)))
        text += (text.empty() ? "" : "\n\n") + std::string("mot") + std::to_string(word);
    return text;
}
bool has(const std::string& text, const std::string& paragraph) {
    const auto all = paragraphs_of(text);
    return std::ranges::find(all, paragraph) != all.end();
}

RC_GTEST_PROP(A_merged_text, is_the_other_one_when_one_of_them_changed_nothing, ()) {
    const std::string base = any_text(), other = any_text();

    RC_ASSERT(merged({.base = base, .mine = base, .theirs = other}).text == other);
    RC_ASSERT(merged({.base = base, .mine = other, .theirs = base}).text == other);
}

RC_GTEST_PROP(A_merged_text, loses_nothing_that_either_wrote, ()) {
    const std::string base = any_text(), mine = any_text(), theirs = any_text();

    const Merged made = merged({.base = base, .mine = mine, .theirs = theirs});

    for (const std::string* text : {&mine, &theirs})
        for (const std::string& paragraph : paragraphs_of(*text))
            RC_ASSERT(has(base, paragraph) || has(made.text, paragraph));
}

}  // namespace
}  // namespace maillage::final_review
