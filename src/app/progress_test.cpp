#include "app/progress.hpp"

#include <gtest/gtest.h>

#include "tests/support/words.hpp"

namespace maillage::app {
namespace {

TEST(A_step_of_the_launcher, is_told_in_a_sentence_with_its_name) {
    EXPECT_EQ(progress_sentence(test::english(), "cluster.initdb"), "Creating the private database");
    EXPECT_EQ(progress_sentence(test::english(), "migration.20261124-0100-context"),
              "Updating the database: 20261124-0100-context");
    EXPECT_EQ(progress_sentence(test::english(), "something.new"), "something.new");
}

}  // namespace
}  // namespace maillage::app
