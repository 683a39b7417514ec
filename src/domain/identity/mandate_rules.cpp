#include "domain/identity/mandate_rules.hpp"

namespace maillage::identity {

Confirmation confirmation_by(const MandateFacts& mandate, AccountId actor) {
    if (mandate.confirmed) return Confirmation::done;
    if (mandate.account == actor) return Confirmation::own_account;
    if (!mandate.opened) return Confirmation::not_opened;
    if (mandate.given_by == actor || mandate.opened_by == actor) return Confirmation::own_gift;
    return Confirmation::possible;
}

}  // namespace maillage::identity
