#include "app/commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace maillage::app {
namespace {

// As main() does: what follows a verb may also be an option of the program.
struct CommandLine {
    CLI::App app;
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
    EXPECT_THAT(testing::internal::GetCapturedStdout(), testing::HasSubstr("\"ratio\":1.02108036891"));
    EXPECT_EQ(line.status, 0);
}

TEST(The_command_line, lists_the_methods) {
    CommandLine line;
    testing::internal::CaptureStdout();
    line.app.parse("analyse --list");
    EXPECT_THAT(testing::internal::GetCapturedStdout(), testing::HasSubstr("rate-ratio --a --b"));
    EXPECT_EQ(line.status, 0);
}

TEST(The_command_line, takes_the_configuration_before_or_after_the_verb) {
    for (const char* words : {"--config /nowhere.toml check", "check --config /nowhere.toml"}) {
        CommandLine line;
        testing::internal::CaptureStderr();
        line.app.parse(words);
        EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("/nowhere.toml"));
        EXPECT_EQ(line.status, 2);
    }
}

}  // namespace
}  // namespace maillage::app
