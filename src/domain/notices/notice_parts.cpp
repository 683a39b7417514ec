#include "domain/notices/notice_parts.hpp"

namespace maillage::notices {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Language;

void letter(Out& out, const Call& call, const platform::mail::Text& text, Language language) {
    const std::string_view code = platform::i18n::code_of(language);
    el(out, "p", {}, [&](Out& o) {
        el(o, "span", {a("class", "muted")}, call.words("notices.mail.subject") + " ");
        el(o, "strong", {a("lang", code)}, text.subject);
    });
    el(out, "div", {a("class", "letter"), a("lang", code)}, text.body);
}

Language shown_language(const Call& call) {
    const std::string_view asked = call.request.query.get("language");
    return asked.empty() ? call.words.language() : platform::i18n::language_of(asked);
}

void languages(Out& out, const Call& call, std::string_view path) {
    const Language shown = shown_language(call);
    const std::string base = call.path(path);
    html::chips(out, call.words, call.words("notices.mail.language"),
                {{.label = call.words("notices.mail.french"),
                  .path = base + "?language=fr",
                  .current = shown == Language::fr},
                 {.label = call.words("notices.mail.english"),
                  .path = base + "?language=en",
                  .current = shown == Language::en}});
}

void no_mail_notice(Out& out, const Call& call, std::string_view site) {
    if (site.empty())
        html::notice(out, html::NoticeKind::warn, call.words("notices.no_mail"),
                     call.words("notices.no_mail_why"));
}

std::string in_words(const platform::i18n::Words& words, SendRefusal refusal) {
    switch (refusal) {
    case SendRefusal::not_permitted: return words("notices.refusal.not_permitted");
    case SendRefusal::no_mail: return words("notices.no_mail_why");
    case SendRefusal::no_recipient: return words("notices.refusal.no_recipient");
    case SendRefusal::already_sent: return words("notices.refusal.already_sent");
    case SendRefusal::not_awaited: return words("notices.refusal.not_awaited");
    }
    __builtin_unreachable();
}

}  // namespace maillage::notices
