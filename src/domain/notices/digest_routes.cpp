#include "domain/notices/digest_page.hpp"
#include "domain/notices/notice_parts.hpp"
#include "domain/notices/notice_routes.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/json_writer.hpp"

namespace maillage::notices {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// What a reader saw: who sends later sends this, or is shown what changed.
std::string print_of(const DigestView& view) {
    std::string all;
    for (const std::string* text : {&view.texts.french.subject, &view.texts.french.body,
                                    &view.texts.english.subject, &view.texts.english.body})
        all += *text + '\0';
    for (const Recipient& one : view.recipients) all += std::to_string(one.account) + ",";
    return platform::crypto::hex(platform::crypto::blake2b(all)).substr(0, 32);
}

DigestView read_view(db::Tx& tx, const Call& call) {
    DigestView view{.site = site_of_mails(tx, call.actor),
                    .texts = digest_texts(tx, call),
                    .seen = {},
                    .recipients = digest_recipients(tx, call.actor),
                    .setting = setting_of(tx, call.actor),
                    .sent = sent_digests(tx, call.actor)};
    view.seen = print_of(view);
    return view;
}

}  // namespace

Answer show_digest(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) { return digest_page(call, read_view(tx, call), {}); });
}

http::Response digest_json(Call& call) {
    const DigestView view = in_transaction(call, [&](db::Tx& tx) { return read_view(tx, call); });
    const auto& text = view.texts.in(shown_language(call));
    platform::JsonWriter json;
    json.begin_object().member("subject", text.subject).member("text", text.body);
    json.member("automatic", view.setting.digest).member("reminders_automatic", view.setting.reminders);
    json.key("sent").begin_array();
    for (const SentDigest& one : view.sent)
        json.begin_object()
            .member("at", call.words.today(one.at).iso())
            .member("quarter", one.quarter.iso())
            .member("automatic", one.how == How::by_itself)
            .member("recipients", one.recipients)
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

Answer submit_digest(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const DigestView view = read_view(tx, call);
        html::FormState state;
        if (call.form.fields.get("confirmed") != "yes")
            state.refuse("confirmed", call.words("notices.digest.not_confirmed"));
        else if (call.form.fields.get("seen") != view.seen)
            state.refuse("confirmed", call.words("notices.digest.changed"));
        if (!state.valid()) return digest_page(call, view, state);
        const auto sent = send_digest(tx, call, view.texts, How::by_hand);
        if (!sent) {
            state.refuse("confirmed", in_words(call.words, sent.error()));
            return digest_page(call, view, state);
        }
        return http::Response::see_other(call.path("/digest?done=sent"));
    });
}

Answer submit_setting(Call& call) {
    const Setting wanted{.digest = call.form.fields.find("digest_automatic").has_value(),
                         .reminders = call.form.fields.find("reminders_automatic").has_value()};
    if (!in_transaction(call, [&](db::Tx& tx) { return change_setting(tx, call.actor, wanted, call.now); }))
        return http::Response::refused(404);
    return http::Response::see_other(call.path("/digest?done=setting"));
}

}  // namespace maillage::notices
