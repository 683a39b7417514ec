#include "domain/identity/policy_matrix.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domain/identity/policy_rules.hpp"

namespace maillage::identity {
namespace {

using testing::HasSubstr;

TEST(The_matrix, has_a_row_for_every_role_and_a_column_for_every_act) {
    std::istringstream lines(policy_matrix(MatrixFormat::csv));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        EXPECT_EQ(std::size_t(std::ranges::count(line, ';')), all_acts().size()) << line;
    EXPECT_EQ(count, all_roles().size() + 3);
}

TEST(The_matrix, says_what_the_policy_says) {
    const std::string matrix = policy_matrix(MatrixFormat::csv);
    EXPECT_THAT(matrix, HasSubstr("\nvisitor;yes;no;no;"));
    EXPECT_THAT(matrix, HasSubstr("\nno_mandate;yes;yes;no;"));
    EXPECT_THAT(matrix, HasSubstr("\nelected;yes;yes;yes;no;"));
}

TEST(The_matrix, is_the_one_of_the_reference_page) {
    std::ifstream file(std::string(MAILLAGE_SOURCE_DIR) + "/docs/reference/permissions.md");
    std::stringstream page;
    page << file.rdbuf();
    EXPECT_THAT(page.str(), HasSubstr(policy_matrix(MatrixFormat::markdown)));
}

}  // namespace
}  // namespace maillage::identity
