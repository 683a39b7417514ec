#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/strong_id.hpp"
#include "platform/db/tx.hpp"

// What request handlers and jobs do with mails. Who queues one manages accounts, or is the application.
namespace maillage::platform::mail {

using DeliveryId = foundation::StrongId<struct DeliveryIdTag>;

// The kind of job that hands the mails that are due to the relay.
inline constexpr std::string_view deliver_kind = "mail.deliver";

struct Text {
    std::string subject, body;
};
// One text for several accounts; each gets it in its own language. It names nobody: fixed sentences,
// aggregates and links.
struct NewMail {
    std::int64_t council = 0;
    std::string_view kind;  // "digest"
    Text french, english;
    std::string stop_path = {};          // "/laval/profile/mails"
    std::vector<std::int64_t> accounts;  // each once
    std::int64_t asked_by = 0;           // 0: the application itself
};

// In the caller's transaction: the mails exist if and only if the act they tell of does. They leave after it,
// at least once each: a worker that dies between the relay's answer and its own note sends again, under the
// same Message-ID.
void queue(db::Tx& tx, const NewMail& mail, foundation::Instant now);

enum class DeliveryState : std::uint8_t { waiting, sent, refused, given_up, no_address };
struct Delivery {
    DeliveryId id;
    std::string kind;
    foundation::Instant created;
    std::int64_t account;
    DeliveryState state;
    int attempts;
    std::string trouble;  // name_of(SendTrouble::Why), or nothing
    int code;             // the relay's answer, or 0
    std::optional<foundation::Instant> finished;
};
// The latest first.
std::vector<Delivery> latest_deliveries(db::Tx& tx, std::int64_t council, int most);

// A mail that was refused or given up is tried anew; false for any other.
bool try_again(db::Tx& tx, std::int64_t council, DeliveryId id, std::int64_t asked_by,
               foundation::Instant now);

// What the application does every minute: a job for each council whose mails are due.
void wake_deliveries(db::Tx& tx, foundation::Instant now);
// Deliveries that ended before, and messages without any left.
void forget_deliveries(db::Tx& tx, foundation::Instant ended_before);

}  // namespace maillage::platform::mail
