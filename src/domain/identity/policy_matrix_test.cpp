#include "domain/identity/policy_matrix.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domain/identity/policy_question_rules.hpp"

namespace maillage::identity {
namespace {

using testing::HasSubstr;

TEST(The_matrix, answers_every_role_on_every_question_with_its_reason) {
    std::istringstream lines(policy_matrix(MatrixFormat::csv));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        EXPECT_EQ(std::ranges::count(line, ';'), 6) << line;
    EXPECT_EQ(count, policy_subjects().size() * policy_questions().size() + 1);
    EXPECT_EQ(policy_subjects().size(), all_roles().size() + 4);
}

TEST(The_matrix, says_what_the_policy_says) {
    const std::string matrix = policy_matrix(MatrixFormat::csv);
    for (const char* line : {"visitor;read_public;council;one's own;yes;;",
                             "visitor;use_own_account;council;one's own;no;not_signed_in;RGPD, art. 25(2)",
                             "elected;read_strategy;council;another;no;other_council;RGPD, art. 5(1)(f)",
                             "mandate_over;edit_strategy;council;one's own;no;not_in_force;RGPD, art. 32(4)",
                             "coordinator;manage_accounts;mandate;to confirm, given by oneself;no;own_gift;"})
        EXPECT_THAT(matrix, HasSubstr("\n" + std::string(line) + "\n"));
}

TEST(The_matrix, is_the_one_of_the_reference_page) {
    std::ifstream file(std::string(MAILLAGE_SOURCE_DIR) + "/docs/reference/permissions.md");
    std::stringstream page;
    page << file.rdbuf();
    EXPECT_THAT(page.str(), HasSubstr(policy_matrix(MatrixFormat::markdown)));
}

}  // namespace
}  // namespace maillage::identity
