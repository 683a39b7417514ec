#include "app/council_files.hpp"

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "app/strategy_command.hpp"
#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/identity/account_store.hpp"
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

}  // namespace

void load_council_files(db::Pool& database, const std::string& data_folder, const std::string& slug) {
    constexpr db::Context application{.reach = db::Context::Reach::system};
    const std::string own = data_folder + "/councils/" + slug;
    const std::string territory_file = own + "/territory.toml",
                      law_file = data_folder + "/law/local_councils.toml",
                      directory_file = own + "/organisations.toml", bodies_file = own + "/bodies.toml";
    const std::string territory_text = text_of(territory_file);
    const auto described = territory::council_of_file(territory_text);
    must(described, territory_file);
    database.transaction(application, [&](db::Tx& tx) {
        const territory::CouncilId council = territory::save_council(tx, *described);
        must(territory::load(tx, council, territory_text), territory_file);
        must(territory::load(tx, council, text_of(law_file)), law_file);
        must(directory::load_organisations(tx, council, text_of(directory_file)), directory_file);
        const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
        const auto today = foundation::Date::from_days(std::chrono::floor<std::chrono::days>(now));
        must(strategy::import_files(tx, council, strategy_files(data_folder, slug), now, today), own);
        const auto accounts = [&](const std::string& email) {
            return identity::account_with_email(tx, council, email);
        };
        must(governance::load_bodies(tx, council, text_of(bodies_file), accounts), bodies_file);
    });
}

}  // namespace maillage::app
