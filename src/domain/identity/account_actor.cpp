#include "domain/identity/account_actor.hpp"

#include "domain/identity/held_roles.hpp"
#include "domain/identity/roles_of_act.hpp"
#include "domain/identity/sql.hpp"

namespace maillage::identity {

namespace db = platform::db;

std::optional<Actor> actor_of_account(Services& services, territory::CouncilId council, AccountId account) {
    const db::Context application{.reach = db::Context::Reach::system};
    const foundation::Date today =
        services.catalogues.of(platform::i18n::Language::fr).today(services.clock());
    const auto read = [&](db::Row& row) {
        Actor actor{.account = account, .council = council};
        actor.today = today;
        actor.council_slug = row.text();
        actor.council_name = row.text();
        actor.display_name = row.text();
        actor.roles = held_roles(row.texts());
        actor.organisation = row.int8_or_null();
        return actor;
    };
    return services.database.transaction(application, [&](db::Tx& tx) {
        return tx.one(sql::actor_of_account, read, council, account, today,
                      roles_of_act(Act::fill_indicators));
    });
}

}  // namespace maillage::identity
