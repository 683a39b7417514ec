#include "domain/indicators/indicator_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/audit/sql.hpp"
#include "domain/directory/sql.hpp"
#include "domain/documents/sql.hpp"
#include "domain/governance/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/indicators/comment_store.hpp"
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
    actor.display_name = "Camille";
    actor.today = *foundation::Date::create(2026, 11, 24);
    return actor;
}
const Actor coordinator = actor_of(Role::coordinator), elected = actor_of(Role::elected),
            administrator = actor_of(Role::administrator);

Figure figure(std::string_view period, double value) {
    return {.period = *parse_period(period), .value = value};
}

Definition rounds() {
    return {
        .code = "rondes", .group = "G1", .name = "Rondes", .definition = "Rondes faites", .owner = "gleam"};
}

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
        groups();
        as(coordinator, [](db::Tx& tx) { EXPECT_TRUE(add_indicator(tx, coordinator, rounds(), now)); });
    }

    // Two groups of the strategy, each with the body in which it decides, and two organisations.
    void groups() {
        database_.pool().transaction(test::application(1), [](db::Tx& tx) {
            for (const char* statement :
                 {"insert into strategy.working_group (council_id, code, name) values (1, 'G1', 'A'), (1, "
                  "'G2', 'B')",
                  "insert into governance.body (council_id, code, kind, name, local_rhythm, strategy_group) "
                  "values "
                  "(1, 'g1', 'thematic_group', 'A', 'as_needed', 'G1'), "
                  "(1, 'g2', 'thematic_group', 'B', 'as_needed', 'G2')",
                  "insert into directory.organisation (council_id, key, name, kind, search) values "
                  "(1, 'gleam', 'Gleam', 'association', ''), (1, 'ccas', 'CCAS', 'association', '')"})
                tx.run(db::Sql{statement, statement});
        });
    }
    std::int64_t organisation(std::string_view key) {
        return database_.pool().transaction(test::application(1), [&](db::Tx& tx) {
            return tx.single(
                db::Sql{"test.organisation", "select id from directory.organisation where key = $1"},
                [](db::Row& row) { return row.int8(); }, key);
        });
    }

    Indicator found() {
        return as(coordinator, [](db::Tx& tx) { return find_indicator(tx, coordinator, "rondes").value(); });
    }
    std::vector<Figure> entered() {
        const IndicatorId id = found().id;
        return as(coordinator, [&](db::Tx& tx) { return figures_of(tx, coordinator, id); });
    }
    bool enter(const Figure& value) {
        const Indicator indicator = found();
        return as(coordinator,
                  [&](db::Tx& tx) { return enter_figure(tx, coordinator, indicator, value, now); });
    }

    test::TestDatabase database_;
};

// Written by the mediator of the organisation that gives the figures.
class A_comment : public An_indicator {
 protected:
    A_comment() : own_(actor_of(Role::mediator)), indicator_(found()) {
        own_.account = identity::AccountId(8);
        own_.organisation = organisation("gleam");
        as(own_, [&](db::Tx& tx) { EXPECT_TRUE(add_comment(tx, own_, indicator_, "Méthode changée", now)); });
    }
    std::vector<Comment> comments() {
        return as(elected, [&](db::Tx& tx) { return comments_of(tx, elected, indicator_.id); });
    }

    Actor own_;
    const Indicator indicator_;
};

TEST_F(An_indicator, is_a_proposition_until_the_body_of_its_group_has_decided) {
    const auto agreed = [&](std::string body, int day) {
        const Indicator proposed = found();
        return as(coordinator, [&](db::Tx& tx) {
            return agree_on(tx, coordinator, proposed,
                            {.body = std::move(body),
                             .on = *foundation::Date::create(2026, 11, static_cast<unsigned>(day)),
                             .in = "Décision 3"});
        });
    };
    EXPECT_FALSE(agreed("g2", 12)) << "the body of another group";
    EXPECT_FALSE(agreed("g1", 25)) << "a meeting that is to come";
    EXPECT_EQ(found().standing, Standing::proposed);
    EXPECT_TRUE(agreed("g1", 24));
    EXPECT_EQ(found().standing, Standing::active);
    EXPECT_EQ(found().agreed_in, "Décision 3");
    EXPECT_EQ(found().agreed_body, "g1");
}

