#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "platform/db/connection.hpp"
#include "tests/abuse/town.hpp"

// A partner tries to find a small count of facts: on every page, in every twin, in a snapshot, by subtracting
// what is shown. Two towns that differ by such counts alone look the same to them, byte for byte.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpClient;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using Counts = std::vector<std::pair<const char*, const char*>>;
// The year and its quarters: T2 is small. The year goes with it, and T4, which the year may have been read
// without.
const Counts in_one_town{{"2023", "4"},     {"2024", "93"},    {"2024-T1", "40"}, {"2024-T2", "3"},
                         {"2024-T3", "30"}, {"2024-T4", "20"}, {"2025", "3"}};
const Counts in_another{{"2023", "2"}, {"2024-T2", "2"}, {"2024-T4", "21"}, {"2025", "1"}};

constexpr std::string_view indicator = "/laval/indicators/avip";

void enter(HttpClient& coordinator, const Counts& counts) {
    const std::string page(indicator);
    for (const auto& [period, value] : counts) {
        test::submit(coordinator, page, page + "/figures/withdrawal", {{"period", period}});
        const auto entered =
            test::submit(coordinator, page, page + "/figures", {{"period", period}, {"value", value}});
        ASSERT_EQ(entered.status, 200) << period;
    }
}

// Without the tokens of its forms, which are never the same twice.
std::string seen(HttpClient& reader, const std::string& path) {
    const auto answer = reader.get(path);
    EXPECT_EQ(answer.status, 200) << path;
    std::string page = answer.body;
    for (const std::string_view token : {"name=\"key\" value=\"", "name=\"csrf\" value=\""})
        for (std::size_t at = page.find(token); at != std::string::npos; at = page.find(token, at)) {
            at += token.size();
            page.erase(at, page.find('"', at) - at);
        }
    return page;
}

std::map<std::string, std::string> all_pages(HttpClient& reader) {
    std::map<std::string, std::string> pages;
    for (const char* path : {"/dashboard", "/dashboard.json", "/indicators/avip", "/indicators/avip.json",
                             "/key-figures", "/key-figures.json", "/slides.json", "/slides?slide=2",
                             "/slides?slide=3", "/slides?slide=4", "/slides?slide=all", "/final-review",
                             "/final-review.json", "/search?q=avip", "/today", "/indicators/missing"})
        pages[path] = seen(reader, "/laval" + std::string(path));
    return pages;
}

// From its first group on: what stands before is its number and its moment.
std::string groups_of(HttpClient& reader, const std::string& snapshot) {
    const std::string twin = seen(reader, "/laval/snapshots/" + snapshot + ".json");
    const std::size_t groups = twin.find("\"groups\"");
    EXPECT_NE(groups, std::string::npos);
    return twin.substr(std::min(groups, twin.size()));
}

void freeze(HttpClient& coordinator) {
    const std::string page = "/laval/snapshots/new";
    test::submit(coordinator, page, "/laval/snapshots",
                 {{"title", "Essai"},
                  {"occasion", "other"},
                  {"seen", test::hidden(coordinator.get(page).body, "seen")}});
}

TEST(A_partner, finds_no_small_count_on_any_page_nor_by_subtraction) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination"), partner = laval.signed_in("mediation");
    enter(coordinator, in_one_town);
    freeze(coordinator);
    const auto before = all_pages(partner);
    enter(coordinator, in_another);
    const auto after = all_pages(partner);
    freeze(coordinator);
    for (const auto& [path, page] : before) EXPECT_EQ(page, after.at(path)) << path;
    EXPECT_EQ(groups_of(partner, "1"), groups_of(partner, "2"));

    const std::string twin = before.at("/indicators/avip.json");
    EXPECT_THAT(twin,
                AllOf(HasSubstr("\"withheld\":\"small\""), HasSubstr("\"withheld\":\"gives_away\""),
                      HasSubstr("\"value\":30"), HasSubstr("\"value\":40"), Not(HasSubstr("\"value\":93"))));
    EXPECT_THAT(before.at("/indicators/avip"),
                AllOf(HasSubstr("moins de 5"), HasSubstr("non diffusé"), HasSubstr("Pour les partenaires")));
    // The fingerprint of what they know but for a few counts would prove a guess.
    for (const char* path : {"/laval/snapshots.json", "/laval/snapshots/1.json"})
        EXPECT_THAT(seen(partner, path), HasSubstr("\"fingerprint\":\"\"")) << path;
    EXPECT_THAT(seen(partner, "/laval/snapshots/1"),
                AllOf(HasSubstr("moins de 5"), HasSubstr("Pour les partenaires"), Not(HasSubstr("<code>"))));
    EXPECT_THAT(seen(partner, "/laval/snapshots/comparison"),
                AllOf(HasSubstr("pas donné à tous les lecteurs"), Not(HasSubstr("corrigé"))));
}

