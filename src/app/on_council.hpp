#pragma once

#include <chrono>
#include <string>

#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "domain/territory/api.hpp"
#include "foundation/instant.hpp"
#include "platform/db/pool.hpp"

// For the verbs that act on one council of the installation.
namespace maillage::app {

struct Moment {
    foundation::Instant now;
    foundation::Date today;  // in the council's time zone
};
Moment moment(const platform::config::Configuration& configuration);

// Says why the installation cannot be opened, and nothing while it is: a command's own lines come after.
Tell refusals_told(const platform::config::Configuration& configuration);
void say_unknown_council(const platform::config::Configuration& configuration, const std::string& slug);

// Runs `work(tx)` in one transaction of the application; 1 when the installation is not there.
template <class Work>
int on_installation(const platform::config::Configuration& configuration, Work&& work) {
    using platform::db::Context;
    auto installation =
        open_installation(installation_of(configuration), platform::cluster::Installation::Part::command,
                          refusals_told(configuration));
    if (!installation) return 1;
    platform::db::Pool database({.connection = installation->connection("maillage_app"),
                                 .context_key = installation->context_key(),
                                 .size = 1,
                                 .statement_timeout = std::chrono::seconds(60)});
    return database.transaction(Context{.reach = Context::Reach::system}, work);
}

// The same with the council of that slug: `work(tx, council)`; 1 when there is none.
template <class Work>
int on_council(const platform::config::Configuration& configuration, const std::string& slug, Work&& work) {
    return on_installation(configuration, [&](platform::db::Tx& tx) {
        const auto council = territory::find_council(tx, slug);
        if (council) return work(tx, council->id);
        say_unknown_council(configuration, slug);
        return 1;
    });
}

}  // namespace maillage::app
