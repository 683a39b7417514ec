#include "domain/snapshots/snapshot_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <set>

#include "domain/audit/sql.hpp"
#include "domain/directory/sql.hpp"
#include "domain/documents/sql.hpp"
#include "domain/governance/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/snapshots/content_for_tests.hpp"
#include "domain/snapshots/content_json.hpp"
#include "domain/snapshots/sql.hpp"
#include "domain/strategy/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::snapshots {
namespace {

namespace db = platform::db;
using identity::Actor;
using identity::Role;
using testing::IsEmpty;

constexpr const char *raised = "P0001", *not_allowed = "42501", *check_failed = "23514";
const foundation::Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)};

Actor actor_of(Role role) {
    Actor actor{.account = identity::AccountId(7),
                .council = territory::CouncilId(1),
                .display_name = "Camille Martin"};
    actor.roles = {role};
    return actor;
}
const Actor coordinator = actor_of(Role::coordinator), elected = actor_of(Role::elected),
            administrator = actor_of(Role::administrator);

class A_snapshot : public testing::Test {
 protected:
    template <class Work>
    auto as(const Actor& actor, Work&& work) {
        return database_.pool().transaction(actor.context(), std::forward<Work>(work));
    }
    A_snapshot()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     identity::sql::migrations(), directory::sql::migrations(), documents::sql::migrations(),
                     strategy::sql::migrations(), governance::sql::migrations(), sql::migrations()}) {
        database_.pool().transaction(test::application(1), [](db::Tx& tx) {
            territory::save_council(tx, {.slug = "laval", .name = "Laval", .kind = "clspd"});
        });
    }
    std::optional<std::int64_t> take(const Actor& actor) {
        return as(actor, [&](db::Tx& tx) {
            return take_snapshot(tx, actor,
                                 {.title = "Bilan",
                                  .occasion = Occasion::plenary,
                                  .meeting_on = foundation::Date::create(2026, 12, 15)},
                                 a_dashboard(), now);
        });
    }
    // The SQLSTATE with which the database refuses it to that role; "" when it does not.
    std::string refusal(std::string_view role, const std::string& statement) {
        db::Connection connection(database_.connection(role));
        try {
            connection.command(statement);
        } catch (const db::StatementFailed& failure) {
            return failure.state;
        }
        return "";
    }

    test::TestDatabase database_;
};

TEST_F(A_snapshot, is_kept_whole_with_its_number_its_author_and_its_fingerprint) {
    EXPECT_EQ(take(coordinator), 1);

    const auto kept = as(elected, [](db::Tx& tx) { return snapshot(tx, elected, 1); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->head.title, "Bilan");
    EXPECT_EQ(kept->head.occasion, Occasion::plenary);
    EXPECT_EQ(kept->head.meeting_on, foundation::Date::create(2026, 12, 15));
    EXPECT_EQ(kept->head.taken_at, now);
    EXPECT_EQ(kept->head.author, "Camille Martin");
    EXPECT_EQ(kept->head.fingerprint.size(), 64U);
    EXPECT_EQ(write_content(kept->content), write_content(a_dashboard()));
    EXPECT_EQ(as(elected, [](db::Tx& tx) { return snapshot_list(tx, elected); }).size(), 1U);
    EXPECT_EQ(as(elected, [](db::Tx& tx) { return snapshot_head(tx, elected, 1); })->title, "Bilan");
    EXPECT_FALSE(as(elected, [](db::Tx& tx) { return snapshot_head(tx, elected, 2); }));
}

TEST_F(A_snapshot, is_taken_by_the_coordinator_alone_and_read_by_who_reads_the_indicators) {
    EXPECT_FALSE(take(elected));
    ASSERT_TRUE(take(coordinator));
    EXPECT_THAT(as(administrator, [](db::Tx& tx) { return snapshot_list(tx, administrator); }), IsEmpty());
    EXPECT_FALSE(as(administrator, [](db::Tx& tx) { return snapshot(tx, administrator, 1); }));
    EXPECT_FALSE(as(administrator, [](db::Tx& tx) { return snapshot_head(tx, administrator, 1); }));
}

TEST_F(A_snapshot, has_the_next_number_even_when_another_was_given_up_or_is_taken_at_once) {
    ASSERT_EQ(take(coordinator), 1);
    struct GivenUp {};
    EXPECT_THROW(as(coordinator,
                    [](db::Tx& tx) {
                        take_snapshot(tx, coordinator, {.title = "Abandonné"}, a_dashboard(), now);
                        throw GivenUp();
                    }),
                 GivenUp);
    std::vector<std::future<std::optional<std::int64_t>>> taking;
    for (int i = 0; i < 6; ++i)
        taking.push_back(std::async(std::launch::async, [this] { return take(coordinator); }));
    std::set<std::int64_t> numbers;
    for (auto& one : taking) numbers.insert(one.get().value());

    EXPECT_EQ(numbers, (std::set<std::int64_t>{2, 3, 4, 5, 6, 7}));
}

TEST_F(A_snapshot, is_never_changed_whoever_tries) {
    ASSERT_TRUE(take(coordinator));
    const std::string statements[] = {
        "update snapshots.snapshot set title = 'Autre'",
        "update snapshots.snapshot set content = '{\"format\":1}', fingerprint = sha256('{\"format\":1}')",
        "update snapshots.snapshot set number = 9",
        "delete from snapshots.snapshot",
        "truncate snapshots.snapshot",
        "truncate snapshots.snapshot cascade"};
    for (const std::string& statement : statements) {
        // The superuser is above every right and every policy; the triggers hold all the same.
        EXPECT_EQ(refusal("maillage_admin", statement), raised) << statement;
        EXPECT_EQ(refusal("maillage_admin", "set session_replication_role = replica; " + statement), raised)
            << statement;
        EXPECT_EQ(refusal("maillage_app", statement), not_allowed) << statement;
    }
    EXPECT_EQ(refusal("maillage_owner", "truncate snapshots.snapshot"), raised);
    // To the owner the rows are hidden; where they were not, the triggers would refuse.
    EXPECT_EQ(
        refusal("maillage_owner",
                "alter table snapshots.snapshot no force row level security; delete from snapshots.snapshot"),
        raised);

    const auto kept = as(coordinator, [](db::Tx& tx) { return snapshot(tx, coordinator, 1); });
    EXPECT_EQ(kept->head.title, "Bilan");
}

TEST_F(A_snapshot, is_refused_by_the_database_with_another_fingerprint_or_a_number_of_its_own) {
    const auto insert = [](const std::string& number, const std::string& of) {
        return "insert into snapshots.snapshot (council_id, number, title, occasion, taken_at, taken_by, "
               "author, "
               "content, fingerprint) values (1, " +
               number + ", 'Faux', 'other', now(), 7, 'X', '{\"format\":1}', sha256('" + of + "'))";
    };
    EXPECT_EQ(refusal("maillage_admin", insert("1", "{}")), check_failed);
    ASSERT_EQ(refusal("maillage_admin", insert("41", R"({"format":1})")), "");
    const auto heads = as(coordinator, [](db::Tx& tx) { return snapshot_list(tx, coordinator); });
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_EQ(heads[0].number, 1) << "asked for 41";
    EXPECT_EQ(refusal("maillage_app", insert("1", R"({"format":1})")), not_allowed);
}

}  // namespace
}  // namespace maillage::snapshots
