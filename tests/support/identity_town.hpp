#pragma once

#include <gtest/gtest.h>

#include "domain/audit/sql.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/identity/sign_in_store.hpp"
#include "domain/identity/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/crypto/random.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"
#include "tests/support/words.hpp"

// For this slice's tests: a council, its coordinator, and a clock that the test holds.
namespace maillage::identity {

namespace db = platform::db;

// A town, a coordinator, and a clock that the test holds.
class IdentityTown : public testing::Test {
 protected:
    IdentityTown()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     sql::migrations()}),
          hasher_({.cost = {.passes = 1, .memory_bytes = 8192}}, platform::crypto::random_bytes),
          services_{.database = database_.pool(),
                    .catalogues = test::catalogues(),
                    .clock = [this] { return now_; },
                    .random_hex = platform::crypto::random_hex,
                    .passwords = hasher_,
                    .session_limits = {},
                    .identity_key = "a secret of the installation"} {
        const std::string record = platform::crypto::as_text(hasher_.hash(password).value().record);
        database_.pool().transaction(test::application(), [&](db::Tx& tx) {
            const auto council =
                territory::save_council(tx, {.slug = "laval", .name = "Laval", .kind = "clspd"});
            account_ =
                create_account(tx, council,
                               {.email = "c@laval.example", .display_name = "C", .password_record = record})
                    .value();
            grant_mandate(tx, council, account_, {.role = Role::coordinator, .from = day("2026-01-01")},
                          now_);
            actor_ = Actor{.account = account_, .council = council};
            actor_.roles = {Role::coordinator};
        });
    }

    static foundation::Date day(std::string_view iso) { return foundation::Date::parse_iso(iso).value(); }
    std::expected<std::string, SignInRefusal> enter(const std::string& typed) {
        const auto entered =
            sign_in(services_, {.email = "c@laval.example", .password = typed, .network = "192.0.2.0/24"});
        if (!entered) return std::unexpected(entered.error());
        return entered->token;
    }

    static std::vector<Role> roles_of(const Actor& actor) { return {actor.roles.begin(), actor.roles.end()}; }

    static constexpr const char* password = "quatre chevaux dansent";
    foundation::Instant now_ = foundation::Instant(day("2026-11-24").days()) + std::chrono::hours(9);
    test::TestDatabase database_;
    platform::crypto::PasswordHasher hasher_;
    Services services_;
    AccountId account_{0};
    Actor actor_{.account = AccountId(0), .council = territory::CouncilId(0)};
};

}  // namespace maillage::identity
