#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/all_sql.hpp"
#include "platform/cluster/child.hpp"
#include "tests/support/database.hpp"

namespace maillage {
namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// pg_dump's text without what names a version, a session or the database.
std::string normalised(const std::string& dump) {
    std::string kept;
    std::istringstream lines(dump);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("--") || line.starts_with("SET ") || line.starts_with("\\") ||
            line.starts_with("SELECT pg_catalog.set_config") || (line.empty() && kept.ends_with("\n\n")))
            continue;
        kept += line + "\n";
    }
    return kept;
}

std::string dump_of(const test::TestDatabase& database) {
    const auto file = std::filesystem::temp_directory_path() / ("maillage-dump-" + std::to_string(getpid()));
    const pid_t child = platform::cluster::spawn(
        {.arguments = {"/usr/lib/postgresql/15/bin/pg_dump", "--schema-only", "--exclude-schema=public",
                       "--exclude-schema=maillage_meta", "-d", database.connection("maillage_admin")},
         .output = file});
    EXPECT_EQ(platform::cluster::wait_for(child), 0);
    const std::string dump = read(file);
    std::filesystem::remove(file);
    return normalised(dump);
}

// The committed dump is what a reviewer reads, and what the check of personal data compares with its list.
TEST(The_schema, of_the_migrations_is_the_one_of_db_schema_sql) {
    const std::filesystem::path committed = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "db/schema.sql";
    const test::TestDatabase database(app::all_migrations());
    const std::string migrated = dump_of(database);
    if (std::getenv("MAILLAGE_WRITE_SCHEMA") != nullptr) std::ofstream(committed) << migrated;
    EXPECT_EQ(read(committed), migrated) << "the migrations changed: ./dev db:dump, and read the difference";
}

}  // namespace
}  // namespace maillage
