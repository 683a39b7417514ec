#pragma once

#include <optional>
#include <string>

#include "foundation/instant.hpp"
#include "platform/i18n/words.hpp"
#include "platform/mail/address.hpp"
#include "platform/mail/header.hpp"

namespace maillage::platform::mail {

// One mail to one person, text only: what a screen reader reads, what no client blocks.
struct Message {
    Address from;
    HeaderText from_name;
    Address to;
    HeaderText subject;
    std::string text;  // UTF-8, lines ended by "\n"
    std::string
        id;  // letters, digits, dots and hyphens: the same at each attempt, so that a copy is known as one
    foundation::Instant date;
    i18n::Language language = i18n::Language::fr;
    std::optional<std::string> stop_page = {};  // a link of SiteAddress: where these mails are stopped
};

// As it is handed to the relay (RFC 5322, 2045, 3834 for Auto-Submitted, 2369 for List-Unsubscribe).
std::string written(const Message& message);

// "Mon, 30 Nov 2026 08:00:00 +0000"
std::string date_of_mail(foundation::Instant moment);

}  // namespace maillage::platform::mail
