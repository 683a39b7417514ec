#include "app/account_command.hpp"

#include <cstdio>
#include <functional>

#include "app/on_council.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/installation_acts.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
using identity::AccountRefusal;
using identity::Desk;
using platform::config::Configuration;
using platform::i18n::Key;
using platform::i18n::Words;

int refuse(const Words& words, Key key) {
    std::fprintf(stderr, "%s\n", words(key).c_str());
    return 1;
}

int refuse(const Words& words, AccountRefusal refusal) {
    switch (refusal) {
    case AccountRefusal::address_taken: return refuse(words, "identity.command.address_taken");
    case AccountRefusal::not_found: return refuse(words, "identity.command.not_found");
    }
    __builtin_unreachable();
}

// The code is alone on standard output, so that a script can take it; what it is goes to standard error.
int give(const Words& words, const std::string& code) {
    std::fprintf(stderr, "%s\n", words("identity.command.code").c_str());
    std::printf("%s\n", code.c_str());
    return 0;
}

int at_the_desk(const Configuration& configuration, const AccountAsked& asked,
                const std::function<int(const Words&, const Desk&, const std::string& email)>& act) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    const Words& words = catalogues.of(terminal_language());
    const auto email = identity::normalised_email(asked.email);
    if (!email) return refuse(words, "identity.command.bad_email");
    const Moment at = moment(configuration);
    return on_council(configuration, asked.council, [&](db::Tx& tx, territory::CouncilId council) {
        const Desk desk{.tx = tx,
                        .council = council,
                        .now = at.now,
                        .today = at.today,
                        .code = platform::crypto::random_hex(identity::code_bytes)};
        return act(words, desk, *email);
    });
}

}  // namespace

int run_account_new(const Configuration& configuration, const AccountAsked& asked) {
    return at_the_desk(
        configuration, asked, [&](const Words& words, const Desk& desk, const std::string& email) {
            const auto role = identity::role_named(asked.role);
            if (!role) return refuse(words, "identity.command.no_role");
            if (asked.name.empty()) return refuse(words, "identity.command.no_name");
            const auto code = open_account(desk, {.email = email, .name = asked.name, .role = *role});
            return code ? give(words, *code) : refuse(words, code.error());
        });
}

int run_account_reset(const Configuration& configuration, const AccountAsked& asked) {
    return at_the_desk(configuration, asked,
                       [](const Words& words, const Desk& desk, const std::string& email) {
                           const auto code = give_new_code(desk, email);
                           return code ? give(words, *code) : refuse(words, code.error());
                       });
}

int run_account_unlock(const Configuration& configuration, const AccountAsked& asked) {
    return at_the_desk(configuration, asked,
                       [](const Words& words, const Desk& desk, const std::string& email) {
                           const auto taken = take_factor_of(desk, email);
                           if (!taken) return refuse(words, "identity.command.no_factor");
                           std::fprintf(stderr, "%s\n", words("identity.command.unlocked").c_str());
                           return 0;
                       });
}

int run_account_disable(const Configuration& configuration, const AccountAsked& asked) {
    return at_the_desk(configuration, asked,
                       [](const Words& words, const Desk& desk, const std::string& email) {
                           const auto closed = close_account_of(desk, email);
                           if (!closed) return refuse(words, closed.error());
                           std::fprintf(stderr, "%s\n", words("identity.command.closed").c_str());
                           return 0;
                       });
}

}  // namespace maillage::app