TEST_F(An_indicator, says_from_which_month_its_values_mean_something_else) {
    const Indicator first = found();
    Definition changed = rounds();
    changed.unit = "heures";
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(
            change_indicator(tx, coordinator, first, changed, 1, now, *foundation::Date::create(2025, 7, 1)));
    });
    EXPECT_THAT(found().breaks, testing::ElementsAre(12 * 2025 + 6));
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(definitions_of(tx, coordinator, first.id).front().breaks_from.has_value());
    });
}

TEST_F(An_indicator, that_is_retired_and_taken_up_again_is_what_it_was) {
    const Indicator proposed = found();
    as(coordinator, [&](db::Tx& tx) { EXPECT_TRUE(retire(tx, coordinator, proposed)); });
    EXPECT_EQ(found().standing, Standing::retired);
    const Indicator retired = found();
    as(coordinator, [&](db::Tx& tx) { EXPECT_TRUE(take_up_again(tx, coordinator, retired)); });
    EXPECT_EQ(found().standing, Standing::proposed);
}

TEST_F(An_indicator, whose_definition_one_person_changes_waits_for_a_new_decision) {
    const Indicator proposed = found();
    const Agreement decision{.body = "g1", .on = *foundation::Date::create(2026, 11, 24), .in = "Décision 3"};
    as(coordinator, [&](db::Tx& tx) { EXPECT_TRUE(agree_on(tx, coordinator, proposed, decision)); });
    Definition named = rounds(), other = rounds();
    named.name = other.name = "Rondes de nuit";
    other.definition = "Rondes faites la nuit";

    const Indicator agreed = found();
    as(coordinator,
       [&](db::Tx& tx) { EXPECT_TRUE(change_indicator(tx, coordinator, agreed, named, 1, now)); });
    EXPECT_EQ(found().standing, Standing::active) << "a name is no other indicator";
    const Indicator renamed = found();
    as(coordinator,
       [&](db::Tx& tx) { EXPECT_TRUE(change_indicator(tx, coordinator, renamed, other, 2, now)); });

    const Indicator changed = found();
    EXPECT_EQ(changed.standing, Standing::proposed);
    EXPECT_EQ(changed.agreed_in, "Décision 3") << "what was agreed before is kept";
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(retire(tx, coordinator, changed));
        EXPECT_TRUE(take_up_again(tx, coordinator, *find_indicator(tx, coordinator, "rondes")));
    });
    EXPECT_EQ(found().standing, Standing::proposed) << "neither is it agreed by way of a retirement";
}

TEST_F(An_indicator, that_is_changed_while_it_is_retired_comes_back_as_a_proposition) {
    const Indicator proposed = found();
    const Agreement decision{.body = "g1", .on = *foundation::Date::create(2026, 11, 24), .in = "Décision 3"};
    Definition other = rounds();
    other.target = 12;
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(agree_on(tx, coordinator, proposed, decision));
        EXPECT_TRUE(retire(tx, coordinator, *find_indicator(tx, coordinator, "rondes")));
    });
    const Indicator retired = found();
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(change_indicator(tx, coordinator, retired, other, 1, now));
        EXPECT_TRUE(take_up_again(tx, coordinator, *find_indicator(tx, coordinator, "rondes")));
    });
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
    const Indicator indicator = found();
    const FigureName name{.period = *parse_period("2024"), .perimeter = ""};
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(withdraw_figure(tx, coordinator, indicator, name, now));
        EXPECT_FALSE(withdraw_figure(tx, coordinator, indicator, name, now));
    });
    EXPECT_THAT(entered(), IsEmpty());
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(restore_figure(tx, coordinator, indicator, name));
        EXPECT_FALSE(restore_figure(tx, coordinator, indicator, name));
    });
    EXPECT_EQ(entered().at(0).value, 12);
}

TEST_F(An_indicator, is_read_by_who_may_and_changed_by_the_coordinator_alone) {
    const Indicator indicator = found();
    as(elected, [&](db::Tx& tx) {
        EXPECT_THAT(indicators(tx, elected), SizeIs(1));
        EXPECT_FALSE(enter_figure(tx, elected, indicator, figure("2024", 1), now));
        EXPECT_EQ(add_indicator(tx, elected, rounds(), now).error(), WriteRefusal::not_found);
        EXPECT_FALSE(retire(tx, elected, indicator));
    });
    as(administrator, [](db::Tx& tx) { EXPECT_THAT(indicators(tx, administrator), IsEmpty()); });
}

