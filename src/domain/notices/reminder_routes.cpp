#include "domain/notices/notice_parts.hpp"
#include "domain/notices/notice_routes.hpp"
#include "platform/html/form.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

namespace maillage::notices {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::Answer;
using html::el;
using html::Out;
using identity::Call;

void remind_cell(Out& out, Call& call, const Awaited& one, bool sends) {
    const auto& words = call.words;
    if (one.accounts.empty()) return out.text(words("notices.reminder.no_account"));
    if (!may_be_reminded(call, one)) return out.text(words("notices.reminder.this_week"));
    if (!sends) return out.text(words("notices.no_mail"));
    const html::Url action = call.url("/reminders");
    html::form_open(out, action, fresh_tokens(call));
    html::void_el(out, "input", {a("type", "hidden"), a("name", "organisation"), a("value", one.key)});
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm")}, [&](Out& button) {
        button.text(words("notices.reminder.send"));
        el(button, "span", {a("class", "sr")}, " " + one.name);
    });
    html::form_close(out);
}

void rows(Out& out, Call& call, const std::vector<Awaited>& all, bool sends) {
    const auto& words = call.words;
    const html::Table description{.caption = words("notices.reminder.caption"),
                                  .columns = {{words("notices.reminder.organisation")},
                                              {words("notices.reminder.figures"), {}, true},
                                              {words("notices.reminder.accounts"), {}, true},
                                              {words("notices.reminder.last")},
                                              {words("notices.reminder.send")}}};
    html::table(out, words, description, all, [&](html::Row& row, const Awaited& one) {
        row.heading(one.name);
        row.cell(words.number(one.figures));
        row.cell(words.number(static_cast<std::int64_t>(one.accounts.size())));
        row.cell(one.reminded ? words.date(words.today(*one.reminded)) : words("notices.reminder.never"));
        row.cell([&](Out& cell) { remind_cell(cell, call, one, sends); });
    });
}

html::Page page_of(db::Tx& tx, Call& call, const std::vector<Awaited>& all, const std::string& refused) {
    const auto& words = call.words;
    html::Page page{.title = words("notices.reminder.title"),
                    .main = {},
                    .status = refused.empty() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("notices.reminder.dashboard"), call.path("/dashboard")},
                               {words("notices.reminder.awaited_page"), call.path("/indicators/missing")},
                               {words("notices.reminder.title"), ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(out, page.title, words("notices.reminder.why"));
    if (!refused.empty()) html::notice(out, html::NoticeKind::bad, words("notices.not_sent"), refused);
    if (call.request.query.get("done") == "sent")
        html::notice(out, html::NoticeKind::ok, words("notices.done"), words("notices.reminder.queued"));
    const std::string site = site_of_mails(tx, call.actor);
    no_mail_notice(out, call, site);
    if (all.empty()) {
        html::empty_state(
            out, {.title = words("notices.reminder.none"), .why = words("notices.reminder.none_why")});
        return page;
    }
    rows(out, call, all, !site.empty());
    html::panel(out, "letter", words("notices.reminder.preview"), [&](Out& o) {
        languages(o, call, "/reminders");
        const auto language = shown_language(call);
        letter(o, call, reminder_texts(tx, call, all.front().figures).in(language), language);
        el(o, "p", {a("class", "muted")}, words("notices.reminder.preview_of", {{"name", all.front().name}}));
    });
    const html::Url setting = call.url("/digest");
    el(out, "p", {}, [&](Out& o) { el(o, "a", {url("href", setting)}, words("notices.reminder.setting")); });
    return page;
}

}  // namespace

Answer show_reminders(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) { return page_of(tx, call, awaited(tx, call), {}); });
}

http::Response reminders_json(Call& call) {
    const auto all = in_transaction(call, [&](db::Tx& tx) { return awaited(tx, call); });
    platform::JsonWriter json;
    json.begin_object().key("awaited").begin_array();
    for (const Awaited& one : all) {
        json.begin_object().member("organisation", one.key).member("figures", one.figures);
        json.member("accounts", static_cast<std::int64_t>(one.accounts.size()));
        json.member("reminded", one.reminded ? call.words.today(*one.reminded).iso() : std::string())
            .end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

Answer submit_reminder(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto all = awaited(tx, call);
        const std::string_view wanted = call.form.fields.get("organisation");
        SendRefusal refusal = SendRefusal::not_awaited;
        for (const Awaited& one : all) {
            if (one.key != wanted) continue;
            const auto sent = remind(tx, call, one, How::by_hand);
            if (sent) return http::Response::see_other(call.path("/reminders?done=sent"));
            refusal = sent.error();
        }
        return page_of(tx, call, all, in_words(call.words, refusal));
    });
}

}  // namespace maillage::notices
