#include "app/installation_checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "app/all_sql.hpp"
#include "app/check_command.hpp"
#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "platform/db/connection.hpp"
#include "tests/support/database.hpp"
#include "tests/support/words.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
namespace fs = std::filesystem;
using std::chrono::seconds;

class Checked : public testing::Test {
 protected:
    // As an administrator who makes a mistake, without coming back to it.
    std::string after(const std::string& mistake, std::string (*check)(db::Tx&)) {
        db::Connection connection(database_.connection("maillage_admin"));
        connection.command("begin");
        db::Tx tx(connection);
        if (!mistake.empty()) connection.command(mistake);
        return check(tx);
    }
    test::TestDatabase database_{all_migrations()};
};

TEST_F(Checked, finds_the_roles_with_too_much_power) {
    EXPECT_EQ(after("", roles_out_of_order), "");
    EXPECT_EQ(after("alter role maillage_app bypassrls", roles_out_of_order), "maillage_app");
}

TEST_F(Checked, finds_the_tables_and_views_without_a_guard) {
    EXPECT_EQ(after("", rows_out_of_guard), "");
    EXPECT_EQ(after("alter table identity.account no force row level security", rows_out_of_guard),
              "identity.account");
    EXPECT_EQ(after("alter view identity_api.account reset (security_invoker)", rows_out_of_guard),
              "identity_api.account");
}

TEST_F(Checked, finds_the_migrations_that_are_missing_or_were_edited) {
    db::Connection owner(database_.connection("maillage_owner"));
    EXPECT_EQ(migrations_to_run(db::migration_state(owner, all_migrations())), "");
    std::vector<db::Migration> others{{.slice = "x", .stem = "20990101-0000-new", .text = "select 1"},
                                      all_migrations().front()};
    others.back().text = "select 2";
    EXPECT_EQ(migrations_to_run(db::migration_state(owner, others)),
              "20990101-0000-new, " + std::string(others.back().stem));
}

TEST(A_disk, is_too_full_under_a_gibibyte_or_a_twentieth) {
    constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30U;
    EXPECT_EQ(too_full({.free_bytes = 2 * gibibyte, .all_bytes = 20 * gibibyte}), "");
    EXPECT_EQ(too_full({.free_bytes = gibibyte / 2, .all_bytes = gibibyte}), "512 MiB");
    EXPECT_EQ(too_full({.free_bytes = 2 * gibibyte, .all_bytes = 100 * gibibyte}), "2048 MiB");
}

TEST(A_clock, is_wrong_when_it_differs_from_the_server_or_went_back) {
    const foundation::Instant now{};
    EXPECT_EQ(wrong_clock({.own = now, .server = now + seconds(5), .last_migration = now}), "");
    EXPECT_EQ(wrong_clock({.own = now, .server = now + seconds(9), .last_migration = {}}), "-9 s");
    EXPECT_EQ(wrong_clock({.own = now, .server = now, .last_migration = now + seconds(60)}), "-60 s");
}

TEST(A_secret, is_readable_by_its_owner_alone) {
    const fs::path file = fs::temp_directory_path() / ("check-secret-" + std::to_string(getpid()));
    std::ofstream(file) << std::string(64, 'k');
    fs::permissions(file, fs::perms(0600));
    EXPECT_EQ(open_secrets({file.string()}), "");
    EXPECT_EQ(writable_by_others({file}), "");
    fs::permissions(file, fs::perms(0620));
    EXPECT_EQ(open_secrets({file.string()}), file.string());
    EXPECT_EQ(writable_by_others({file}), file.string());
    fs::remove(file);
}

TEST(A_finding, says_what_was_found_and_what_to_do) {
    const auto& words = test::catalogues().of(platform::i18n::Language::en);
    EXPECT_EQ(line_of(words, {Check::disk, ""}), "ok    Disk");
    EXPECT_THAT(line_of(words, {Check::disk, "312 MiB"}),
                testing::AllOf(testing::StartsWith("NO    Disk"), testing::HasSubstr("312 MiB"),
                               testing::HasSubstr("make room")));
}

TEST(An_installation, of_its_own_is_checked_from_its_files_to_its_clock) {
    const fs::path folder = fs::temp_directory_path() / ("checked-" + std::to_string(getpid()));
    fs::create_directories(folder / "var");
    for (const fs::path& path : {folder, folder / "var"}) fs::permissions(path, fs::perms(0755));
    platform::config::Configuration configuration = platform::config::default_configuration();
    configuration.cluster.folder = folder / "var/cluster";
    configuration.context.key_file = folder / "var/context.key";
    configuration.data.folder = MAILLAGE_SOURCE_DIR "/data";
    configuration.help.folder = MAILLAGE_SOURCE_DIR "/docs/aide";
    configuration.locales.folder = MAILLAGE_LOCALES;
    configuration.assets.folder = folder;
    const auto now = [] {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    };
    const auto found = [&] {
        std::map<Check, std::string> wrong;
        for (const Finding& finding : check_installation(configuration, all_migrations(), now()))
            if (!finding.wrong.empty()) wrong[finding.check] = finding.wrong;
        return wrong;
    };
    EXPECT_TRUE(found().contains(Check::database)) << "nothing has been migrated yet";
    ASSERT_EQ(run_migrate(installation_of(configuration), all_migrations(), [](std::string_view) {}), 0);
    EXPECT_THAT(found(), testing::ElementsAre(testing::Key(Check::folders))) << "the assets are not there";
    fs::remove_all(folder);
}

}  // namespace
}  // namespace maillage::app
