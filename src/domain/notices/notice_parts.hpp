#pragma once

#include "domain/notices/notice_store.hpp"
#include "platform/html/components.hpp"

namespace maillage::notices {

// The mail as it will be: its subject and its text, in their own language.
void letter(platform::html::Out& out, const identity::Call& call, const platform::mail::Text& text,
            platform::i18n::Language language);
// French or English, as links that keep the page.
void languages(platform::html::Out& out, const identity::Call& call, std::string_view path);
platform::i18n::Language shown_language(const identity::Call& call);
// That this installation sends no mail, and who changes it; nothing when it does.
void no_mail_notice(platform::html::Out& out, const identity::Call& call, std::string_view site);
// Why nothing was sent.
std::string in_words(const platform::i18n::Words& words, SendRefusal refusal);

}  // namespace maillage::notices
