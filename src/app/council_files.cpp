#include "app/council_files.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "app/strategy_command.hpp"
#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/indicators/api.hpp"
#include "domain/strategy/api.hpp"
#include "domain/territory/api.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;

std::string text_of(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("the data file is absent: " + file);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

template <class Report>
void must(const std::expected<Report, std::vector<platform::toml::Problem>>& loaded,
          const std::string& file) {
    if (loaded) return;
    const auto& problem = loaded.error().front();
    throw std::runtime_error("the data file has a mistake: " + file + ":" + std::to_string(problem.line) +
                             " " + problem.key);
}

void load_law(db::Tx& tx, territory::CouncilId council, const std::string& data_folder) {
    const std::string file = data_folder + "/law/local_councils.toml";
    must(territory::load(tx, council, text_of(file)), file);
}

}  // namespace

void load_council_files(db::Tx& tx, const std::string& data_folder, const territory::NewCouncil& described) {
    const std::string own = data_folder + "/councils/" + described.slug;
    const std::string territory_file = own + "/territory.toml", directory_file = own + "/organisations.toml",
                      bodies_file = own + "/bodies.toml";
    const auto inventions =
        described.demonstration ? territory::Inventions::kept : territory::Inventions::left_out;
    const std::string territory_text = text_of(territory_file);
    const auto in_file = territory::council_of_file(territory_text);
    must(in_file, territory_file);
    if (in_file->slug != described.slug)
        throw std::runtime_error("the data file is of another council: " + territory_file);
    const territory::CouncilId council = territory::save_council(tx, described);
    must(territory::load(tx, council, territory_text), territory_file);
    load_law(tx, council, data_folder);
    must(directory::load_organisations(tx, council, text_of(directory_file), inventions), directory_file);
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const auto today = foundation::Date::from_days(std::chrono::floor<std::chrono::days>(now));
    must(strategy::import_files(tx, council, strategy_files(data_folder, described.slug), inventions, now,
                                today),
         own);
    const auto accounts = [&](const std::string& email) {
        return identity::account_with_email(tx, council, email);
    };
    must(governance::load_bodies(tx, council, text_of(bodies_file), accounts, inventions), bodies_file);
    const std::string indicators_file = own + "/indicators.toml";
    if (std::filesystem::exists(indicators_file))
        must(indicators::load_indicators(tx, council, text_of(indicators_file), now), indicators_file);
}

void load_what_is_known(db::Tx& tx, const std::string& data_folder, const territory::NewCouncil& council) {
    if (std::filesystem::is_directory(data_folder + "/councils/" + council.slug))
        return load_council_files(tx, data_folder, council);
    load_law(tx, territory::save_council(tx, council), data_folder);
}

}  // namespace maillage::app
