#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "app/analyse_command.hpp"
#include "app/analyse_test_commands.hpp"
#include "app/analyse_test_file.hpp"

// Every method of `maillage analyse --list` on every kind of bad data: a refusal with its reason, or figures
// that are numbers. The table of methods below is held complete by a test.
namespace maillage::app {
namespace {

using testing::HasSubstr;
using testing::Not;

// Whether the command has to do with the column; walls have columns of their own.
bool mentions(const Command& command, const std::string& column) {
    return (" " + command.options + " ").contains(" " + column + " ") ||
           (column == "ax" && command.method == "view-shed");
}

bool reads_a_file(const Command& command) { return command.options.contains("FILE"); }

// Numbers, or a refusal with a word; never a figure that is none, never a status of its own.
void expect_an_answer(const Command& command, const Printed& printed, const std::string& what) {
    EXPECT_TRUE(printed.status == 0 || printed.status == 3)
        << command.method << " on " << what << ": " << printed.status << "\n"
        << printed.text.substr(0, 400);
    EXPECT_THAT(printed.text, Not(HasSubstr("nan"))) << command.method << " on " << what;
    if (printed.status == 3) EXPECT_TRUE(printed.text.starts_with("refusal")) << command.method;
}

void expect_a_refusal(const Command& command, const Printed& printed, const std::string& what) {
    EXPECT_EQ(printed.status, 3) << command.method << " on " << what << "\n" << printed.text.substr(0, 400);
    EXPECT_TRUE(printed.text.starts_with("refusal")) << command.method << " on " << what;
}

TEST(The_table_of_methods, is_the_list) {
    std::vector<std::string> listed, here;
    std::istringstream list(list_of_analyses());
    for (std::string line; std::getline(list, line);) listed.push_back(line.substr(0, line.find(' ')));
    for (const Command& command : commands()) here.push_back(command.method);
    EXPECT_THAT(here, testing::UnorderedElementsAreArray(listed));
}

TEST(Every_method, answers_on_sixty_rows_without_fault) {
    const SmallFile good(rows(60));
    for (const Command& command : commands()) {
        const Printed printed = run(command, good.name(), good.name());
        EXPECT_EQ(printed.status, 0) << command.method << "\n" << printed.text.substr(0, 400);
        EXPECT_THAT(printed.text, Not(HasSubstr("nan"))) << command.method;
    }
}

TEST(Every_method, refuses_a_file_that_is_empty_or_has_a_header_alone) {
    const SmallFile good(rows(60)), nothing("", "nothing"), header(title, "header");
    for (const Command& command : commands()) {
        if (!reads_a_file(command)) continue;
        expect_a_refusal(command, run(command, nothing.name(), good.name()), "an empty file");
        expect_a_refusal(command, run(command, header.name(), good.name()), "a header alone");
    }
}

TEST(Every_method, answers_or_refuses_one_row_and_rows_all_identical) {
    const SmallFile good(rows(60)), one(rows(1), "one");
    std::string same(title);
    for (int k = 0; k < 60; ++k) same += row(1);
    const SmallFile identical(same, "identical");
    for (const Command& command : commands()) {
        if (!reads_a_file(command)) continue;
        expect_an_answer(command, run(command, one.name(), good.name()), "one row");
        expect_an_answer(command, run(command, identical.name(), good.name()), "rows all identical");
    }
}

// A word, an infinity, a negative or a huge number in any column of numbers.
TEST(Every_method, answers_or_refuses_a_cell_that_is_no_finite_count) {
    const SmallFile good(rows(60));
    for (const std::string cell : {"nan", "inf", "-inf", "-3", "1e300", "1e-300", "0", "4e9", "", "2.5"})
        for (const std::string column : {"x", "y", "n", "m", "people", "p", "t", "ax"}) {
            std::string text(title);
            for (int number = 0; number < 60; ++number)
                text += number == 5 ? row(number, {{column, cell}}) : row(number);
            const SmallFile bad(text, "bad");
            for (const Command& command : commands()) {
                if (!reads_a_file(command) || !mentions(command, column)) continue;
                const std::string what = column + " = " + cell;
                expect_an_answer(command, run(command, bad.name(), good.name()), what);
                if (command.options.contains("GOOD"))
                    expect_an_answer(command, run(command, good.name(), bad.name()), what + " in the second");
            }
        }
}

TEST(Every_method, answers_or_refuses_columns_of_zeros_and_nobody) {
    const SmallFile good(rows(60));
    for (const std::string column : {"n", "m", "people", "x", "t"}) {
        const SmallFile zeros(rows(60, {{column, "0"}}), "zeros");
        for (const Command& command : commands())
            if (reads_a_file(command))
                expect_an_answer(command, run(command, zeros.name(), good.name()), column + " all 0");
    }
}

TEST(Every_method, answers_or_refuses_units_that_are_all_islands) {
    std::string apart(title);
    for (int number = 0; number < 60; ++number)
        apart += row(number, {{"x", std::to_string(number * 1000)}, {"y", std::to_string(number * 700)}});
    const SmallFile good(rows(60)), islands(apart, "islands");
    for (const Command& command : commands())
        if (reads_a_file(command))
            expect_an_answer(command, run(command, islands.name(), good.name()), "islands");
}

// Methods that take a distance; their distances are in metres here.
TEST(Every_method, that_takes_metres_refuses_degrees) {
    std::string degrees(title);
    for (int number = 0; number < 60; ++number)
        degrees += row(number, {{"x", "-0.7" + std::to_string(10 + number)},
                                {"y", "48.0" + std::to_string(10 + number * 7 % 60)}});
    const SmallFile file(degrees);
    for (const Command& command : std::vector<Command>{
             {"moran", "FILE --value n --x x --y y --distance 250"},
             {"local-g-star", "FILE --value n --x x --y y --distance 250"},
             {"emerging", "FILE --value n --period month --x x --y y --distance 250"},
             {"empirical-bayes", "FILE --cases n --population people --x x --y y --distance 250"},
             {"knox", "FILE --x x --y y --date t --space 0,100 --time 0,7"},
             {"knox-classical", "FILE --x x --y y --date t --distance 100 --days 7"},
             {"cluster-watch", "FILE --x x --y y --date t --radius 100 --threshold 10"},
             {"dbscan", "FILE --x x --y y --eps 50"},
             {"kde", "FILE --x x --y y --sigma 250"},
             {"pai", "FILE --later FILE --x x --y y --sigma 250"},
             {"counts", "FILE --date t --x x --y y --cell 500"},
             {"mclp", "FILE FILE --x x --y y --metres --radius-m 100"},
             {"view-shed", "FILE --walls FILE --x x --y y --range 100"}}) {
        const Printed printed = run(command, file.name(), file.name());
        expect_a_refusal(command, printed, "degrees");
        EXPECT_THAT(printed.text, HasSubstr("looks_like_degrees")) << command.method;
    }
}

}  // namespace
}  // namespace maillage::app
