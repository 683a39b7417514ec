#include "domain/identity/directory_token_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
namespace crypto = platform::crypto;

constexpr db::Context application{.reach = db::Context::Reach::system};

void note(db::Tx& tx, const Actor& actor, std::string_view act, const std::string& token) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "directory_token",
                       .object = token});
}

std::string read_text(db::Row& row) { return row.text(); }

}  // namespace

MadeDirectoryToken make_directory_token(db::Tx& tx, const Actor& actor, const NewDirectoryToken& token,
                                        foundation::Instant now) {
    crypto::Token secret = crypto::new_token(crypto::random_bytes);
    const foundation::Instant until = now + token.life;
    const std::string id = tx.single(sql::make_directory_token, read_text, actor.council, token.name,
                                     db::Bytes{secret.hash}, actor.account, now, until);
    note(tx, actor, "identity.directory_token.make", id);
    return {.text = std::move(secret.text), .expires_at = until};
}

std::vector<DirectoryTokenRow> directory_tokens(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::manage_accounts)) return {};
    return tx.all(
        sql::directory_tokens,
        [](db::Row& row) {
            return DirectoryTokenRow{.id = row.text(),
                                     .name = row.text(),
                                     .made_by = row.text(),
                                     .made_at = row.instant(),
                                     .expires_at = row.instant(),
                                     .revoked_at = row.instant_or_null(),
                                     .last_used_at = row.instant_or_null()};
        },
        actor.council);
}

bool revoke_directory_token(db::Tx& tx, const Actor& actor, std::string_view id, foundation::Instant now) {
    if (!may(actor, Act::manage_accounts)) return false;
    const auto revoked = tx.one(sql::revoke_directory_token, read_text, actor.council, id, now);
    if (revoked) note(tx, actor, "identity.directory_token.revoke", *revoked);
    return revoked.has_value();
}

db::Context DirectoryClient::context() const {
    return {.account = 0,
            .council = council.value,
            .reach = db::Context::Reach::member,
            .acts = {"provision_accounts"}};
}

std::optional<DirectoryClient> find_directory_client(Services& services, std::string_view text) {
    const auto hash = crypto::token_hash(text);
    if (!hash) return std::nullopt;
    const foundation::Instant now = services.clock();
    return services.database.transaction(application, [&](db::Tx& tx) -> std::optional<DirectoryClient> {
        std::optional<foundation::Instant> used;
        auto client = tx.one(
            sql::directory_token_for,
            [&](db::Row& row) {
                std::string id = row.text();
                const territory::CouncilId council(row.int8());
                used = row.instant_or_null();
                return DirectoryClient{.council = council, .token = std::move(id)};
            },
            db::Bytes{*hash}, now);
        if (client && (!used || now - *used >= std::chrono::minutes(1)))
            tx.run(sql::touch_directory_token, client->council, client->token, now);
        return client;
    });
}

bool hand_account_to(db::Tx& tx, const Actor& actor, AccountId account, Keeper keeper) {
    if (!may(actor, Act::manage_accounts)) return false;
    const bool directory = keeper == Keeper::directory;
    const auto handed = tx.one(
        sql::hand_to_directory, [](db::Row& row) { return row.int8(); }, actor.council, account,
        directory ? std::optional<std::string>("kept") : std::nullopt);
    if (!handed) return false;
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = directory ? "identity.account.hand_over" : "identity.account.take_back",
                       .object_kind = "account",
                       .object = std::to_string(account.value)});
    return true;
}

}  // namespace maillage::identity
