#include "domain/indicators/indicator_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/audit/sql.hpp"
#include "domain/directory/sql.hpp"
#include "domain/documents/sql.hpp"
#include "domain/governance/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/indicators/sql.hpp"
#include "domain/strategy/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/db/errors.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
using identity::Actor;
using identity::Role;
using testing::IsEmpty;
using testing::SizeIs;

const foundation::Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)};

Actor actor_of(Role role) {
    Actor actor{.account = identity::AccountId(7), .council = territory::CouncilId(1)};
    actor.roles = {role};
    return actor;
}
const Actor coordinator = actor_of(Role::coordinator), elected = actor_of(Role::elected),
            administrator = actor_of(Role::administrator);

Figure figure(std::string_view period, double value) {
    return {.period = *parse_period(period), .value = value};
}

Definition rounds() { return {.code = "rondes", .name = "Rondes", .definition = "Rondes faites"}; }

class An_indicator : public testing::Test {
 protected:
    template <class Work>
    auto as(const Actor& actor, Work&& work) {
        return database_.pool().transaction(actor.context(), std::forward<Work>(work));
    }
    An_indicator()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     identity::sql::migrations(), directory::sql::migrations(), documents::sql::migrations(),
                     strategy::sql::migrations(), governance::sql::migrations(), sql::migrations()}) {
        database_.pool().transaction(test::application(1), [](db::Tx& tx) {
            territory::save_council(tx, {.slug = "laval", .name = "Laval", .kind = "clspd"});
        });
        as(coordinator, [](db::Tx& tx) { EXPECT_TRUE(add_indicator(tx, coordinator, rounds(), now)); });
    }

    Indicator found() {
        return as(coordinator, [](db::Tx& tx) { return find_indicator(tx, coordinator, "rondes").value(); });
    }
    std::vector<Figure> entered() {
        const IndicatorId id = found().id;
        return as(coordinator, [&](db::Tx& tx) { return figures_of(tx, coordinator, id); });
    }
    bool enter(const Figure& value) {
        const IndicatorId id = found().id;
        return as(coordinator, [&](db::Tx& tx) { return enter_figure(tx, coordinator, id, value, now); });
    }

    test::TestDatabase database_;
};

TEST_F(An_indicator, is_a_proposition_until_its_group_agrees_by_a_decision) {
    EXPECT_EQ(found().standing, Standing::proposed);
    const Indicator proposed = found();
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(agree_on(tx, coordinator, proposed,
                             {.on = *foundation::Date::create(2026, 3, 12), .in = "Groupe 1, décision 3"}));
    });
    EXPECT_EQ(found().standing, Standing::active);
    EXPECT_EQ(found().agreed_in, "Groupe 1, décision 3");
}

TEST_F(An_indicator, that_is_retired_and_taken_up_again_is_what_it_was) {
    const Indicator proposed = found();
    as(coordinator, [&](db::Tx& tx) { EXPECT_TRUE(retire(tx, coordinator, proposed)); });
    EXPECT_EQ(found().standing, Standing::retired);
    const Indicator retired = found();
    as(coordinator, [&](db::Tx& tx) { EXPECT_TRUE(take_up_again(tx, coordinator, retired)); });
    EXPECT_EQ(found().standing, Standing::proposed);
}

TEST_F(An_indicator, whose_definition_changes_keeps_the_versions_before) {
    Definition changed = rounds();
    changed.definition = "Rondes faites à pied";
    const Indicator first = found();
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(change_indicator(tx, coordinator, first, changed, 1, now));
        EXPECT_EQ(change_indicator(tx, coordinator, first, changed, 1, now).error(),
                  WriteRefusal::changed_since);
    });
    EXPECT_EQ(found().version, 2);
    EXPECT_EQ(found().definition.definition, "Rondes faites à pied");
    as(coordinator, [&](db::Tx& tx) {
        const auto versions = definitions_of(tx, coordinator, first.id);
        ASSERT_THAT(versions, SizeIs(2));
        EXPECT_EQ(versions[1].definition.definition, "Rondes faites");
    });
}

TEST_F(An_indicator, of_a_name_that_exists_is_refused) {
    as(coordinator, [](db::Tx& tx) {
        EXPECT_EQ(add_indicator(tx, coordinator, rounds(), now).error(), WriteRefusal::code_taken);
    });
}

TEST_F(An_indicator, names_an_owner_of_the_directory_or_none) {
    Definition other = rounds();
    other.code = "autres";
    other.owner = "nobody";
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_EQ(add_indicator(tx, coordinator, other, now).error(), WriteRefusal::no_such_owner);
    });
}

TEST_F(An_indicator, has_one_figure_a_period_and_perimeter) {
    EXPECT_TRUE(enter(figure("2024", 12)));
    EXPECT_TRUE(enter(figure("2024", 14)));
    Figure elsewhere = figure("2024", 30);
    elsewhere.perimeter = "CSP";
    EXPECT_TRUE(enter(elsewhere));
    ASSERT_THAT(entered(), SizeIs(2));
    EXPECT_EQ(entered()[0].value, 14);
}

TEST_F(An_indicator, gives_a_figure_back_that_was_withdrawn) {
    enter(figure("2024", 12));
    const FigureName name{.indicator = found().id, .period = *parse_period("2024"), .perimeter = ""};
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(withdraw_figure(tx, coordinator, name, now));
        EXPECT_FALSE(withdraw_figure(tx, coordinator, name, now));
    });
    EXPECT_THAT(entered(), IsEmpty());
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(restore_figure(tx, coordinator, name));
        EXPECT_FALSE(restore_figure(tx, coordinator, name));
    });
    EXPECT_EQ(entered().at(0).value, 12);
}

TEST_F(An_indicator, is_read_by_who_may_and_changed_by_the_coordinator_alone) {
    const Indicator indicator = found();
    as(elected, [&](db::Tx& tx) {
        EXPECT_THAT(indicators(tx, elected), SizeIs(1));
        EXPECT_FALSE(enter_figure(tx, elected, indicator.id, figure("2024", 1), now));
        EXPECT_EQ(add_indicator(tx, elected, rounds(), now).error(), WriteRefusal::not_found);
        EXPECT_FALSE(retire(tx, elected, indicator));
    });
    as(administrator, [](db::Tx& tx) { EXPECT_THAT(indicators(tx, administrator), IsEmpty()); });
}

TEST_F(An_indicator, keeps_its_past_in_spite_of_raw_sql) {
    enter(figure("2024", 12));
    EXPECT_THROW(
        as(coordinator,
           [](db::Tx& tx) { tx.run(db::Sql{"test.rewrite", "update indicators.figure set value = 99"}); }),
        db::StatementFailed);
    EXPECT_THROW(as(coordinator,
                    [](db::Tx& tx) { tx.run(db::Sql{"test.erase", "delete from indicators.definition"}); }),
                 db::StatementFailed);
}

}  // namespace
}  // namespace maillage::indicators
