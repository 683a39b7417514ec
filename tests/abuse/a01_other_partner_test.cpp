#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"

// A1, between partners: whoever gives the figures of one organisation tries to write those of another. They
// read that there is no such thing, and nothing is written.
namespace maillage {
namespace {

using test::AttackedTown;
using test::HttpAnswer;
using test::HttpClient;

constexpr std::string_view of_gleam = "/laval/indicators/g3-heures-de-mediation",
                           grid = "/laval/dashboard/G3/entry";

std::string figures(AttackedTown& town) {
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    return test::asked(
        admin,
        "select count(*) || ' ' || md5(string_agg(f::text, ',' order by f::text)) from indicators.figure f");
}

TEST(A_partner, writes_no_figure_and_no_comment_of_another_organisation) {
    AttackedTown town;
    HttpClient police = town.laval().signed_in("police-municipale");
    const std::string absent = told(police.get("/laval/indicators/nobody-counts-it")), other(of_gleam),
                      csrf = test::csrf_of(police), before = town.rows();
    int number = 0;
    const auto post = [&](const std::string& path, test::Pairs fields) {
        fields.emplace_back("csrf", csrf);
        fields.emplace_back("key", "0123456789abcdef0123456789abcd" + std::to_string(10 + number++));
        return told(police.post(path, fields, test::Redirects::stop));
    };
    EXPECT_EQ(post(other + "/figures", {{"period", "2024"}, {"value", "1"}}), absent);
    EXPECT_EQ(post(other + "/figures/withdrawal", {{"period", "2024"}}), absent);
    EXPECT_EQ(post(other + "/figures/restoration", {{"period", "2024"}}), absent);
    EXPECT_EQ(post(other + "/comments", {{"comment_text", "Non"}}), absent);
    EXPECT_EQ(post(other + "/comments/1", {{"comment-1", "Non"}, {"version", "1"}}), absent);
    EXPECT_EQ(post(other + "/comments/1/removal", {{"why-1", "Non"}}), absent);
    EXPECT_EQ(told(police.get("/laval/dashboard/G1/entry")), absent) << "a group without a figure of theirs";
    // The grid of the group is theirs for one row: the cells of another row are no cells.
    post("/laval/dashboard/G3/entry", {{"v-g3-heures-de-mediation_2026-05_2026-08", "1"}});
    EXPECT_EQ(town.rows(), before);
}

// Neither by the line of a pasted table, nor by the correction that turns one's own line into another's.
TEST(A_partner, writes_no_figure_of_another_organisation_through_a_table) {
    AttackedTown town;
    HttpClient police = town.laval().signed_in("police-municipale");
    const std::string before = figures(town);
    for (const char* line : {"g3-heures-de-mediation\t1", "nobody-counts-it\t1"}) {
        const HttpAnswer preview = test::submit(police, std::string(grid), std::string(grid) + "/tables",
                                                {{"pasted", "code\t2026-05/2026-08\n" + std::string(line)}});
        ASSERT_EQ(preview.status, 200);
        EXPECT_THAT(preview.body, testing::HasSubstr("row-"));
        EXPECT_EQ(test::submit(police, preview.path, preview.path + "/confirmation",
                               {{"row-2", "g3-heures-de-mediation"}, {"unit-2", "1"}, {"mine-2", "1"}})
                      .status,
                  422)
            << line;
    }
    EXPECT_EQ(figures(town), before);
}

// Who sits for one organisation and gives the figures of another.
TEST(An_elected_person_who_mediates_elsewhere, gives_figures_where_they_mediate_alone) {
    AttackedTown town;
    platform::db::Connection(town.laval().database().connection("maillage_admin"))
        .command(
            "insert into identity.mandate (council_id, account_id, role, organisation_id, from_day, "
            "confirmed_at) "
            "select a.council_id, a.id, 'elected', o.id, '2026-01-01', now() "
            "from identity.account a join directory.organisation o on o.council_id = a.council_id "
            "where a.email = 'mediation@laval.example' and o.key <> 'gleam'");
    HttpClient person = town.laval().signed_in("mediation");
    const std::string other = "/laval/indicators/g3-rencontres-population", csrf = test::csrf_of(person),
                      before = figures(town);
    const auto give = [&](const std::string& indicator, const std::string& key) {
        return person.post(indicator + "/figures",
                           {{"period", "2026-05/2026-08"}, {"value", "12"}, {"csrf", csrf}, {"key", key}},
                           test::Redirects::stop);
    };
    EXPECT_EQ(give(other, "0123456789abcdef0123456789abcd10").status, 404);
    EXPECT_EQ(figures(town), before);
    EXPECT_EQ(give(std::string(of_gleam), "0123456789abcdef0123456789abcd11").status, 303);
    EXPECT_NE(figures(town), before);
}

}  // namespace
}  // namespace maillage
