#include "platform/i18n/glossary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::platform::i18n {
namespace {

Glossary of(const std::string& language) {
    return load_glossary(std::string(MAILLAGE_SOURCE_DIR) + "/data/glossary/" + language + ".toml");
}

std::vector<std::string> keys(const Glossary& glossary) {
    std::vector<std::string> all;
    for (const Term& term : glossary) all.push_back(term.key);
    return all;
}

TEST(The_glossary, explains_the_same_words_in_both_languages) { EXPECT_EQ(keys(of("fr")), keys(of("en"))); }

TEST(The_glossary, knows_the_words_of_the_strategy_document) {
    EXPECT_THAT(keys(of("fr")), testing::IsSupersetOf(
                                    {"clspd", "cispd", "stspd", "vif",  "qpv",   "cddf",  "gpo",    "gltd",
                                     "pre",   "cls",   "clsm",  "pjj",  "spip",  "tig",   "tnr",    "rao",
                                     "essp",  "fipd",  "ips",   "avip", "pdasr", "gleam", "inalta", "sdis",
                                     "ipm",   "mda",   "bar",   "tgd",  "crip",  "aipd",  "dpo",    "erm"}));
}

TEST(The_glossary, gives_a_link_with_every_article_and_no_link_without_one) {
    for (const std::string language : {"fr", "en"})
        for (const Term& term : of(language)) EXPECT_EQ(term.article.empty(), term.link.empty()) << term.key;
}

TEST(A_glossary_file, with_a_mistake_is_refused_with_its_line) {
    const auto refused = read_glossary("[[term]]\nkey = \"a\"\nword = \"A\"\nlink = \"http://x\"\n");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().size(), 2U);
    EXPECT_ANY_THROW(load_glossary("/nowhere.toml"));
}

}  // namespace
}  // namespace maillage::platform::i18n
