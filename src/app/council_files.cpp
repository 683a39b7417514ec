#include "app/council_files.hpp"

#include <chrono>
#include <filesystem>

#include "app/data_files.hpp"
#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/indicators/api.hpp"
#include "domain/strategy/api.hpp"
#include "domain/territory/api.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
using platform::toml::Problem;

// Loads one file after the other and gathers what is wrong in all of them.
class Loading {
 public:
    // `load` takes the text and answers its report or its problems.
    template <class Load>
    void file(const std::string& path, Load&& load) {
        const auto read = read_data_file(path);
        if (!read) return add(read.error(), path);
        if (const auto loaded = load(read->text); !loaded) add(loaded.error(), path);
    }
    // Of files that name themselves.
    void add(DataProblems problems, const std::string& path = {}) {
        for (Problem& problem : problems) {
            if (problem.file.empty()) problem.file = path;
            problems_.push_back(std::move(problem));
        }
    }
    bool good() const { return problems_.empty(); }
    void end() {
        if (!good()) throw BadDataFiles(std::move(problems_));
    }

 private:
    DataProblems problems_;
};

void load_law(db::Tx& tx, territory::CouncilId council, const std::string& data_folder, Loading& loading) {
    loading.file(data_folder + "/law/local_councils.toml",
                 [&](const std::string& text) { return territory::load(tx, council, text); });
}

std::expected<territory::LoadReport, DataProblems> load_territory(db::Tx& tx, territory::CouncilId council,
                                                                  const std::string& slug,
                                                                  const std::string& text) {
    const auto in_file = territory::council_of_file(text);
    if (!in_file) return std::unexpected(in_file.error());
    if (in_file->slug != slug)
        return std::unexpected(DataProblems{{.kind = Problem::Kind::mismatch, .key = "council.slug"}});
    return territory::load(tx, council, text);
}

}  // namespace

void load_council_files(db::Tx& tx, const std::string& data_folder, const territory::NewCouncil& described) {
    const std::string own = data_folder + "/councils/" + described.slug;
    const auto inventions =
        described.demonstration ? territory::Inventions::kept : territory::Inventions::left_out;
    const territory::CouncilId council = territory::save_council(tx, described);
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const auto today = foundation::Date::from_days(std::chrono::floor<std::chrono::days>(now));
    const bool with_bodies = !governance::any_body(tx, council);
    Loading loading;
    if (territory::communes(tx, council, today).empty())
        loading.file(own + "/territory.toml", [&](const std::string& text) {
            return load_territory(tx, council, described.slug, text);
        });
    load_law(tx, council, data_folder, loading);
    if (with_bodies)
        loading.file(own + "/organisations.toml", [&](const std::string& text) {
            return directory::load_organisations(tx, council, text, inventions);
        });
    if (const auto files = read_strategy_files(data_folder, described.slug); !files)
        loading.add(files.error());
    else if (const auto loaded =
                 strategy::import_files(tx, council, {.files = *files, .inventions = inventions}, now, today);
             !loaded)
        loading.add(loaded.error());
    const auto accounts = [&](const std::string& email) {
        return identity::account_with_email(tx, council, email);
    };
    const std::string indicators_file = own + "/indicators.toml";
    if (std::filesystem::exists(indicators_file))
        loading.file(indicators_file, [&](const std::string& text) {
            return indicators::load_indicators(tx, council, text, inventions, now);
        });
    if (!with_bodies) return loading.end();
    // What the other files lack, the bodies do not find: that would be told twice.
    const bool all_known = loading.good();
    loading.file(own + "/bodies.toml", [&](const std::string& text) {
        auto loaded = governance::load_bodies(tx, council, text, accounts, inventions);
        if (!loaded && !all_known)
            std::erase_if(loaded.error(), [](const Problem& problem) {
                return problem.kind == Problem::Kind::unknown_value;
            });
        return loaded;
    });
    loading.end();
}

void load_what_is_known(db::Tx& tx, const std::string& data_folder, const territory::NewCouncil& council) {
    if (std::filesystem::is_directory(data_folder + "/councils/" + council.slug))
        return load_council_files(tx, data_folder, council);
    Loading loading;
    load_law(tx, territory::save_council(tx, council), data_folder, loading);
    loading.end();
}

}  // namespace maillage::app
