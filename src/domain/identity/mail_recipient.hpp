#pragma once

#include <cstdint>
#include <optional>

#include "platform/db/tx.hpp"
#include "platform/mail/deliver.hpp"

namespace maillage::identity {

// Where a mail to this account goes at this moment, under the application's own context: nothing for an
// account that is closed, or whose address no mail can be sent to.
std::optional<platform::mail::Recipient> mail_recipient(platform::db::Tx& tx, std::int64_t council,
                                                        std::int64_t account);

}  // namespace maillage::identity
