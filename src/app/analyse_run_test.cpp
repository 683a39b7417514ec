#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/analyse_command.hpp"
#include "app/analyse_test_file.hpp"

namespace maillage::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

int run_with_locales(const std::string& folder, std::string& out, std::string& errors) {
    const SmallFile configuration("[locales]\nfolder = \"" + folder + "\"\n[data]\nfolder = \"nowhere\"\n");
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int status =
        run_analyse({"rate-ratio", "--a", "58", "--b", "34", "--words", "en"}, configuration.name());
    out = testing::internal::GetCapturedStdout();
    errors = testing::internal::GetCapturedStderr();
    return status;
}

// An analyst's machine has no data folder, help or assets: words need the catalogues alone.
TEST(An_analysis_in_words, needs_nothing_but_the_catalogues) {
    std::string out, errors;
    EXPECT_EQ(run_with_locales(MAILLAGE_LOCALES, out, errors), 0) << errors;
    EXPECT_THAT(out, HasSubstr("58 facts against 34"));
    EXPECT_EQ(run_with_locales("no/locales", out, errors), 2);
    EXPECT_EQ(out, "");
    EXPECT_THAT(errors, AllOf(HasSubstr("missing_catalogue"), HasSubstr("no/locales/fr/maillage.mo")));
}

}  // namespace
}  // namespace maillage::app
