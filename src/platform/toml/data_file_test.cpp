#include "platform/toml/data_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/words.hpp"

namespace maillage::platform::toml {
namespace {

using testing::ElementsAre;

TEST(A_data_file, gives_texts_numbers_dates_and_tables) {
    const auto file = DataFile::parse(R"toml(
since = 2023-09-26
[[commune]]
name = "Laval"
population = 49474
aliases = ["Laval (53)"]
)toml");
    ASSERT_TRUE(file.has_value());

    const Table root = (*file)->root();
    EXPECT_EQ(root.date_or_null("since"), foundation::Date::create(2023, 9, 26));
    const std::vector<Table> communes = root.tables("commune");
    ASSERT_EQ(communes.size(), 1U);
    EXPECT_EQ(communes[0].text("name"), "Laval");
    EXPECT_EQ(communes[0].integer("population", 0), 49'474);
    EXPECT_THAT(communes[0].texts("aliases"), ElementsAre("Laval (53)"));
    EXPECT_TRUE((*file)->problems().empty());
}

TEST(A_data_file, tells_every_mistake_with_its_line_at_once) {
    const auto file = DataFile::parse("[[commune]]\nnom = \"Laval\"\npopulation = -3\ncode = 53130\n");
    ASSERT_TRUE(file.has_value());

    const Table commune = (*file)->root().tables("commune").at(0);
    commune.text("name");
    commune.integer("population", 0);
    commune.text("code");

    std::vector<std::string> told;
    for (const Problem& problem : (*file)->problems()) told.push_back(sentence(test::english(), problem));
    EXPECT_THAT(told, ElementsAre("line 1: commune.name is missing", "line 2: commune.nom is not a known key",
                                  "line 3: commune.population is out of range",
                                  "line 4: commune.code is of another type than expected"));
}

TEST(A_data_file, that_is_not_TOML_is_refused_with_the_line) {
    const auto file = DataFile::parse("a = 1\nb = [1,\n");
    ASSERT_FALSE(file.has_value());
    EXPECT_EQ(file.error().kind, Problem::Kind::syntax);
    EXPECT_GE(file.error().line, 2);
}

TEST(A_data_file, of_hostile_bytes_never_breaks_the_reader) {
    for (const std::string_view hostile :
         {std::string_view("\0\0", 2), std::string_view("\xff\xfe= 1"), std::string_view("a = \"\xc0\xaf\""),
          std::string_view("a = 99999999999999999999"), std::string_view("[a]\n[a]"),
          std::string_view("= = =")})
        EXPECT_FALSE(DataFile::parse(hostile).has_value());
    EXPECT_TRUE(DataFile::parse("").has_value());
    EXPECT_FALSE(DataFile::parse("a = " + std::string(5000, '[')).has_value());
}

}  // namespace
}  // namespace maillage::platform::toml
