#include "domain/identity/session_opening.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr int sessions_at_most = 2;

std::optional<db::Bytes> bytes_of(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return db::Bytes{*text};
}

}  // namespace

std::string open_session(db::Tx& tx, const Services& services, const Opening& opening) {
    auto token = platform::crypto::new_token(platform::crypto::random_bytes);
    const Holder& holder = opening.holder;
    const auto sealed = sealed_for(holder, token.text, opening.secret);
    tx.run(sql::open_session, db::Bytes{token.hash}, holder.council, holder.account, services.random_hex(16),
           services.clock(), opening.agent, bytes_of(sealed), opening.failures,
           bytes_of(opening.provider_token));
    tx.run(sql::trim_sessions, holder.account, sessions_at_most);
    audit::record(tx, {.council = holder.council.value,
                       .account = holder.account.value,
                       .act = "identity.session.open",
                       .object_kind = "account",
                       .object = std::to_string(holder.account.value),
                       .detail = R"({"proof":")" + std::string(opening.proof) + R"("})"});
    return std::move(token.text);
}

std::string begin_second_step(db::Tx& tx, const Services& services, const Opening& opening) {
    auto token = platform::crypto::new_token(platform::crypto::random_bytes);
    const Holder& holder = opening.holder;
    const auto sealed = sealed_for(holder, token.text, opening.secret);
    tx.run(sql::begin_half_sign_in, db::Bytes{token.hash}, holder.council, holder.account, services.clock(),
           bytes_of(sealed), opening.failures, bytes_of(opening.provider_token));
    return std::move(token.text);
}

}  // namespace maillage::identity
