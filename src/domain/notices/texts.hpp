#pragma once

#include "domain/identity/api.hpp"
#include "platform/mail/outbox.hpp"

namespace maillage::notices {

// Where these mails are stopped.
inline constexpr std::string_view own_mails_path = "/profile/mails";

struct BothTexts {
    platform::mail::Text french, english;

    const platform::mail::Text& in(platform::i18n::Language language) const {
        return language == platform::i18n::Language::fr ? french : english;
    }
};

// What a page or a job sends to the outbox, in the same words: aggregates and links, no name.
BothTexts digest_texts(platform::db::Tx& tx, const identity::Call& call);
BothTexts reminder_texts(platform::db::Tx& tx, const identity::Call& call, std::int64_t figures);

// The address of the site as mails write it; empty while nobody sends.
std::string site_of_mails(platform::db::Tx& tx, const identity::Actor& actor);

// A call as another language would have it.
identity::Call in_language(const identity::Call& call, platform::i18n::Language language);

}  // namespace maillage::notices
