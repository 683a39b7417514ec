#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/notices/texts.hpp"

namespace maillage::notices {

enum class How : std::uint8_t { by_hand, by_itself };

// What leaves by itself; nothing until somebody who runs the council switches it on.
struct Setting {
    bool digest = false, reminders = false;
    // Whether who switched it on may still send, with an open account and a mandate of today: nothing leaves
    // otherwise. Known to who runs the council, who alone sees the mandates.
    bool still_permitted = true;
};
Setting setting_of(platform::db::Tx& tx, const identity::Actor& actor);
bool change_setting(platform::db::Tx& tx, const identity::Actor& actor, const Setting& setting,
                    foundation::Instant now);

struct Recipient {
    std::int64_t account = 0;
    std::string name;
};
// Of the summary, today; none for who may not send it.
std::vector<Recipient> digest_recipients(platform::db::Tx& tx, const identity::Actor& actor);

struct SentDigest {
    std::int64_t id = 0;
    foundation::Date quarter;
    How how = How::by_hand;
    std::int64_t recipients = 0;
    BothTexts texts;
    foundation::Instant at{};
};
// The latest first, three years of them.
std::vector<SentDigest> sent_digests(platform::db::Tx& tx, const identity::Actor& actor);

enum class SendRefusal : std::uint8_t {
    not_permitted,
    no_mail,  // this installation sends none
    no_recipient,
    already_sent,  // by itself in this quarter; to this organisation in this week
    not_awaited    // nothing is awaited of this organisation
};
std::expected<std::int64_t, SendRefusal> send_digest(platform::db::Tx& tx, const identity::Call& call,
                                                     const BothTexts& texts, How how);

// An organisation of which figures are awaited.
struct Awaited {
    std::string key, name;
    std::int64_t organisation = 0, figures = 0;
    std::vector<std::int64_t> accounts;  // that a reminder would reach
    std::optional<foundation::Instant> reminded;
};
std::vector<Awaited> awaited(platform::db::Tx& tx, const identity::Call& call);
// Of one organisation, by its key: how many got it.
std::expected<std::int64_t, SendRefusal> remind(platform::db::Tx& tx, const identity::Call& call,
                                                const Awaited& awaited, How how);
// Of one that was reminded before, the first day on which it may be again.
bool may_be_reminded(const identity::Call& call, const Awaited& awaited);

// The mails that somebody does not want.
struct OwnMails {
    bool digest = true, reminder = true;
};
OwnMails own_mails(platform::db::Tx& tx, const identity::Actor& actor);
void set_own_mails(platform::db::Tx& tx, const identity::Actor& actor, const OwnMails& wanted);

}  // namespace maillage::notices
