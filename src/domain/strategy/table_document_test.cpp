#include "domain/strategy/table_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "tests/support/words.hpp"

namespace maillage::strategy {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

constexpr foundation::Date today = foundation::Date::from_days(
    std::chrono::sys_days{std::chrono::year(2026) / std::chrono::November / std::chrono::day(24)});

// What is left of a page on a printer that knows no class, no colour and no border: its words.
std::string words_alone(const std::string& html) {
    std::string text;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        if (!in_tag) text += c;
        if (c == '>') in_tag = false;
    }
    return text;
}

std::string page_of(const Action& action) {
    const std::array actions{action};
    return table_document(test::french(), {}, actions, 1, today).bytes;
}

// The lines alone: above them a chart names the states too.
std::string printed(const Action& action) {
    const std::string html = page_of(action);
    return words_alone(html.substr(html.find("<h2")));
}

TEST(The_printed_table, says_every_state_in_words) {
    for (const State state : all_states) {
        Action action;
        action.code = "PRE-1";
        action.state = state;
        EXPECT_THAT(printed(action), HasSubstr(state_word(test::french(), state)));
    }
}

TEST(The_printed_table, says_in_words_what_is_late_and_what_is_invented) {
    Action action;
    action.code = "PRE-1";
    action.state = State::under_way;
    const std::string late = test::french()("strategy.state.late"), mark = "PRE-1\u00A0*";
    EXPECT_THAT(words_alone(page_of(action)), Not(AnyOf(HasSubstr(mark), HasSubstr("* Dans"))));
    const std::size_t plain = printed(action).size();
    action.due = today.plus_days(-1);
    action.fictional = true;

    EXPECT_THAT(words_alone(page_of(action)), AllOf(HasSubstr(mark), HasSubstr("* Dans")));
    EXPECT_THAT(printed(action), HasSubstr(late));
    EXPECT_GT(printed(action).size(), plain);
}

TEST(The_printed_table, begins_with_a_chart_of_the_states_that_needs_no_colour) {
    std::array<Action, 3> actions;
    actions[0].state = actions[1].state = State::under_way;
    actions[2].state = State::done;

    const std::string html = table_document(test::french(), {}, actions, 3, today).bytes,
                      chart =
                          html.substr(html.find("<figure"), html.find("</figure>") - html.find("<figure"));

    EXPECT_LT(html.find("<figure"), html.find("<h2"));
    EXPECT_THAT(chart, HasSubstr("<svg"));
    for (const State state : {State::under_way, State::done})
        EXPECT_THAT(chart, HasSubstr(">" + state_word(test::french(), state) + "</text>"));
    EXPECT_THAT(chart, Not(HasSubstr(state_word(test::french(), State::abandoned))));
    // WeasyPrint draws what attributes say and no style of the page: each bar has its fill and its outline
    // there.
    int bars = 0;
    for (std::size_t at = chart.find("<rect class=\"bar"); at != chart.npos;
         at = chart.find("<rect class=\"bar", at + 1)) {
        ++bars;
        const std::string bar = chart.substr(at, chart.find('>', at) - at);
        EXPECT_THAT(bar, AllOf(HasSubstr(" fill=\"#"), HasSubstr(" stroke=\"#1a2130\"")));
    }
    EXPECT_EQ(bars, 4) << "two states in two drawings, one of which the sheet leaves out";
    EXPECT_THAT(words_alone(chart), HasSubstr(state_word(test::french(), State::under_way) + " (2)"));
}

// Every colour of the sheet is a grey: none can mean a thing that black and white would lose.
TEST(The_sheet_for_paper, has_no_colour_but_greys) {
    std::ifstream in(MAILLAGE_SOURCE_DIR "/web/print/print.css");
    std::stringstream sheet;
    sheet << in.rdbuf();
    const std::string css = sheet.str();
    int colours = 0;
    for (std::size_t at = css.find('#'); at != css.npos; at = css.find('#', at + 1)) {
        std::string digits;
        for (std::size_t i = at + 1; i < css.size() && std::isxdigit(static_cast<unsigned char>(css[i])) != 0;
             ++i)
            digits += css[i];
        ++colours;
        ASSERT_TRUE(digits.size() == 3 || digits.size() == 6) << digits;
        const std::size_t one = digits.size() / 3;
        EXPECT_EQ(digits.substr(0, one), digits.substr(one, one)) << digits;
        EXPECT_EQ(digits.substr(0, one), digits.substr(2 * one)) << digits;
    }
    EXPECT_GT(colours, 5);
    for (const char* other : {"rgb", "hsl", "oklch", "var("}) EXPECT_THAT(css, Not(HasSubstr(other)));
}

}  // namespace
}  // namespace maillage::strategy
