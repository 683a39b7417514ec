#include "domain/final_review/text_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "domain/audit/sql.hpp"
#include "domain/final_review/api.hpp"
#include "domain/final_review/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::final_review {
namespace {

namespace db = platform::db;
using identity::Actor;
using identity::Role;
using testing::IsEmpty;
using testing::SizeIs;

const foundation::Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)};

Actor actor_of(Role role, std::int64_t account) {
    Actor actor{.account = identity::AccountId(account), .council = territory::CouncilId(1)};
    actor.roles = {role};
    return actor;
}
const Actor camille = actor_of(Role::coordinator, 7), alix = actor_of(Role::coordinator, 8),
            elected = actor_of(Role::elected, 9), administrator = actor_of(Role::administrator, 10);

class A_text_of_the_review : public testing::Test {
 protected:
    A_text_of_the_review()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     identity::sql::migrations(), sql::migrations()}) {
        database_.pool().transaction(test::application(1), [](db::Tx& tx) {
            territory::save_council(tx, {.slug = "laval", .name = "Laval", .kind = "clspd"});
        });
    }
    template <class Work>
    auto as(const Actor& actor, Work&& work) {
        return database_.pool().transaction(actor.context(), std::forward<Work>(work));
    }
    std::optional<Kept> write(const Actor& actor, std::string_view body, std::int64_t seen) {
        return as(actor, [&](db::Tx& tx) {
            return keep_text(tx, actor, {.part = "OBJ-1", .body = body, .seen = seen}, now);
        });
    }
    std::vector<Text> read(const Actor& actor) {
        return as(actor, [&](db::Tx& tx) { return texts_of(tx, actor, "OBJ-1"); });
    }
    std::optional<Draft> draft(const Actor& actor) {
        return as(actor, [&](db::Tx& tx) { return find_draft(tx, actor, "OBJ-1"); });
    }
    void type(const Actor& actor, std::string_view body) {
        as(actor,
           [&](db::Tx& tx) { save_draft(tx, actor, {.part = "OBJ-1", .body = body, .seen = 0}, now); });
    }

    test::TestDatabase database_;
};

TEST_F(A_text_of_the_review, that_changes_gets_a_version_more_and_keeps_the_ones_before) {
    EXPECT_TRUE(write(camille, "Un", 0)->written);
    EXPECT_TRUE(write(alix, "Deux", 1)->written);

    const auto texts = read(elected);
    ASSERT_THAT(texts, SizeIs(2));
    EXPECT_EQ(latest_of(texts)->body, "Deux");
    EXPECT_EQ(version_of(texts, 1)->body, "Un");
    EXPECT_EQ(as(elected, [](db::Tx& tx) { return latest_texts(tx, elected); }).at("OBJ-1").version, 2);
}

TEST_F(A_text_of_the_review, written_over_one_that_is_no_longer_the_last_is_set_aside_for_its_writers) {
    write(camille, "Un", 0);

    const auto kept = write(alix, "Autre", 0);

    EXPECT_FALSE(kept->written);
    const auto texts = read(alix);
    ASSERT_NE(text_of(texts, kept->id), nullptr);
    EXPECT_EQ(text_of(texts, kept->id)->body, "Autre");
    EXPECT_FALSE(text_of(texts, kept->id)->version);
    EXPECT_EQ(latest_of(texts)->body, "Un");
    EXPECT_THAT(read(elected), SizeIs(1));
}

TEST_F(A_text_of_the_review, written_by_six_at_the_same_moment_is_one_version_and_five_set_aside) {
    std::vector<std::future<bool>> writing;
    for (int i = 0; i < 6; ++i)
        writing.push_back(std::async(std::launch::async, [this, i] {
            return write(camille, "Texte " + std::to_string(i), 0)->written;
        }));
    int written = 0;
    for (auto& one : writing) written += one.get() ? 1 : 0;

    EXPECT_EQ(written, 1);
    EXPECT_THAT(read(camille), SizeIs(6));
}

TEST_F(A_text_of_the_review, is_written_by_the_coordinator_alone_and_read_by_who_reads_the_indicators) {
    EXPECT_FALSE(write(elected, "Un", 0));
    write(camille, "Un", 0);

    EXPECT_THAT(read(elected), SizeIs(1));
    EXPECT_THAT(read(administrator), IsEmpty());
    EXPECT_THAT(as(administrator, [](db::Tx& tx) { return latest_texts(tx, administrator); }), IsEmpty());
}

TEST_F(A_text_of_the_review, is_never_changed_nor_deleted_by_the_application) {
    write(camille, "Un", 0);
    for (const char* statement :
         {"update final_review.text set body = 'Autre'", "delete from final_review.text"}) {
        db::Connection connection(database_.connection("maillage_app"));
        EXPECT_THROW(connection.command(statement), db::StatementFailed) << statement;
    }
}

TEST_F(A_text_of_the_review, as_it_is_typed_is_its_author_s_alone_until_it_is_sent) {
    type(camille, "À finir");
    type(camille, "À finir demain");

    EXPECT_EQ(draft(camille)->body, "À finir demain");
    EXPECT_FALSE(draft(alix));
    type(elected, "Rien");
    EXPECT_FALSE(draft(elected));
    write(camille, "Fini", 0);
    EXPECT_FALSE(draft(camille));
}

TEST_F(A_text_of_the_review, as_it_is_typed_is_destroyed_a_month_after_the_last_key) {
    type(camille, "Oublié");

    purge(database_.pool(), now + std::chrono::days(draft_days - 1));
    EXPECT_TRUE(draft(camille));
    purge(database_.pool(), now + std::chrono::days(draft_days + 1));
    EXPECT_FALSE(draft(camille));
}

}  // namespace
}  // namespace maillage::final_review
