#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "app/council_files.hpp"
#include "app/data_files.hpp"
#include "app/demo.hpp"
#include "domain/strategy/api.hpp"
#include "platform/crypto/random.hpp"
#include "tests/journeys/demo_town.hpp"
#include "tests/support/words.hpp"

// What an installation holds before anybody signed in: a real council, or the demonstration, whole or not at
// all.
namespace maillage {
namespace {

namespace db = platform::db;
namespace fs = std::filesystem;

constexpr db::Context application{.reach = db::Context::Reach::system};
constexpr std::string_view data = MAILLAGE_SOURCE_DIR "/data";

std::string all_actions(db::Tx& tx, territory::CouncilId council, foundation::Date today) {
    return strategy::export_json(tx, council, foundation::Instant(today.days()), today);
}

TEST(A_real_council, gets_the_actions_of_the_strategy_and_nothing_that_was_invented) {
    test::TownDatabase town;
    const auto today = *foundation::Date::create(2026, 11, 24);
    const std::string actions = town.database().pool().transaction(application, [&](db::Tx& tx) {
        app::load_what_is_known(tx, std::string(data),
                                {.slug = "laval", .name = "CLSPD de Laval", .kind = "clspd"});
        return all_actions(tx, territory::find_council(tx, "laval")->id, today);
    });
    EXPECT_NE(actions.find("\"AGG-2\""), actions.npos);
    EXPECT_EQ(actions.find("\"late\":true"), actions.npos);
    for (const std::string_view invented :
         {"\"fictional\":true", "\"state\":\"in_progress\"", "\"due\":\"20"})
        EXPECT_EQ(actions.find(invented), actions.npos) << invented;
    const bool demonstration = town.database().pool().transaction(application, territory::any_demonstration);
    EXPECT_FALSE(demonstration);
}

TEST(A_real_council, gets_the_parts_that_the_document_names_as_steps_without_their_invented_dates) {
    test::TownDatabase town;
    town.database().pool().transaction(application, [&](db::Tx& tx) {
        app::load_what_is_known(tx, std::string(data),
                                {.slug = "laval", .name = "CLSPD de Laval", .kind = "clspd"});
        const auto codes = [&](std::string_view what) {
            return tx.all(db::Sql{what, what}, [](db::Row& row) { return row.text(); });
        };
        EXPECT_EQ(codes("select code from strategy.step order by code"),
                  (std::vector<std::string>{"AGG-2a", "VUL-13a", "VUL-13b", "VUL-13c"}));
        EXPECT_TRUE(codes("select code from strategy.step "
                          "where due is not null or done_at is not null or weight <> 1")
                        .empty());
    });
}

TEST(A_real_council, gets_no_seat_and_no_organisation_that_is_supposed) {
    test::TownDatabase town;
    const auto count = [](db::Tx& tx, std::string_view what) {
        return tx.single(db::Sql{what, what}, [](db::Row& row) { return row.int8(); });
    };
    town.database().pool().transaction(application, [&](db::Tx& tx) {
        app::load_what_is_known(tx, std::string(data),
                                {.slug = "laval", .name = "CLSPD de Laval", .kind = "clspd"});
        EXPECT_EQ(count(tx, "select count(*) from governance.member where fictional"), 0);
        EXPECT_GT(count(tx, "select count(*) from governance.member"), 3);
        EXPECT_EQ(count(tx, "select count(*) from directory.organisation where note like 'Suppos%'"), 0);
        EXPECT_GT(count(tx, "select count(*) from directory.organisation"), 20);
        EXPECT_EQ(count(tx, "select count(*) from strategy.action_partner where supposed"), 0);
    });
}

TEST(A_council_without_data_files, is_made_with_the_thresholds_of_the_law_alone) {
    test::TownDatabase town;
    const auto council = town.database().pool().transaction(application, [&](db::Tx& tx) {
        app::load_what_is_known(tx, std::string(data),
                                {.slug = "chateau-gontier", .name = "CLSPD", .kind = "clspd"});
        const auto made = territory::find_council(tx, "chateau-gontier");
        EXPECT_TRUE(territory::communes(tx, made->id, *foundation::Date::create(2026, 11, 24)).empty());
        return made;
    });
    EXPECT_FALSE(council->demonstration);
}

TEST(A_council_made_without_files, loads_them_later_and_keeps_what_people_did_meanwhile) {
    test::TownDatabase town;
    const territory::NewCouncil laval{.slug = "laval", .name = "CLSPD de Laval", .kind = "clspd"};
    const auto count = [](db::Tx& tx, std::string_view what) {
        return tx.single(db::Sql{what, what}, [](db::Row& row) { return row.int8(); });
    };
    town.database().pool().transaction(application, [&](db::Tx& tx) {
        territory::save_council(tx, laval);
        app::load_council_files(tx, std::string(data), laval);
        EXPECT_GT(count(tx, "select count(*) from territory.commune"), 0);
        const auto seats = count(tx, "select count(*) from governance.member");
        EXPECT_GT(seats, 0);
        count(tx,
              "with ended as (update governance.member set until_day = current_date returning 1) "
              "select count(*) from ended");
        app::load_council_files(tx, std::string(data), laval);
        EXPECT_EQ(count(tx, "select count(*) from governance.member"), seats);
    });
}

TEST(Data_files_with_mistakes, are_told_all_at_once_with_their_file_and_line_and_nothing_is_made) {
    test::TownDatabase town;
    const fs::path broken = fs::temp_directory_path() / ("faulty-data-" + std::to_string(getpid()));
    fs::copy(data, broken, fs::copy_options::recursive);
    const fs::path own = broken / "councils/laval";
    std::ofstream(own / "strategy-radicalisation.toml") << "[[action]]\ncode = 7\n";
    std::ofstream(own / "strategy-vulnerable.toml") << "";
    std::ofstream(own / "bodies.toml") << "[[body]]\ncode = \"x\"\nnom = \"x\"\n";
    fs::remove(own / "organisations.toml");
    std::set<std::string> told;
    try {
        town.database().pool().transaction(application, [&](db::Tx& tx) {
            app::load_what_is_known(tx, broken.string(),
                                    {.slug = "laval", .name = "CLSPD de Laval", .kind = "clspd"});
        });
        ADD_FAILURE() << "the files were taken";
    } catch (const app::BadDataFiles& bad) {
        for (const auto& problem : bad.problems()) told.insert(sentence(test::english(), problem));
    }
    const std::string folder = own.string() + "/";
    for (const std::string& sentence :
         {folder + "strategy-radicalisation.toml: line 2: action.code is of another type than expected",
          folder + "strategy-vulnerable.toml: this file holds nothing",
          folder + "bodies.toml: line 3: body.nom is not a known key",
          folder + "organisations.toml: this file is missing or cannot be read"})
        EXPECT_TRUE(told.contains(sentence)) << sentence;
    EXPECT_TRUE(app::is_empty(town.database().pool()));
    fs::remove_all(broken);
}

TEST(A_territory_file, of_another_council_is_refused) {
    test::TownDatabase town;
    const fs::path other = fs::temp_directory_path() / ("other-data-" + std::to_string(getpid()));
    fs::copy(data, other, fs::copy_options::recursive);
    fs::rename(other / "councils/laval", other / "councils/angers");
    const auto load = [&] {
        town.database().pool().transaction(application, [&](db::Tx& tx) {
            app::load_what_is_known(tx, other.string(), {.slug = "angers", .name = "CLSPD", .kind = "clspd"});
        });
    };
    EXPECT_THROW(load(), app::BadDataFiles);
    fs::remove_all(other);
}

TEST(The_demonstration, that_cannot_be_loaded_to_its_end_leaves_an_empty_installation) {
    test::TownDatabase town;
    const fs::path broken = fs::temp_directory_path() / ("broken-data-" + std::to_string(getpid()));
    fs::copy(data, broken, fs::copy_options::recursive);
    std::ofstream(broken / "councils/laval/bodies.toml") << "[[body]]\ncode = 7\n";
    platform::crypto::PasswordHasher passwords({.cost = {.passes = 1, .memory_bytes = 8192}},
                                               platform::crypto::random_bytes);
    const auto load = [&](const fs::path& folder) {
        app::load_demo(town.database().pool(), passwords, folder.string(),
                       *foundation::Date::create(2026, 11, 24));
    };
    EXPECT_THROW(load(broken), std::runtime_error);
    EXPECT_TRUE(app::is_empty(town.database().pool()));
    load(data);
    EXPECT_FALSE(app::is_empty(town.database().pool()));
    fs::remove_all(broken);
}

}  // namespace
}  // namespace maillage
