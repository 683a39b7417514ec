#include "domain/strategy/term_store.hpp"

#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

using foundation::Date;

TEST(The_end_of_the_strategy, is_unknown_until_the_city_sets_it_and_no_file_takes_it_away) {
    StrategyTest test;
    test.read([](Scope& scope) {
        EXPECT_FALSE(read_term(scope).ends);
        EXPECT_EQ(read_term(scope).adopted, Date::create(2023, 9, 26));
        EXPECT_FALSE(set_end(scope, Date::create(2026, 12, 31), "Lettre"));
    });

    test.write([](Scope& scope) { EXPECT_TRUE(set_end(scope, Date::create(2026, 12, 31), "Délibération")); });
    test.as_application([](Scope& scope) { load(scope, laval()); });

    test.read([](Scope& scope) {
        EXPECT_EQ(read_term(scope).ends, Date::create(2026, 12, 31));
        EXPECT_EQ(read_term(scope).source, "Délibération");
    });
    test.write([](Scope& scope) { set_end(scope, std::nullopt, "Erreur"); });
    test.read([](Scope& scope) { EXPECT_FALSE(read_term(scope).ends); });
}

}  // namespace
}  // namespace maillage::strategy
