#include "domain/identity/charter_rules.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace maillage::identity {
namespace {

using Versions = std::vector<CharterVersion>;

foundation::Date day(std::string_view iso) { return foundation::Date::parse_iso(iso).value(); }

std::int64_t in_force(const Versions& versions, std::string_view today) {
    const CharterVersion* const found = charter_in_force(versions, day(today));
    return found == nullptr ? 0 : found->version;
}

std::int64_t to_come(const Versions& versions, std::string_view today) {
    const CharterVersion* const found = charter_to_come(versions, day(today));
    return found == nullptr ? 0 : found->version;
}

TEST(A_charter, suspends_nobody_before_its_first_day_and_whoever_has_not_signed_from_then_on) {
    Versions versions{{.version = 1, .from = day("2026-12-01")}};
    EXPECT_TRUE(signed_the_charter({}, day("2026-12-01")));
    EXPECT_TRUE(signed_the_charter(versions, day("2026-11-30")));
    EXPECT_FALSE(signed_the_charter(versions, day("2026-12-01")));
    EXPECT_FALSE(signed_the_charter(versions, day("2031-01-01")));
    versions[0].signed_by_self = true;
    EXPECT_TRUE(signed_the_charter(versions, day("2026-12-01")));
}

TEST(A_charter, is_signed_anew_from_the_first_day_of_its_next_version) {
    Versions versions{{.version = 1, .from = day("2026-01-01"), .signed_by_self = true},
                      {.version = 2, .from = day("2026-12-01")}};
    EXPECT_TRUE(signed_the_charter(versions, day("2026-11-30")));
    EXPECT_FALSE(signed_the_charter(versions, day("2026-12-01")))
        << "the old signature is under the old text";
    versions[1].signed_by_self = true;
    EXPECT_TRUE(signed_the_charter(versions, day("2026-12-01")));
    versions[1].signed_by_self = false;
    EXPECT_FALSE(signed_the_charter(versions, day("2026-12-02"))) << "withdrawn";
}

TEST(A_charter, is_known_before_it_holds) {
    const Versions versions{{.version = 1, .from = day("2026-01-01")},
                            {.version = 2, .from = day("2026-12-01")},
                            {.version = 3, .from = day("2026-12-10")}};
    EXPECT_EQ(in_force(versions, "2025-12-31"), 0);
    EXPECT_EQ(to_come(versions, "2025-12-31"), 1);
    EXPECT_EQ(in_force(versions, "2026-11-30"), 1);
    EXPECT_EQ(to_come(versions, "2026-11-30"), 2);
    EXPECT_EQ(in_force(versions, "2026-12-10"), 3);
    EXPECT_EQ(to_come(versions, "2026-12-10"), 0);
}

// A mistake in a planned version is mended by one above it.
TEST(A_planned_version, gives_way_to_a_higher_one_that_begins_before_it_or_with_it) {
    const Versions sooner{{.version = 2, .from = day("2026-12-10")},
                          {.version = 3, .from = day("2026-12-01")}};
    EXPECT_EQ(to_come(sooner, "2026-11-30"), 3);
    EXPECT_EQ(in_force(sooner, "2026-12-10"), 3);
    EXPECT_EQ(to_come(sooner, "2026-12-02"), 0);
    const Versions together{{.version = 2, .from = day("2026-12-10")},
                            {.version = 3, .from = day("2026-12-10")}};
    EXPECT_EQ(to_come(together, "2026-11-30"), 3);
    EXPECT_EQ(in_force(together, "2026-12-10"), 3);
}

}  // namespace
}  // namespace maillage::identity
