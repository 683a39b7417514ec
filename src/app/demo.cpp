#include "app/demo.hpp"

#include <array>

#include "app/council_files.hpp"
#include "domain/directory/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/territory/api.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
using identity::Role;

constexpr db::Context application{.reach = db::Context::Reach::system};

constexpr std::array accounts{
    DemoAccount{"coordination@laval.example", "Camille Martin (fictif)", Role::coordinator},
    DemoAccount{"elue@laval.example", "Dominique Leroy (fictif)", Role::elected},
    DemoAccount{"prefecture@laval.example", "Claude Bernard (fictif)", Role::prefect, "prefecture"},
    DemoAccount{"parquet@laval.example", "Alex Moreau (fictif)", Role::prosecutor},
    DemoAccount{"police-nationale@laval.example", "Sacha Petit (fictif)", Role::national_police,
                "police-nationale"},
    DemoAccount{"police-municipale@laval.example", "Lou Durand (fictif)", Role::municipal_police,
                "police-municipale"},
    DemoAccount{"social@laval.example", "Andrea Simon (fictif)", Role::social_partner, "ccas"},
    DemoAccount{"bailleur@laval.example", "Morgan Laurent (fictif)", Role::local_partner,
                "bailleurs-sociaux"},
    DemoAccount{"mediation@laval.example", "Noa Michel (fictif)", Role::mediator, "gleam"},
    DemoAccount{"referent@laval.example", "Charlie Garcia (fictif)", Role::radicalisation_referent},
    DemoAccount{"dpo@laval.example", "Eden Robert (fictif)", Role::data_protection_officer},
    DemoAccount{"administration@laval.example", "Maxime Richard (fictif)", Role::administrator},
};

}  // namespace

std::span<const DemoAccount> demo_accounts() { return accounts; }

bool is_empty(db::Pool& database) {
    return database.transaction(application,
                                [](db::Tx& tx) { return !territory::find_council(tx, "laval"); });
}

void load_demo(db::Pool& database, platform::crypto::PasswordHasher& passwords,
               const std::string& data_folder, foundation::Date today) {
    // The same record for all: one hash instead of twelve, and nothing to protect here.
    const auto hashed = passwords.hash(demo_password);
    foundation::check(hashed.has_value(), "nobody else hashes while the demonstration is loaded");
    const std::string record = platform::crypto::as_text(hashed->record);
    // All or nothing: an interrupted first start finds an empty installation again.
    database.transaction(application, [&](db::Tx& tx) {
        const territory::NewCouncil laval{
            .slug = "laval", .name = "CLSPD de Laval", .kind = "clspd", .demonstration = true};
        const auto council = territory::save_council(tx, laval);
        std::vector<std::pair<identity::AccountId, const DemoAccount*>> created;
        for (const DemoAccount& account : accounts) {
            const auto one = identity::create_account(tx, council,
                                                      {.email = std::string(account.email),
                                                       .display_name = std::string(account.display_name),
                                                       .password_record = record,
                                                       .fictional = true});
            if (one) created.emplace_back(*one, &account);
        }
        load_council_files(tx, data_folder, laval);
        // A mandate names an organisation of the directory, which those files bring.
        for (const auto& [id, account] : created) {
            const auto organisation = directory::organisation_with_key(tx, council, account->organisation);
            identity::NewMandate mandate{.role = account->role, .from = today.plus_days(-365)};
            if (organisation) mandate.organisation = organisation->value;
            identity::grant_mandate(tx, council, id, mandate, foundation::Instant(today.days()));
        }
    });
}

}  // namespace maillage::app
