#pragma once

#include <functional>
#include <optional>

#include "platform/db/pool.hpp"
#include "platform/i18n/words.hpp"
#include "platform/mail/relay.hpp"

namespace maillage::platform::mail {

// Who gets a mail, as the account says at that moment; nothing for one that is closed or has no address that
// a mail can be sent to.
struct Recipient {
    Address address;
    i18n::Language language = i18n::Language::fr;
};
using FindRecipient =
    std::function<std::optional<Recipient>(db::Tx&, std::int64_t council, std::int64_t account)>;

struct Delivering {
    db::Pool& database;
    const Relay& relay;
    FindRecipient recipient;
    foundation::Clock clock;
    std::function<bool()> should_stop;
};

struct DeliveryReport {
    int sent = 0, refused = 0, later = 0;
};
// Hands every mail that is due to the relay, one after the other; ends at the first that finds the relay out
// of order, which the others would find too.
DeliveryReport deliver_due(const Delivering& delivering);

}  // namespace maillage::platform::mail
