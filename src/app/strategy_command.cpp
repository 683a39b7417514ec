#include "app/strategy_command.hpp"

#include <cstdio>

#include "app/data_files.hpp"
#include "app/on_council.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/strategy/api.hpp"
#include "foundation/result.hpp"

namespace maillage::app {
namespace {

namespace config = platform::config;
namespace db = platform::db;

std::expected<std::vector<platform::toml::NamedText>, DataProblems> files_of(const std::string& data_folder,
                                                                             const std::string& what) {
    using platform::toml::NamedText;
    using platform::toml::Problem;
    if (what.ends_with(".toml")) return std::vector<NamedText>{TRY(read_data_file(what))};
    auto files = read_strategy_files(data_folder, what);
    if (files && files->empty())
        return std::unexpected(DataProblems{{.kind = Problem::Kind::absent_file,
                                             .key = {},
                                             .file = data_folder + "/councils/" + what + "/strategy*.toml"}});
    return files;
}

}  // namespace

int run_strategy_import(const config::Configuration& configuration, const std::string& what,
                        const std::string& council) {
    const bool is_file = what.ends_with(".toml");
    const std::string slug = is_file ? council : what;
    const auto refuse = [&](const DataProblems& problems) {
        say_problems(configuration, problems);
        return 2;
    };
    const auto files = files_of(configuration.data.folder, what);
    const Moment at = moment(configuration);
    return on_council(configuration, slug, [&](db::Tx& tx, territory::CouncilId id) {
        if (!files) return refuse(files.error());
        const bool demonstration = territory::find_council(tx, slug)->demonstration;
        const auto report = strategy::import_files(
            tx, id,
            {.files = *files,
             .extent = is_file ? strategy::Extent::some_files : strategy::Extent::all_files,
             .inventions = demonstration ? territory::Inventions::kept : territory::Inventions::left_out},
            at.now, at.today);
        if (!report) return refuse(report.error());
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
