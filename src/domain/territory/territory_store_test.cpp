#include "domain/territory/territory_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domain/audit/api.hpp"
#include "domain/territory/membership_store.hpp"
#include "domain/territory/sql.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::territory {
namespace {

namespace db = platform::db;
using test::application;
using test::member_of;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr foundation::Date day(int year, unsigned month, unsigned number) {
    return foundation::Date::from_days(std::chrono::year(year) / static_cast<int>(month) /
                                       static_cast<int>(number));
}

std::string data(const std::string& name) {
    std::ifstream file(std::string(MAILLAGE_SOURCE_DIR) + "/data/" + name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Laval, as the demonstration has it.
class Loaded {
 public:
    Loaded() : database_({platform::sql::migrations(), sql::migrations()}) {
        pool().transaction(application(), [&](db::Tx& tx) {
            id_ = save_council(tx, council_of_file(data("councils/laval/territory.toml")).value()).value;
        });
        pool().transaction(application(id_), [&](db::Tx& tx) {
            report = load(tx, council(), data("councils/laval/territory.toml")).value();
            load(tx, council(), data("law/local_councils.toml")).value();
        });
    }
    db::Pool& pool() { return database_.pool(); }
    CouncilId council() const { return CouncilId(id_); }
    template <class Work>
    auto as_member(Work&& work) {
        return pool().transaction(member_of(id_), std::forward<Work>(work));
    }
    LoadReport report;

 private:
    test::TestDatabase database_;
    std::int64_t id_ = 0;
};

TEST(The_territory_of_Laval, has_the_34_communes_of_the_agglomeration_Laval_first) {
    Loaded laval;
    const auto all =
        laval.as_member([&](db::Tx& tx) { return communes(tx, laval.council(), day(2026, 11, 24)); });

    ASSERT_THAT(all, SizeIs(34));
    EXPECT_EQ(all[0].code, "53130");
    EXPECT_EQ(all[0].standing, "member");
    EXPECT_EQ(all[0].qpv, PriorityNeighbourhood::present);
    std::int64_t population = 0;
    for (const Commune& commune : all) population += commune.population;
    EXPECT_EQ(population, 114'872);
}

TEST(The_territory_of_Laval, counts_priority_neighbourhoods_by_vintage) {
    Loaded laval;
    const auto total = [&](std::string_view zoning) {
        std::int64_t population = 0;
        for (const ZoneLine& line :
             laval.as_member([&](db::Tx& tx) { return zones_of(tx, laval.council(), zoning); }))
            population += line.zone.population.value_or(0);
        return population;
    };

    EXPECT_EQ(total("qpv-2015"), 6'283);
    EXPECT_EQ(total("qpv-2024"), 6'617);
}

TEST(The_zones_of_a_council, are_those_of_the_vintages_in_force_on_the_day) {
    Loaded laval;
    const auto zonings_on = [&](foundation::Date on) {
        std::vector<std::string> found;
        for (const Zone& zone : laval.as_member([&](db::Tx& tx) { return zones(tx, laval.council(), on); }))
            if (zone.kind == "qpv" && zone.key == "fourches") found.push_back(zone.zoning);
        return found;
    };

    EXPECT_THAT(zonings_on(day(2023, 12, 31)), ElementsAre("qpv-2015"));
    EXPECT_THAT(zonings_on(day(2024, 1, 1)), ElementsAre("qpv-2024"));
    EXPECT_THAT(zonings_on(day(2031, 1, 1)), IsEmpty());
}

TEST(The_law_file, gives_the_thresholds_that_the_rules_take) {
    Loaded laval;
    const auto law = laval.as_member(
        [&](db::Tx& tx) { return council_thresholds(thresholds(tx, laval.council(), day(2026, 11, 24))); });

    ASSERT_TRUE(law.has_value());
    EXPECT_EQ(law->council_above_inhabitants, 5'000);
    EXPECT_EQ(law->coordinator_above_inhabitants, 15'000);
    EXPECT_EQ(law->opposition_share, 0.5);
}

TEST(A_territory_file, can_be_loaded_again_without_doubles) {
    Loaded laval;
    const auto again = laval.pool().transaction(application(laval.council().value), [&](db::Tx& tx) {
        return load(tx, laval.council(), data("councils/laval/territory.toml"));
    });

    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->zones, laval.report.zones);
    EXPECT_THAT(laval.as_member([&](db::Tx& tx) { return zonings(tx, laval.council()); }), SizeIs(4));
}

TEST(A_territory_file, with_a_mistake_writes_nothing) {
    Loaded laval;
    const auto refused = laval.pool().transaction(application(laval.council().value), [&](db::Tx& tx) {
        return load(tx, laval.council(), "[[commune]]\ncode = \"99999\"\nname = \"X\"\npopulation = -1\n");
    });

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().at(0).key, "commune.population");
}

TEST(An_outline, that_is_not_in_France_or_has_no_area_is_refused) {
    for (const std::string_view outline :
         {"[1, 2, 3, 4, 5, 6]", "[419000, 6781000, 419100, 6781000]", "[419000]"}) {
        const auto refused = council_of_file(
            "[council]\nslug='x1'\nname='X'\nkind='clspd'\n[[commune]]\ncode='53130'\nname='L'\npopulation="
            "1\n"
            "[[zoning]]\ncode='q1'\nkind='qpv'\nname='Q'\nsource='s'\n[[zoning.zone]]\nkey='z1'\nname='Z'\n"
            "commune='53130'\noutline=" +
            std::string(outline) + "\n");
        ASSERT_FALSE(refused.has_value()) << outline;
        EXPECT_EQ(refused.error().at(0).key, "zoning.zone.outline");
    }
}

TEST(A_drawing_of_zones, has_one_path_a_zone_and_its_extent) {
    Loaded laval;
    const auto drawn = laval.as_member([&](db::Tx& tx) { return drawing(tx, laval.council(), "csp"); });

    ASSERT_THAT(drawn, SizeIs(4));
    for (const DrawnZone& zone : drawn) {
        EXPECT_TRUE(zone.path.starts_with("M")) << zone.path;
        EXPECT_LT(zone.left, zone.right);
        EXPECT_LT(zone.top, zone.bottom);
        EXPECT_GT(zone.label_x, zone.left);
        EXPECT_LT(zone.label_x, zone.right);
    }
}

TEST(A_member_of_another_council, sees_no_commune_and_writes_none) {
    Loaded laval;
    const std::int64_t other = laval.council().value + 1;

    EXPECT_THAT(
        laval.pool().transaction(member_of(other),
                                 [&](db::Tx& tx) { return communes(tx, laval.council(), day(2026, 1, 1)); }),
        IsEmpty());
    EXPECT_ANY_THROW(laval.pool().transaction(member_of(other), [&](db::Tx& tx) {
        return load(tx, laval.council(), data("law/local_councils.toml"));
    }));
}

TEST(A_name_that_no_source_proves, is_marked_and_the_others_are_not) {
    Loaded laval;
    std::vector<std::string> marked;
    for (const ZoneLine& line :
         laval.as_member([&](db::Tx& tx) { return zones_of(tx, laval.council(), "quartiers-schema"); }))
        if (line.to_verify) marked.push_back(line.zone.key);

    EXPECT_THAT(marked, testing::UnorderedElementsAre("centre", "avesnieres", "bourny", "grenoux"));
}

TEST(A_commune, is_attached_by_nobody_of_another_council) {
    Loaded laval;
    const Author stranger{.council = CouncilId(laval.council().value + 1), .account = 9};

    laval.pool().transaction(member_of(stranger.council.value), [&](db::Tx& tx) {
        const MembershipId first =
            memberships(tx, laval.council()).empty() ? MembershipId(1) : MembershipId(0);
        EXPECT_EQ(first, MembershipId(1));
        EXPECT_FALSE(end_membership(tx, stranger, first, day(2026, 11, 24)).has_value());
        EXPECT_EQ(attach_commune(
                      tx, stranger,
                      {.code = "53119", .standing = "associated", .source = "x", .since = day(2026, 1, 1)})
                      .error(),
                  MembershipRefusal::no_such_commune);
    });
}

}  // namespace
}  // namespace maillage::territory
