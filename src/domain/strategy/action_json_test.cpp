#include "domain/strategy/action_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/strategy/api.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

TEST(The_file_for_other_programs, has_exactly_the_columns_of_the_contract) {
    StrategyTest test;
    test.read([&](Scope& scope) {
        const std::string csv = export_csv(scope.tx, scope.council, scope.now, scope.today);
        EXPECT_EQ(csv.substr(0, csv.find_first_of("\r\n")),
                  "code,domain,title,pilot,group,state,progress,due");
        EXPECT_EQ(std::ranges::count(csv, '\n'), 48);
    });
}

}  // namespace
}  // namespace maillage::strategy
