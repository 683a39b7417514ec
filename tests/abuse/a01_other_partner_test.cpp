#include <gtest/gtest.h>

#include "tests/abuse/town.hpp"

// A1, between partners: whoever gives the figures of one organisation tries to write those of another. They
// read that there is no such thing, and nothing is written.
namespace maillage {
namespace {

using test::AttackedTown;
using test::HttpClient;

TEST(A_partner, writes_no_figure_and_no_comment_of_another_organisation) {
    AttackedTown town;
    HttpClient police = town.laval().signed_in("police-municipale");
    const std::string absent = told(police.get("/laval/indicators/nobody-counts-it")),
                      other = "/laval/indicators/g3-heures-de-mediation", csrf = test::csrf_of(police),
                      before = town.rows();
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

}  // namespace
}  // namespace maillage
