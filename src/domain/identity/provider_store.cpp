#include "domain/identity/provider_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/key_pair_store.hpp"
#include "domain/identity/session_opening.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
namespace crypto = platform::crypto;
namespace oidc = platform::oidc;

constexpr db::Context application{.reach = db::Context::Reach::system};

std::string token_place(AccountId account) {
    return "identity.provider_token/" + std::to_string(account.value);
}

std::string fingerprint_of(const Services& services, const oidc::Person& person) {
    const std::string& issuer = services.provider->settings().issuer;
    return crypto::hmac_sha256(services.identity_key, "provider subject\n" + issuer + '\n' + person.subject);
}

void note(db::Tx& tx, const Holder& holder, std::string_view act) {
    audit::record(tx, {.council = holder.council.value,
                       .account = holder.account.value,
                       .act = act,
                       .object_kind = "account",
                       .object = std::to_string(holder.account.value)});
}

// In the place of whom the account was linked to; false when this person has another account.
bool link(db::Tx& tx, const Services& services, const Holder& holder, const oidc::Person& person) {
    unlink(tx, holder);
    return tx
        .one(
            sql::link_subject, [](db::Row& row) { return row.int8(); }, holder.council, holder.account,
            db::Bytes{fingerprint_of(services, person)}, services.clock())
        .has_value();
}

}  // namespace

std::string_view name_of(ProviderRefusal refusal) {
    switch (refusal) {
    case ProviderRefusal::nobody: return "nobody";
    case ProviderRefusal::taken: return "taken";
    case ProviderRefusal::over: return "over";
    }
    __builtin_unreachable();
}

std::expected<SignedIn, ProviderRefusal> sign_in_by_provider(Services& services, const oidc::Person& person,
                                                             std::string_view agent) {
    const auto signed_in =
        services.database.transaction(application, [&](db::Tx& tx) -> std::optional<SignedIn> {
            const auto holder = tx.one(
                sql::account_of_subject,
                [](db::Row& row) {
                    const territory::CouncilId council(row.int8());
                    return Holder{.council = council, .account = AccountId(row.int8())};
                },
                db::Bytes{fingerprint_of(services, person)});
            if (!holder) return std::nullopt;
            const Opening opening{.holder = *holder,
                                  .agent = agent,
                                  .proof = "provider",
                                  .provider_token = crypto::sealed(
                                      {.secret = services.identity_key, .name = token_place(holder->account)},
                                      person.id_token, crypto::random_bytes)};
            if (!person.two_factors && second_factor_of(tx, *holder))
                return SignedIn{.token = begin_second_step(tx, services, opening),
                                .second_factor_asked = true};
            return SignedIn{.token = open_session(tx, services, opening)};
        });
    if (!signed_in) return std::unexpected(ProviderRefusal::nobody);
    return *signed_in;
}

std::optional<ProviderRefusal> link_own_account(Services& services, const ProviderFlow& flow,
                                                const oidc::Person& person) {
    const foundation::Instant now = services.clock();
    const SessionLimits& limits = services.session_limits;
    const auto linked =
        services.database.transaction(application, [&](db::Tx& tx) -> std::expected<bool, ProviderRefusal> {
            const Holder& holder = flow.holder;
            const bool lives = tx.single(
                sql::session_lives, [](db::Row& row) { return row.boolean(); }, holder.council,
                holder.account, flow.session, now - limits.absolute, now - limits.idle);
            if (!lives) return std::unexpected(ProviderRefusal::over);
            if (!link(tx, services, holder, person)) return std::unexpected(ProviderRefusal::taken);
            note(tx, holder, "identity.provider.link");
            return true;
        });
    return linked ? std::nullopt : std::optional(linked.error());
}

std::optional<ProviderRefusal> open_account_by_provider(Services& services, const ProviderFlow& flow,
                                                        const oidc::Person& person,
                                                        std::string_view network) {
    const auto invited = find_invitation(services, flow.invitation, network);
    if (!invited) return ProviderRefusal::over;
    bool taken = false;
    const auto linked = [&](db::Tx& tx) {
        taken = !link(tx, services, {.council = invited->council, .account = invited->account}, person);
        return !taken;
    };
    if (accept_invitation(services, *invited, flow.invitation, std::nullopt, linked)) return std::nullopt;
    return taken ? ProviderRefusal::taken : ProviderRefusal::over;
}

std::optional<foundation::Instant> linked_since(db::Tx& tx, const Holder& holder) {
    return tx.one(
        sql::subject_linked_at, [](db::Row& row) { return row.instant(); }, holder.council, holder.account);
}

bool unlink(db::Tx& tx, const Holder& holder) {
    return tx
        .one(
            sql::unlink_subject, [](db::Row& row) { return row.int8(); }, holder.council, holder.account)
        .has_value();
}

void note_refused(Services& services, const ProviderFlow& flow, std::string_view why) {
    services.database.transaction(application, [&](db::Tx& tx) {
        audit::record(tx, {.council = flow.holder.council.value,
                           .account = flow.holder.account.value,
                           .act = "identity.provider.refuse",
                           .object_kind = "account",
                           .object = std::to_string(flow.holder.account.value),
                           .outcome = audit::Entry::Outcome::refused,
                           .detail = R"({"why":")" + std::string(why) + R"("})"});
    });
}

std::optional<std::string> provider_token_of(Services& services, std::string_view cookie) {
    const auto hash = crypto::token_hash(cookie);
    if (!hash) return std::nullopt;
    return services.database.transaction(application, [&](db::Tx& tx) -> std::optional<std::string> {
        const auto found = tx.one(
            sql::provider_token_of,
            [](db::Row& row) {
                const AccountId account(row.int8());
                return std::pair(account, row.bytea());
            },
            db::Bytes{*hash});
        if (!found) return std::nullopt;
        return crypto::opened({.secret = services.identity_key, .name = token_place(found->first)},
                              found->second);
    });
}

}  // namespace maillage::identity
