#include "domain/notices/digest_page.hpp"

#include "domain/notices/notice_parts.hpp"
#include "platform/html/table.hpp"

namespace maillage::notices {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;

void recipients_part(Out& out, const Call& call, const DigestView& view) {
    if (view.recipients.empty()) {
        html::empty_state(out, {.title = call.words("notices.digest.nobody"),
                                .why = call.words("notices.digest.nobody_why"),
                                .action = call.words("notices.digest.nobody_action"),
                                .path = call.path("/bodies")});
        return;
    }
    el(out, "ul", {}, [&](Out& list) {
        for (const Recipient& one : view.recipients) el(list, "li", {}, one.name);
    });
}

void send_form(Out& out, Call& call, const DigestView& view, const html::FormState& state) {
    if (view.recipients.empty() || view.site.empty()) return;
    const html::Url action = call.url("/digest");
    html::form_open(out, action, fresh_tokens(call));
    html::void_el(out, "input", {a("type", "hidden"), a("name", "seen"), a("value", view.seen)});
    html::checkbox_group(
        out, call.words,
        {.name = "confirmed",
         .label = call.words("notices.digest.confirm"),
         .options = {{"yes", call.words.plural("notices.digest.confirm_label", std::ssize(view.recipients))}},
         .required = true},
        state);
    html::submit(out, call.words("notices.digest.send"));
    html::form_close(out);
}

void setting_form(Out& out, Call& call, const Setting& setting) {
    if (!setting.still_permitted && (setting.digest || setting.reminders))
        html::notice(out, html::NoticeKind::warn, call.words("notices.setting.closed"),
                     call.words("notices.setting.closed_why"));
    const html::Url action = call.url("/digest/setting");
    html::form_open(out, action, fresh_tokens(call));
    html::checkbox(out, "digest_automatic", call.words("notices.setting.digest"), setting.digest);
    html::checkbox(out, "reminders_automatic", call.words("notices.setting.reminders"), setting.reminders);
    html::submit(out, call.words("notices.setting.save"));
    html::form_close(out);
}

void history(Out& out, const Call& call, const std::vector<SentDigest>& sent) {
    const auto& words = call.words;
    if (sent.empty()) return el(out, "p", {a("class", "muted")}, words("notices.digest.never"));
    const html::Table description{.caption = words("notices.digest.history"),
                                  .columns = {{words("notices.digest.sent_at")},
                                              {words("notices.digest.how")},
                                              {words("notices.digest.recipients"), {}, true},
                                              {words("notices.digest.text")}}};
    const auto language = shown_language(call);
    html::table(out, words, description, sent, [&](html::Row& row, const SentDigest& one) {
        row.heading(words.time(one.at));
        row.cell(one.how == How::by_itself ? words("notices.digest.by_itself")
                                           : words("notices.digest.by_hand"));
        row.cell(words.number(one.recipients));
        row.cell([&](Out& cell) {
            html::disclosure(cell, words("notices.digest.read"),
                             [&](Out& o) { letter(o, call, one.texts.in(language), language); });
        });
    });
}

void done_notice(Out& out, const Call& call) {
    const std::string_view done = call.request.query.get("done");
    if (done == "sent")
        html::notice(out, html::NoticeKind::ok, call.words("notices.done"),
                     call.words("notices.digest.queued"));
    if (done == "setting")
        html::notice(out, html::NoticeKind::ok, call.words("notices.done"),
                     call.words("notices.setting.saved"));
}

}  // namespace

html::Page digest_page(Call& call, const DigestView& view, const html::FormState& state) {
    const auto& words = call.words;
    const std::string title = words("notices.digest.title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "digest",
                    .crumbs = {{title, ""}},
                    .help = "digest"};
    Out& out = page.main;
    html::page_heading(out, title, words("notices.digest.why"));
    done_notice(out, call);
    html::error_summary(out, words, state);
    no_mail_notice(out, call, view.site);
    const bool runs = call.may(Act::edit_governance);
    html::panel(out, "letter", words("notices.digest.preview"), [&](Out& o) {
        languages(o, call, "/digest");
        letter(o, call, view.texts.in(shown_language(call)), shown_language(call));
    });
    if (runs) {
        html::panel(out, "to", words("notices.digest.to"), [&](Out& o) {
            recipients_part(o, call, view);
            send_form(o, call, view, state);
        });
        html::panel(out, "setting", words("notices.setting.title"),
                    [&](Out& o) { setting_form(o, call, view.setting); });
    }
    html::panel(out, "history", words("notices.digest.history"),
                [&](Out& o) { history(o, call, view.sent); });
    return page;
}

}  // namespace maillage::notices
