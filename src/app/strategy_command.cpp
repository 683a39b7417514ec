#include "app/strategy_command.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/on_council.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/strategy/api.hpp"

namespace maillage::app {
namespace {

namespace config = platform::config;
namespace db = platform::db;

std::string text_of(const std::filesystem::path& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

int say_problems(const std::vector<platform::toml::Problem>& problems,
                 const config::Configuration& configuration) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    for (const auto& problem : problems)
        std::fprintf(stderr, "%s\n", sentence(catalogues.of(platform::i18n::Language::fr), problem).c_str());
    return 2;
}

}  // namespace

std::vector<std::string> strategy_files(const std::string& data_folder, const std::string& slug) {
    std::vector<std::filesystem::path> paths;
    const std::filesystem::path folder = std::filesystem::path(data_folder) / "councils" / slug;
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with("strategy") && name.ends_with(".toml")) paths.push_back(entry.path());
        }
    std::ranges::sort(paths);
    std::vector<std::string> texts;
    for (const auto& path : paths) texts.push_back(text_of(path));
    return texts;
}

int run_strategy_import(const config::Configuration& configuration, const std::string& what,
                        const std::string& council) {
    const bool is_file = what.ends_with(".toml");
    const std::string slug = is_file ? council : what;
    const std::vector<std::string> files =
        is_file ? std::vector<std::string>{text_of(what)} : strategy_files(configuration.data.folder, slug);
    const Moment at = moment(configuration);
    return on_council(configuration, slug, [&](db::Tx& tx, territory::CouncilId id) {
        const bool demonstration = territory::find_council(tx, slug)->demonstration;
        const auto inventions = demonstration ? territory::Inventions::kept : territory::Inventions::left_out;
        const auto report = strategy::import_files(tx, id, files, inventions, at.now, at.today);
        if (!report) return say_problems(report.error(), configuration);
        for (const std::string& line : report->lines) std::printf("%s\n", line.c_str());
        std::printf("+%d ~%d =%d\n", report->added, report->changed, report->unchanged);
        return 0;
    });
}

int run_strategy_export(const config::Configuration& configuration, const std::string& council,
                        const std::string& format) {
    const Moment at = moment(configuration);
    return on_council(configuration, council, [&](db::Tx& tx, territory::CouncilId id) {
        const std::string text = format == "json"   ? strategy::export_json(tx, id, at.now, at.today)
                                 : format == "xlsx" ? strategy::export_xlsx(tx, id, at.now, at.today)
                                                    : strategy::export_csv(tx, id, at.now, at.today);
        std::fwrite(text.data(), 1, text.size(), stdout);
        return 0;
    });
}

int run_demo_growth(const config::Configuration& configuration, const DemoGrowth& growth) {
    const Moment at = moment(configuration);
    return on_council(configuration, "laval", [&](db::Tx& tx, territory::CouncilId id) {
        const auto council = territory::find_council(tx, "laval");
        if (!council || !council->demonstration) return 1;
        strategy::grow(tx, id, growth.actions, at.today);
        identity::grow_accounts(tx, id, growth.accounts, at.today);
        std::printf("actions +%d, accounts +%d\n", growth.actions, growth.accounts);
        return 0;
    });
}

}  // namespace maillage::app
