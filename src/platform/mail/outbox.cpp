#include "platform/mail/outbox.hpp"

#include <array>

#include "foundation/check.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/mail/delivery_names.hpp"
#include "platform/sql.hpp"

namespace maillage::platform::mail {
namespace {

constexpr std::array<std::string_view, 5> states{"waiting", "sent", "refused", "given_up", "no_address"};

DeliveryState state_named(std::string_view name) {
    for (std::size_t i = 0; i < states.size(); ++i)
        if (states[i] == name) return static_cast<DeliveryState>(i);
    foundation::check(false, "a delivery's state is one of those we know");
    __builtin_unreachable();
}

void enqueue_delivery(db::Tx& tx, std::int64_t council, std::int64_t asked_by, foundation::Instant now) {
    jobs::enqueue(tx, {.kind = deliver_kind, .council = council, .account = asked_by}, now);
}

Delivery read_delivery(db::Row& row) {
    const DeliveryId id(row.int8());
    std::string kind = row.text();
    const foundation::Instant created = row.instant();
    const std::int64_t account = row.int8();
    const DeliveryState state = state_named(row.text());
    const int attempts = static_cast<int>(row.int8());
    std::string trouble = row.text();
    const int code = static_cast<int>(row.int8());
    return {.id = id,
            .kind = std::move(kind),
            .created = created,
            .account = account,
            .state = state,
            .attempts = attempts,
            .trouble = std::move(trouble),
            .code = code,
            .finished = row.instant_or_null()};
}

}  // namespace

std::string_view name_of(DeliveryState state) { return states[static_cast<std::size_t>(state)]; }

void queue(db::Tx& tx, const NewMail& mail, foundation::Instant now) {
    if (mail.accounts.empty()) return;
    const auto id = tx.single(
        sql::mail_message_insert, [](db::Row& row) { return row.int8(); }, mail.council, mail.kind,
        mail.stop_path, now);
    tx.run(sql::mail_text_insert, id, mail.council, mail.french.subject, mail.english.subject,
           mail.french.body, mail.english.body);
    tx.run(sql::mail_delivery_insert, mail.council, id, mail.accounts, now);
    enqueue_delivery(tx, mail.council, mail.asked_by, now);
}

std::vector<Delivery> latest_deliveries(db::Tx& tx, std::int64_t council, int most) {
    return tx.all(sql::mail_of_council, read_delivery, council, most);
}

bool try_again(db::Tx& tx, std::int64_t council, DeliveryId id, std::int64_t asked_by,
               foundation::Instant now) {
    if (tx.run(sql::mail_again, council, id, now).affected() != 1) return false;
    enqueue_delivery(tx, council, asked_by, now);
    return true;
}

void wake_deliveries(db::Tx& tx, foundation::Instant now) {
    const auto read = [](db::Row& row) { return row.int8(); };
    for (const std::int64_t council : tx.all(sql::mail_councils_due, read, now, deliver_kind))
        enqueue_delivery(tx, council, 0, now);
}

void forget_deliveries(db::Tx& tx, foundation::Instant ended_before) {
    tx.run(sql::mail_forget, ended_before);
    tx.run(sql::mail_messages_forget, ended_before);
}

}  // namespace maillage::platform::mail
