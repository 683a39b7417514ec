#include "app/on_council.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "app/data_files.hpp"

namespace maillage::app {
namespace {

using testing::HasSubstr;

// What a command says to a terminal of this language.
class A_command : public testing::Test {
 protected:
    A_command() {
        configuration_.locales.folder = MAILLAGE_LOCALES;
        configuration_.time_zone = "Europe/Paris";
        if (const char* before = std::getenv("LANG")) before_ = before;
    }
    ~A_command() override { setenv("LANG", before_.c_str(), 1); }

    template <class Work>
    std::string said_in(const char* language, Work&& work) {
        setenv("LANG", language, 1);
        testing::internal::CaptureStderr();
        work();
        return testing::internal::GetCapturedStderr();
    }

    platform::config::Configuration configuration_;

 private:
    std::string before_;
};

TEST_F(A_command, says_that_a_council_is_unknown_in_the_language_of_the_terminal) {
    const auto ask = [&] { say_unknown_council(configuration_, "nowhere"); };
    EXPECT_THAT(said_in("en_GB.UTF-8", ask), HasSubstr("No council has the address nowhere."));
    EXPECT_THAT(said_in("fr_FR.UTF-8", ask), HasSubstr("Aucun conseil n’a l’adresse nowhere."));
}

TEST_F(A_command, says_why_the_installation_does_not_open_and_nothing_while_it_does) {
    const auto open = [&] {
        const Tell tell = refusals_told(configuration_);
        tell("cluster.start");
        tell("refused.cluster_failed");
    };
    const std::string said = said_in("en_GB.UTF-8", open);
    EXPECT_THAT(said, HasSubstr("The private database does not start"));
    EXPECT_EQ(said.find("refused."), said.npos);
    EXPECT_EQ(said.find("cluster.start"), said.npos);
}

TEST_F(A_command, tells_the_mistakes_of_a_file_with_its_name_in_the_language_of_the_terminal) {
    const auto read = read_data_file("/nowhere/strategy.toml");
    ASSERT_FALSE(read.has_value());
    const auto say = [&] { say_problems(configuration_, read.error()); };
    EXPECT_THAT(said_in("en_GB.UTF-8", say), HasSubstr("/nowhere/strategy.toml: this file is missing"));
    EXPECT_THAT(said_in("fr_FR.UTF-8", say), HasSubstr("/nowhere/strategy.toml"));
}

TEST_F(A_command, takes_no_folder_for_a_file) {
    EXPECT_FALSE(read_data_file(MAILLAGE_SOURCE_DIR "/data").has_value());
    EXPECT_TRUE(read_strategy_files(MAILLAGE_SOURCE_DIR "/data", "nowhere")->empty());
    EXPECT_EQ(read_strategy_files(MAILLAGE_SOURCE_DIR "/data", "laval")->size(), 7u);
}

}  // namespace
}  // namespace maillage::app
