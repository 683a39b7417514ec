#include "domain/identity/session_opening.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr int sessions_at_most = 2;

}  // namespace

std::string open_session(db::Tx& tx, const Services& services, const Opening& opening) {
    auto token = platform::crypto::new_token(platform::crypto::random_bytes);
    const Holder& holder = opening.holder;
    const auto sealed = sealed_for(holder, token.text, opening.secret);
    tx.run(sql::open_session, db::Bytes{token.hash}, holder.council, holder.account, services.random_hex(16),
           services.clock(), opening.agent, sealed ? std::optional(db::Bytes{*sealed}) : std::nullopt,
           opening.failures);
    tx.run(sql::trim_sessions, holder.account, sessions_at_most);
    audit::record(tx, {.council = holder.council.value,
                       .account = holder.account.value,
                       .act = "identity.session.open",
                       .object_kind = "account",
                       .object = std::to_string(holder.account.value),
                       .detail = R"({"proof":")" + std::string(opening.proof) + R"("})"});
    return std::move(token.text);
}

}  // namespace maillage::identity
