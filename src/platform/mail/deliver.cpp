#include "platform/mail/deliver.hpp"

#include "platform/mail/delivery_names.hpp"
#include "platform/mail/delivery_rules.hpp"
#include "platform/mail/message.hpp"
#include "platform/mail/smtp.hpp"
#include "platform/sql.hpp"

namespace maillage::platform::mail {
namespace {

using i18n::Language;

constexpr db::Context application{.account = 0, .council = 0, .reach = db::Context::Reach::system};

struct Taken {
    std::int64_t id = 0, council = 0, account = 0;
    int attempts = 0;  // before this one
    std::string token;
    Text french, english;
    std::string stop_path;
    foundation::Instant created;
    std::optional<Recipient> recipient;
};

Taken read_taken(db::Row& row) {
    Taken taken;
    taken.id = row.int8();
    taken.council = row.int8();
    taken.account = row.int8();
    taken.attempts = static_cast<int>(row.int8());
    taken.token = row.text();
    taken.french.subject = row.text();
    taken.english.subject = row.text();
    taken.french.body = row.text();
    taken.english.body = row.text();
    taken.stop_path = row.text();
    taken.created = row.instant();
    return taken;
}

// The attempt is noted, and its transaction over, before the relay is called: no lock waits for a network.
std::optional<Taken> take(const Delivering& delivering, foundation::Instant now) {
    return delivering.database.transaction(application, [&](db::Tx& tx) {
        auto taken = tx.one(sql::mail_take, read_taken, now);
        if (!taken) return taken;
        tx.run(sql::mail_begin, taken->council, taken->id, now + rest_after(taken->attempts + 1));
        taken->recipient = delivering.recipient(tx, taken->council, taken->account);
        return taken;
    });
}

void finish(const Delivering& delivering, const Taken& taken, DeliveryState state,
            const SendTrouble* trouble) {
    delivering.database.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::mail_finish, taken.council, taken.id, name_of(state),
               trouble ? name_of(trouble->why) : "", trouble ? trouble->code : 0, delivering.clock());
    });
}

std::expected<void, SendTrouble> attempt(const Relay& relay, const Taken& taken) {
    const Recipient& recipient = *taken.recipient;
    const Text& text = recipient.language == Language::fr ? taken.french : taken.english;
    const auto subject = HeaderText::create(text.subject);
    // A subject that no header can hold was written by us, and stays so at every attempt.
    if (!subject) return std::unexpected(SendTrouble{.why = SendTrouble::Why::refused, .code = 0});
    return send(
        relay, recipient.address,
        written({.from = relay.from,
                 .from_name = relay.from_name,
                 .to = recipient.address,
                 .subject = *subject,
                 .text = text.body,
                 .id = taken.token,
                 .date = taken.created,
                 .language = recipient.language,
                 .stop_page = taken.stop_path.empty() ? std::nullopt
                                                      : std::optional(relay.site.link(taken.stop_path))}));
}

bool is_of_the_relay(const SendTrouble& trouble) {
    using Why = SendTrouble::Why;
    return trouble.why == Why::unreachable || trouble.why == Why::no_tls || trouble.why == Why::not_signed_in;
}

}  // namespace

std::string_view name_of(SendTrouble::Why why) {
    switch (why) {
    case SendTrouble::Why::unreachable: return "unreachable";
    case SendTrouble::Why::no_tls: return "no_tls";
    case SendTrouble::Why::not_signed_in: return "not_signed_in";
    case SendTrouble::Why::refused_for_now: return "refused_for_now";
    case SendTrouble::Why::refused: return "refused";
    }
    __builtin_unreachable();
}

DeliveryReport deliver_due(const Delivering& delivering) {
    DeliveryReport report;
    while (!delivering.should_stop()) {
        const auto taken = take(delivering, delivering.clock());
        if (!taken) return report;
        if (!taken->recipient) {
            finish(delivering, *taken, DeliveryState::no_address, nullptr);
            ++report.refused;
            continue;
        }
        // Whose last attempt was noted, and its end not: the worker died in it.
        if (taken->attempts >= most_attempts) {
            finish(delivering, *taken, DeliveryState::given_up, nullptr);
            ++report.refused;
            continue;
        }
        const auto sent = attempt(delivering.relay, *taken);
        if (sent) {
            finish(delivering, *taken, DeliveryState::sent, nullptr);
            ++report.sent;
            continue;
        }
        const SendTrouble& trouble = sent.error();
        if (!may_pass_later(trouble)) {
            finish(delivering, *taken, DeliveryState::refused, &trouble);
            ++report.refused;
        } else if (taken->attempts + 1 >= most_attempts) {
            finish(delivering, *taken, DeliveryState::given_up, &trouble);
            ++report.refused;
        } else {
            delivering.database.transaction(application, [&](db::Tx& tx) {
                tx.run(sql::mail_trouble, taken->council, taken->id, name_of(trouble.why), trouble.code);
            });
            ++report.later;
        }
        if (is_of_the_relay(trouble)) return report;
    }
    return report;
}

}  // namespace maillage::platform::mail