TEST_F(An_indicator, is_filled_by_the_organisation_that_it_names_and_by_no_other) {
    Actor own = actor_of(Role::mediator), other = actor_of(Role::local_partner);
    own.organisation = organisation("gleam");
    other.organisation = organisation("ccas");
    const Indicator indicator = found();
    as(own, [&](db::Tx& tx) { EXPECT_TRUE(enter_figure(tx, own, indicator, figure("2024", 3), now)); });
    as(own, [&](db::Tx& tx) { EXPECT_TRUE(enter_figure(tx, own, indicator, figure("2024", 4), now)); });
    as(other, [&](db::Tx& tx) {
        EXPECT_FALSE(enter_figure(tx, other, indicator, figure("2024", 9), now));
        EXPECT_FALSE(
            withdraw_figure(tx, other, indicator, {.period = *parse_period("2024"), .perimeter = ""}, now));
        EXPECT_FALSE(add_comment(tx, other, indicator, "Non", now));
    });
    ASSERT_THAT(entered(), SizeIs(1));
    EXPECT_EQ(entered()[0].value, 4);
}

// The second wall: whatever the code forgets to ask, the database asks.
TEST_F(An_indicator, of_another_organisation_is_out_of_reach_of_raw_sql) {
    Actor own = actor_of(Role::mediator), other = actor_of(Role::local_partner);
    own.organisation = organisation("gleam");
    other.organisation = organisation("ccas");
    const IndicatorId id = found().id;
    enter(figure("2024", 12));
    const db::Sql add{
        "test.add",
        "insert into indicators.figure (council_id, indicator_id, first_month, months, value, entered_at) "
        "values (1, $1, '2023-01-01', 12, 1, now())"},
        replace{"test.replace", "update indicators.figure set replaced_at = now() where indicator_id = $1"};
    EXPECT_THROW(as(other, [&](db::Tx& tx) { tx.run(add, id); }), db::StatementFailed);
    as(other, [&](db::Tx& tx) { EXPECT_EQ(tx.run(replace, id).affected(), 0); });
    as(own, [&](db::Tx& tx) { EXPECT_EQ(tx.run(add, id).affected(), 1); });
    as(own, [&](db::Tx& tx) { EXPECT_EQ(tx.run(replace, id).affected(), 2); });
    database_.pool().transaction(test::application(1), [](db::Tx& tx) {
        tx.run(db::Sql{"test.archive",
                       "update directory.organisation set archived_at = now() where key = 'gleam'"});
    });
    EXPECT_FALSE(found().has_owner());
    EXPECT_THROW(as(own, [&](db::Tx& tx) { tx.run(add, id); }), db::StatementFailed);
}

TEST_F(A_comment, is_changed_by_its_author_and_keeps_what_it_said) {
    const Comment first = comments().at(0);
    const auto change = [&](const Actor& actor, int seen, std::string text) {
        return as(actor, [&](db::Tx& tx) {
            return change_comment(tx, actor, indicator_,
                                  {.comment = first.id, .seen = seen, .text = std::move(text)}, now);
        });
    };
    EXPECT_TRUE(change(own_, 1, "Méthode revue"));
    EXPECT_FALSE(change(own_, 1, "D'une autre fenêtre")) << "it changed meanwhile";
    EXPECT_FALSE(change(coordinator, 2, "D'un autre")) << "somebody else's";
    EXPECT_EQ(comments().at(0).text, "Méthode revue");
    ASSERT_THAT(comments().at(0).earlier, SizeIs(1));
    EXPECT_EQ(comments().at(0).earlier[0].second, "Méthode changée");
}

TEST_F(A_comment, is_taken_away_by_the_coordinator_with_a_reason) {
    const CommentId id = comments().at(0).id;
    as(own_, [&](db::Tx& tx) { EXPECT_FALSE(remove_comment(tx, own_, indicator_, id, "Non", now)); });
    as(coordinator, [&](db::Tx& tx) {
        EXPECT_TRUE(remove_comment(tx, coordinator, indicator_, id, "Nomme une personne", now));
        EXPECT_FALSE(remove_comment(tx, coordinator, indicator_, id, "Encore", now));
    });
    EXPECT_EQ(comments().at(0).text, "");
    EXPECT_EQ(comments().at(0).removed_because, "Nomme une personne");
    as(elected, [&](db::Tx& tx) {
        EXPECT_EQ(tx.single(db::Sql{"test.texts", "select count(*) from indicators.comment_text"},
                            [](db::Row& row) { return row.int8(); }),
                  0);
    });
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
