#include "domain/identity/own_account.hpp"

#include "domain/audit/api.hpp"

namespace maillage::identity {

void note_own_act(platform::db::Tx& tx, const Call& call, std::string_view act) {
    audit::record(tx, {.council = call.actor.council.value,
                       .account = call.actor.account.value,
                       .act = act,
                       .object_kind = "account",
                       .object = std::to_string(call.actor.account.value)});
}

}  // namespace maillage::identity
