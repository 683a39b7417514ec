#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domain/audit/sql.hpp"
#include "domain/directory/api.hpp"
#include "domain/directory/sql.hpp"
#include "domain/documents/sql.hpp"
#include "domain/governance/body_rules.hpp"
#include "domain/governance/member_store.hpp"
#include "domain/governance/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/strategy/api.hpp"
#include "domain/strategy/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
using identity::Actor;
using identity::Role;
using testing::IsEmpty;
using testing::SizeIs;

std::string data(const std::string& name) {
    std::ifstream file(std::string(MAILLAGE_SOURCE_DIR) + "/data/councils/laval/" + name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

foundation::Date day(int year, unsigned month, unsigned number) {
    return foundation::Date::create(year, month, number).value();
}
const foundation::Date today = day(2026, 11, 24);

Actor actor_of(std::int64_t council, Role role) {
    Actor actor{.account = identity::AccountId(7), .council = territory::CouncilId(council)};
    actor.roles = {role};
    return actor;
}
const Actor coordinator = actor_of(1, Role::coordinator);
const Actor elected = actor_of(1, Role::elected);
const Actor administrator = actor_of(1, Role::administrator);
const Actor stranger = actor_of(2, Role::coordinator);

class A_body_of_the_council : public testing::Test {
 protected:
    A_body_of_the_council()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     identity::sql::migrations(), directory::sql::migrations(), documents::sql::migrations(),
                     strategy::sql::migrations(), sql::migrations()}) {
        load_laval();
    }

    void load_laval() {
        database_.pool().transaction(test::application(1), [&](db::Tx& tx) {
            const territory::CouncilId council(1);
            directory::load_organisations(tx, council, data("organisations.toml"),
                                          territory::Inventions::kept)
                .value();
            const std::vector<platform::toml::NamedText> strategy{{"strategy.toml", data("strategy.toml")}};
            strategy::import_files(tx, council, {.files = strategy}, foundation::Instant(today.days()), today)
                .value();
            report_ = load_bodies(tx, council, data("bodies.toml")).value();
        });
    }
    template <class Work>
    auto as(const Actor& actor, Work&& work) {
        return database_.pool().transaction(test::member_of(actor.council.value, actor.account.value),
                                            [&](db::Tx& tx) { return work(tx); });
    }
    std::vector<Body> all(const Actor& actor) {
        return as(actor, [&](db::Tx& tx) { return bodies(tx, actor, today); });
    }
    std::vector<Member> sitting(const Actor& actor, std::string_view code,
                                Members which = Members::of_today) {
        return as(actor, [&](db::Tx& tx) {
            const auto body = find_body(tx, actor, code, today);
            return body ? members(tx, actor, body->id, which, today) : std::vector<Member>();
        });
    }
    std::expected<MemberId, MemberRefusal> add(const Actor& actor, const NewMember& member) {
        return as(actor, [&](db::Tx& tx) { return add_member(tx, actor, "cddf", member, today); });
    }

    test::TestDatabase database_;
    LoadReport report_;
};

TEST_F(A_body_of_the_council, is_one_of_the_strategy_document_with_its_rhythm) {
    std::vector<Rhythm> rhythms;
    for (const Body& body : all(elected)) rhythms.push_back(body.rhythm);

    EXPECT_THAT(rhythms, SizeIs(12));
    EXPECT_EQ(expected_meetings_a_year(rhythms), 18);
    const auto plenary = as(elected, [&](db::Tx& tx) { return find_body(tx, elected, "plenary", today); });
    EXPECT_EQ(plenary.value().month, 2);
    EXPECT_EQ(plenary.value().legal_gap_months, 12);
}

TEST_F(A_body_of_the_council, is_loaded_again_without_doubles) {
    const std::size_t before = sitting(elected, "plenary").size();
    load_laval();

    EXPECT_EQ(report_.members, 0);
    EXPECT_EQ(sitting(elected, "plenary").size(), before);
}

