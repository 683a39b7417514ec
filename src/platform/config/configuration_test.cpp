#include "platform/config/configuration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace maillage::platform::config {
namespace {

std::optional<std::string> empty_environment(const std::string&) { return std::nullopt; }

std::expected<Configuration, std::vector<Problem>> read(std::string_view toml) {
    return read_configuration(toml, empty_environment);
}

Problem only_problem(std::string_view toml) {
    const auto read_back = read(toml);
    if (read_back || read_back.error().size() != 1)
        return {.kind = {}, .key = "not one problem", .line = 0, .detail = {}};
    return read_back.error().front();
}

TEST(A_configuration, that_says_nothing_has_every_default) {
    const auto configuration = read("");

    ASSERT_TRUE(configuration);
    EXPECT_EQ(configuration->sites.agents.port, 8080);
    EXPECT_EQ(configuration->sites.public_.port, 8081);
    EXPECT_THAT(configuration->sites.agents.hosts, testing::ElementsAre("127.0.0.1", "localhost"));
    EXPECT_EQ(configuration->session.idle_minutes, 15);
    EXPECT_EQ(configuration->session.absolute_hours, 8);
    EXPECT_EQ(configuration->log.level, "info");
    EXPECT_EQ(configuration->time_zone, "Europe/Paris");
}

TEST(A_configuration, takes_what_the_file_says) {
    const auto configuration = read(R"(
time_zone = "Indian/Reunion"
tls.behind_proxy = true
[sites.agents]
unix_socket = "/run/maillage/agents.sock"
hosts = ["clspd.exemple.fr"]
[sites.public]
port = 9000
[jobs]
workers = 4
)");

    ASSERT_TRUE(configuration);
    EXPECT_EQ(configuration->time_zone, "Indian/Reunion");
    EXPECT_TRUE(configuration->tls.behind_proxy);
    EXPECT_EQ(configuration->sites.agents.unix_socket, "/run/maillage/agents.sock");
    EXPECT_THAT(configuration->sites.agents.hosts, testing::ElementsAre("clspd.exemple.fr"));
    EXPECT_EQ(configuration->sites.public_.port, 9000);
    EXPECT_EQ(configuration->jobs.workers, 4);
}

TEST(A_configuration, with_an_unknown_key_is_refused_with_its_line_and_the_likely_key) {
    const Problem problem = only_problem("[sites.agents]\naddress = \"127.0.0.1\"\nprot = 80\n");

    EXPECT_EQ(problem.kind, Problem::Kind::unknown_key);
    EXPECT_EQ(problem.key, "sites.agents.prot");
    EXPECT_EQ(problem.line, 3U);
    EXPECT_EQ(problem.detail, "sites.agents.port");
    EXPECT_EQ(sentence(problem, i18n::Language::en),
              "line 3: no key is called 'sites.agents.prot': write 'sites.agents.port', or remove it");
    EXPECT_THAT(sentence(problem, i18n::Language::fr), testing::HasSubstr("écrivez « sites.agents.port »"));
}

TEST(A_configuration, with_a_key_like_no_other_points_at_the_reference) {
    const Problem problem = only_problem("frobnicate = 1");

    EXPECT_EQ(problem.kind, Problem::Kind::unknown_key);
    EXPECT_EQ(problem.detail, "");
    EXPECT_THAT(sentence(problem, i18n::Language::en), testing::HasSubstr("docs/reference/configuration.md"));
}

TEST(A_configuration, with_a_wrong_type_is_refused) {
    EXPECT_EQ(only_problem("sites.agents.port = \"80\"").kind, Problem::Kind::wrong_type);
    EXPECT_EQ(only_problem("sites.agents.port = 80.0").kind, Problem::Kind::wrong_type);
    EXPECT_EQ(only_problem("sites.agents = 80").kind, Problem::Kind::unknown_key);
    EXPECT_EQ(only_problem("tls.behind_proxy = 1").kind, Problem::Kind::wrong_type);
    EXPECT_EQ(only_problem("time_zone = 1").kind, Problem::Kind::wrong_type);
    EXPECT_EQ(only_problem("sites.agents.hosts = [1]").kind, Problem::Kind::wrong_type);
    EXPECT_EQ(only_problem("log.level = true").kind, Problem::Kind::wrong_type);
}

TEST(A_configuration, with_a_value_out_of_range_is_refused_and_told_the_range) {
    const Problem problem = only_problem("jobs.workers = 0");

    EXPECT_EQ(problem.kind, Problem::Kind::out_of_range);
    EXPECT_EQ(sentence(problem, i18n::Language::en), "line 1: 'jobs.workers' must be 1 … 32");
    EXPECT_EQ(only_problem("sites.agents.port = 65536").kind, Problem::Kind::out_of_range);
    EXPECT_EQ(only_problem("log.level = \"chatty\"").detail, "debug, info, warning, error");
    EXPECT_EQ(only_problem("metrics.address = \"0.0.0.0\"").kind, Problem::Kind::out_of_range);
    EXPECT_EQ(only_problem("sites.agents.address = \"a\\nb\"").kind, Problem::Kind::not_plain);
}

TEST(A_configuration, tells_every_problem_at_once_in_the_order_of_the_file) {
    const auto configuration = read("time_zone = 1\nbad = 2\njobs.workers = 99\n");

    ASSERT_FALSE(configuration);
    ASSERT_EQ(configuration.error().size(), 3U);
    EXPECT_EQ(configuration.error()[0].line, 1U);
    EXPECT_EQ(configuration.error()[1].line, 2U);
    EXPECT_EQ(configuration.error()[2].line, 3U);
}

TEST(A_configuration, that_is_not_toml_is_refused_with_the_line) {
    const Problem problem = only_problem("a = 1\nb = = 2\n");

    EXPECT_EQ(problem.kind, Problem::Kind::not_toml);
    EXPECT_EQ(problem.line, 2U);
    EXPECT_EQ(only_problem("jobs.workers = 1\njobs.workers = 2").kind, Problem::Kind::not_toml);
    EXPECT_EQ(only_problem("[`").kind, Problem::Kind::not_toml);  // toml++ 3.3 asserts here when it may
    EXPECT_EQ(only_problem("\xff\xfe").kind, Problem::Kind::not_toml);
    EXPECT_EQ(only_problem(std::string(2U << 20U, '#')).kind, Problem::Kind::too_big);
}

TEST(A_secret, in_the_configuration_itself_is_refused) {
    EXPECT_EQ(only_problem("database.connection = \"host=db password=x\"").kind,
              Problem::Kind::secret_in_the_file);
    EXPECT_EQ(only_problem("database.connection = \"postgresql://me:x@db/maillage\"").kind,
              Problem::Kind::secret_in_the_file);
    EXPECT_TRUE(read("database.connection = \"host=db dbname=maillage passfile=/etc/maillage/pgpass\""));
}

TEST(The_environment, replaces_the_path_of_a_secret_and_nothing_else) {
    const auto configuration =
        read_configuration("", [](const std::string& name) -> std::optional<std::string> {
            if (name == "MAILLAGE_CONTEXT_KEY_FILE") return "/run/credentials/context";
            return "replaced";
        });

    ASSERT_TRUE(configuration);
    EXPECT_EQ(configuration->context.key_file, "/run/credentials/context");
    EXPECT_EQ(configuration->time_zone, "Europe/Paris");
    EXPECT_EQ(configuration->cluster.folder, "var/cluster");
}

TEST(A_configuration_file, gives_its_own_folder_to_relative_paths) {
    const std::string path = testing::TempDir() + "maillage_configuration.toml";
    std::ofstream(path) << "cluster.folder = \"../elsewhere\"\nassets.folder = \"/usr/share/maillage\"\n";

    const auto configuration = load_configuration(path, empty_environment);

    ASSERT_TRUE(configuration);
    EXPECT_THAT(configuration->cluster.folder,
                testing::AllOf(testing::StartsWith("/"), testing::EndsWith("/elsewhere")));
    EXPECT_EQ(configuration->assets.folder, "/usr/share/maillage");
    EXPECT_EQ(configuration->sites.agents.unix_socket, "");
}

TEST(A_configuration_file, that_does_not_exist_is_refused) {
    const auto configuration = load_configuration("/nonexistent/maillage.toml", empty_environment);

    ASSERT_FALSE(configuration);
    EXPECT_EQ(configuration.error().front().kind, Problem::Kind::file_not_readable);
}

TEST(The_reference_page, is_the_one_generated_from_the_table) {
    std::ifstream file(MAILLAGE_SOURCE_DIR "/docs/reference/configuration.md");
    std::ostringstream page;
    page << file.rdbuf();

    EXPECT_EQ(page.str(), configuration_reference()) << "run scripts/configuration_reference.sh";
}

}  // namespace
}  // namespace maillage::platform::config
