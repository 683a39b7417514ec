#include "app/commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "app/usage_errors.hpp"
#include "tests/support/words.hpp"

namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// As main() does: what follows a verb may also be an option of the program.
struct CommandLine {
    CLI::App app{"", "maillage"};
    std::string file;
    int status = -1;

    CommandLine() {
        app.require_subcommand(1);
        app.add_option("--config", file);
        app.fallthrough();
        add_commands(app, file, status);
    }
};

TEST(The_command_line, hands_a_method_all_that_follows_its_name) {
    CommandLine line;
    testing::internal::CaptureStdout();
    line.app.parse("analyse rate-ratio --a 775 --b 759 --format json");
    EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("\"ratio\":1.02108036891"));
    EXPECT_EQ(line.status, 0);
}

TEST(The_command_line, lists_the_methods) {
    CommandLine line;
    testing::internal::CaptureStdout();
    line.app.parse("analyse --list");
    EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("rate-ratio --a --b"));
    EXPECT_EQ(line.status, 0);
}

TEST(The_command_line, takes_the_configuration_before_or_after_the_verb) {
    for (const char* words : {"--config /nowhere.toml check", "check --config /nowhere.toml"}) {
        CommandLine line;
        testing::internal::CaptureStderr();
        line.app.parse(words);
        EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("/nowhere.toml"));
        EXPECT_EQ(line.status, 2);
    }
}

// What somebody reads who typed `words`.
std::string refusal_of(const char* words, const platform::i18n::Words& language) {
    CommandLine line;
    try {
        line.app.parse(words);
    } catch (const CLI::ParseError& error) {
        return usage_error(line.app, error, language);
    }
    return "nothing";
}

TEST(A_command_line_that_cannot_be_read, says_so_in_the_language_of_the_terminal_and_what_to_type) {
    EXPECT_THAT(refusal_of("srve", test::french()),
                AllOf(HasSubstr("«\u00A0srve\u00A0»"), HasSubstr("  serve     sert un site\n"),
                      HasSubstr("maillage --help")));
    EXPECT_THAT(refusal_of("srve", test::english()),
                AllOf(HasSubstr("“srve” is not a verb"), HasSubstr("  serve     serves one site\n")));
    EXPECT_THAT(refusal_of("", test::english()), HasSubstr("Add a verb after “maillage”"));
    EXPECT_THAT(refusal_of("strategy impotr laval", test::english()),
                AllOf(HasSubstr("“impotr” is not a verb of “maillage strategy”"), HasSubstr("  import ")));
}

TEST(A_command_line_that_cannot_be_read, names_the_argument_that_is_missing_or_wrong) {
    const auto& english = test::english();
    EXPECT_THAT(refusal_of("strategy import", english),
                AllOf(HasSubstr("what (council or file.toml) is missing"),
                      HasSubstr("maillage strategy import --help")));
    EXPECT_THAT(refusal_of("council new laval", english), HasSubstr("--name"));
    EXPECT_THAT(refusal_of("serve --site moon", english),
                HasSubstr("The value given to --site (agents | public)"));
    EXPECT_THAT(refusal_of("demo --actions many", english), HasSubstr("The value given to --actions"));
    EXPECT_THAT(refusal_of("serve --site", english), HasSubstr("Give a value to --site"));
    EXPECT_THAT(refusal_of("check --fast", english), HasSubstr("There is no option --fast"));
    EXPECT_THAT(refusal_of("check twice", english), HasSubstr("“twice” is one word too many"));
}

}  // namespace
}  // namespace maillage::app