TEST_F(A_body_of_the_council, is_read_by_no_administrator_and_by_no_other_council) {
    EXPECT_THAT(all(administrator), IsEmpty());
    EXPECT_THAT(all(stranger), IsEmpty());
    EXPECT_THAT(sitting(stranger, "plenary"), IsEmpty());
}

TEST_F(A_body_of_the_council, takes_a_member_once_from_the_directory_of_its_council) {
    const NewMember juge{
        .function = "Assistante sociale", .organisation_key = "ccas", .from = day(2026, 1, 1)};

    EXPECT_TRUE(add(coordinator, juge).has_value());
    EXPECT_EQ(add(coordinator, juge).error(), MemberRefusal::already_there);
    EXPECT_EQ(add(coordinator, {.function = "X", .organisation_key = "nowhere", .from = today}).error(),
              MemberRefusal::no_such_organisation);
    EXPECT_EQ(add(elected, {.function = "X", .from = today}).error(), MemberRefusal::not_found);
    EXPECT_EQ(add(stranger, {.function = "X", .from = today}).error(), MemberRefusal::not_found);
}

TEST_F(A_body_of_the_council, loses_a_member_and_takes_it_back) {
    const MemberId member = add(coordinator, {.function = "Deputy", .from = day(2026, 1, 1)}).value();
    const auto end = [&](const Actor& actor, std::string_view body, foundation::Date last) {
        return as(actor, [&](db::Tx& tx) { return end_member(tx, actor, body, member, last); });
    };

    EXPECT_FALSE(end(coordinator, "g1", today).has_value());
    EXPECT_FALSE(end(stranger, "cddf", today).has_value());
    EXPECT_FALSE(end(coordinator, "cddf", day(2025, 12, 31)).has_value());
    EXPECT_TRUE(end(coordinator, "cddf", today.plus_days(-1)).has_value());
    EXPECT_THAT(sitting(elected, "cddf"), IsEmpty());
    EXPECT_THAT(sitting(elected, "cddf", Members::of_all_time), SizeIs(1));
    EXPECT_TRUE(as(coordinator, [&](db::Tx& tx) {
                    return reinstate_member(tx, coordinator, "cddf", member);
                }).has_value());
    EXPECT_THAT(sitting(elected, "cddf"), SizeIs(1));
}

TEST_F(A_body_of_the_council, is_refused_whole_when_its_file_has_a_mistake) {
    const auto refused = database_.pool().transaction(test::application(1), [&](db::Tx& tx) {
        return load_bodies(
            tx, territory::CouncilId(1),
            "[[body]]\ncode='x'\nkind='senate'\nname='X'\nname_en='X'\nrhythm='daily'\nsource='s'\n"
            "month=13\n");
    });
    const auto stranger_in = database_.pool().transaction(test::application(1), [&](db::Tx& tx) {
        return load_bodies(
            tx, territory::CouncilId(1),
            "[[body]]\ncode='y'\nkind='cddf'\nname='Y'\nname_en='Y'\nrhythm='yearly'\nsource='s'\n"
            "[[body.member]]\nfunction='F'\norganisation='nowhere'\nfrom=2026-01-01\n");
    });

    EXPECT_THAT(refused.error(), SizeIs(3));
    const auto groupless = database_.pool().transaction(test::application(1), [&](db::Tx& tx) {
        return load_bodies(
            tx, territory::CouncilId(1),
            "[[body]]\ncode='z'\nkind='cddf'\nname='Z'\nname_en='Z'\nrhythm='yearly'\nsource='s'\n"
            "strategy_group='G9'\n");
    });

    EXPECT_THAT(stranger_in.error(), SizeIs(1));
    EXPECT_THAT(groupless.error(), SizeIs(1));
    EXPECT_THAT(all(elected), SizeIs(12));
}

}  // namespace
}  // namespace maillage::governance