TEST(Small_counts, are_exact_for_the_coordinator_the_elected_the_state_and_the_police) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination");
    enter(coordinator, in_one_town);
    for (const char* who : {"coordination", "elue", "prefecture", "parquet", "police-municipale"}) {
        HttpClient reader = laval.signed_in(who);
        EXPECT_THAT(
            seen(reader, std::string(indicator) + ".json"),
            AllOf(HasSubstr("\"value\":4,"), HasSubstr("\"value\":20,"), Not(HasSubstr("gives_away"))))
            << who;
    }
}

TEST(An_organisation, reads_the_small_counts_that_it_gives_itself) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination"), social = laval.signed_in("social"),
               partner = laval.signed_in("mediation");
    const std::string own = "/laval/indicators/g2-mises-a-l-abri";
    test::submit(coordinator, own, own + "/figures",
                 {{"period", "2025-09/2025-12"}, {"value", "3"}, {"of", "40"}});
    EXPECT_THAT(seen(social, own + ".json"), HasSubstr("\"value\":3,"));
    EXPECT_THAT(seen(partner, own + ".json"),
                AllOf(HasSubstr("\"withheld\":\"small\""), Not(HasSubstr("\"value\":3,"))));
    EXPECT_THAT(seen(social, "/laval/dashboard/G2"), Not(HasSubstr("moins de 5")));
    EXPECT_THAT(seen(partner, "/laval/dashboard/G2"), HasSubstr("moins de 5"));
}

// They are asked the same page as their colleague, who reads the counts that they enter.
TEST(An_organisation, keeps_its_small_counts_from_one_of_its_own_who_enters_none) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination"), social = laval.signed_in("social");
    platform::db::Connection(laval.database().connection("maillage_admin"))
        .command(
            "update identity.mandate set organisation_id = (select m.organisation_id from identity.mandate m "
            "join identity.account a on a.id = m.account_id where a.email = 'social@laval.example') "
            "where account_id = (select id from identity.account where email = 'dpo@laval.example')");
    const std::string own = "/laval/indicators/g2-mises-a-l-abri";
    test::submit(coordinator, own, own + "/figures",
                 {{"period", "2025-09/2025-12"}, {"value", "3"}, {"of", "40"}});
    EXPECT_THAT(seen(social, "/laval/dashboard"), Not(HasSubstr("moins de 5")));
    HttpClient colleague = laval.signed_in("dpo");
    EXPECT_THAT(seen(colleague, "/laval/dashboard"), HasSubstr("moins de 5"));
}

TEST(The_threshold_of_small_counts, is_the_councils_own) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination"), partner = laval.signed_in("mediation");
    enter(coordinator, {{"2025", "7"}});
    EXPECT_THAT(seen(partner, std::string(indicator)), Not(HasSubstr("moins de 11")));
    platform::db::Connection(laval.database().connection("maillage_admin"))
        .command("update territory.legal_threshold set value = 11 where name = 'small_count_partners'");
    EXPECT_THAT(seen(partner, std::string(indicator)), HasSubstr("moins de 11"));
    EXPECT_THAT(seen(partner, "/laval/dashboard"), HasSubstr("moins de 11"));
}

}  // namespace
}  // namespace maillage
