#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/analyse_command.hpp"
#include "app/analyse_test_file.hpp"
#include "app/analyse_test_said.hpp"
#include "tests/support/words.hpp"

// Which weeks are judged, and what is said of the last one.
namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string weeks_of(const std::vector<int>& counts) {
    std::string text = "n\n";
    for (const int count : counts) text += std::to_string(count) + "\n";
    return text;
}

std::vector<int> repeated(std::size_t weeks) {
    std::vector<int> counts;
    for (std::size_t week = 0; week < weeks; ++week) counts.push_back(1 + static_cast<int>(week * 7 % 5));
    return counts;
}

std::string answer(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--counts", "n", "--format", "csv"});
    return analyse(arguments).text;
}

TEST(A_range_of_weeks, is_written_with_a_comma_a_colon_or_a_dash) {
    const SmallFile file(weeks_of(repeated(40)));
    const std::string comma = answer({"ears", file.name(), "--range", "20,25"});
    EXPECT_THAT(comma, AllOf(HasSubstr("\n20,"), HasSubstr("\n25,"), Not(HasSubstr("\n26,"))));
    EXPECT_EQ(answer({"ears", file.name(), "--range", "20:25"}), comma);
    EXPECT_EQ(answer({"ears", file.name(), "--range", "20-25"}), comma);
    for (const char* wrong : {"20,25,30", "25:20", "20.5,25", ":", "20;25"})
        EXPECT_THAT(answer({"ears", file.name(), "--range", wrong}), HasSubstr("unreadable_option")) << wrong;
}

TEST(A_range_of_weeks, is_refused_where_the_first_week_has_no_past) {
    const SmallFile file(weeks_of(repeated(40)));
    EXPECT_EQ(answer({"ears", file.name(), "--range", "5,20"}),
              "refusal,about,found,needed\ntoo_few_events,range,4,9\n");
    EXPECT_THAT(answer({"ears", file.name(), "--range", "10,20"}), HasSubstr("\n10,"));
    EXPECT_THAT(answer({"ears", file.name()}), HasSubstr("\n10,"));
}

TEST(Ears, does_not_take_a_huge_baseline_for_a_small_one) {
    const SmallFile file(weeks_of(repeated(40)));
    EXPECT_THAT(answer({"ears", file.name(), "--baseline", "4294967303"}), HasSubstr("too_few_events"));
}

TEST(Weekly_watches, alarm_below_five_facts_in_four_weeks_only_when_asked) {
    std::vector<int> rare(40, 0);
    rare[3] = 1;
    rare[39] = 3;
    const SmallFile file(weeks_of(rare));
    for (const std::vector<std::string>& method : std::vector<std::vector<std::string>>{
             {"ears", file.name()}, {"cusum", file.name(), "--from", "21"}}) {
        EXPECT_THAT(answer(method), HasSubstr(",false\n")) << method[0];
        EXPECT_THAT(answer(method), Not(HasSubstr(",true\n"))) << method[0];
        auto asked = method;
        asked.insert(asked.end(), {"--limit54", "3,4"});
        EXPECT_THAT(answer(asked), HasSubstr(",true\n")) << method[0];
        auto said = method;
        said.insert(said.end(), {"--counts", "n"});
        EXPECT_THAT(words_of(test::catalogues(), said, "fr"),
                    HasSubstr("3 faits la dernière semaine : trop peu de faits récents pour conclure."));
    }
    EXPECT_THAT(answer({"ears", file.name(), "--limit54", "5"}), HasSubstr("unreadable_option"));
}

// A law that no past gives is not printed as a mean of 0.
TEST(Farrington, prints_no_law_where_no_model_fits) {
    std::vector<int> counts(70, 0);
    counts[69] = 9;
    const SmallFile file(weeks_of(counts));
    EXPECT_THAT(answer({"farrington", file.name(), "--b", "1", "--w", "1", "--from", "70"}),
                HasSubstr("\n70,9,,,,,,false\n"));
}

// « 9 faits, 1 à 7 attendus. Une telle semaine arrive par hasard environ une fois tous les 2 ans. »
TEST(The_sentence_of_a_week, says_what_was_expected_and_how_often_chance_does_it) {
    std::vector<int> counts;
    for (int week = 0; week < 270; ++week) counts.push_back(3 + week * 7 % 3 - 1);
    const auto said = [&](int last, const char* language) {
        auto all = counts;
        all.push_back(last);
        const SmallFile file(weeks_of(all), std::to_string(last));
        return words_of(test::catalogues(), {"farrington-flexible", file.name(), "--counts", "n"}, language);
    };
    EXPECT_THAT(said(3, "fr"), HasSubstr("3 faits la dernière semaine, 1 à 7 attendus : rien d'inhabituel."));
    EXPECT_THAT(said(9, "fr"), AllOf(HasSubstr("9 faits la dernière semaine, 1 à 7 attendus : semaine"),
                                     HasSubstr("environ une fois tous les 5 ans.")));
    EXPECT_THAT(said(9, "en"), HasSubstr("9 facts in the last week, 1 to 7 expected: an unusual week."));
    EXPECT_THAT(said(185, "fr"), HasSubstr("par hasard moins d'une fois par 1 000 ans."));
    EXPECT_THAT(said(185, "en"), HasSubstr("by chance less than once in 1,000 years."));
    EXPECT_THAT(said(9, "fr"), StartsWith("1 alerte sur "));
    const SmallFile one(weeks_of(repeated(40)));
    EXPECT_THAT(words_of(test::catalogues(), {"ears", one.name(), "--counts", "n", "--from", "40"}, "fr"),
                StartsWith("0 alerte sur 1 semaine."));
}

}  // namespace
}  // namespace maillage::app
