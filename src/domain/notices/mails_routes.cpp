#include <map>

#include "domain/audit/api.hpp"
#include "domain/notices/notice_parts.hpp"
#include "domain/notices/notice_routes.hpp"
#include "domain/notices/sql.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/form.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

// What went out and what did not: for who mends it.
namespace maillage::notices {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
namespace mail = platform::mail;
using html::a;
using html::Answer;
using html::el;
using html::Out;
using identity::Call;
using mail::DeliveryState;

constexpr int most_shown = 100;

struct MailsView {
    std::string site;
    std::vector<mail::Delivery> deliveries;
    std::map<std::int64_t, std::string> names;
};

MailsView read_view(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        MailsView view{.site = site_of_mails(tx, call.actor),
                       .deliveries = mail::latest_deliveries(tx, call.actor.council.value, most_shown),
                       .names = {}};
        std::vector<std::int64_t> accounts;
        for (const mail::Delivery& one : view.deliveries) accounts.push_back(one.account);
        for (auto& [account, name] : tx.all(
                 sql::account_names,
                 [](db::Row& row) {
                     const std::int64_t account = row.int8();
                     return std::pair(account, row.text());
                 },
                 call.actor.council, accounts))
            view.names[account] = name;
        return view;
    });
}

std::string kind_in_words(const platform::i18n::Words& words, std::string_view kind) {
    return kind == "digest" ? words("notices.mails.digest") : words("notices.mails.reminder");
}

std::string state_in_words(const platform::i18n::Words& words, const mail::Delivery& one) {
    switch (one.state) {
    case DeliveryState::waiting:
        return one.attempts == 0 ? words("notices.mails.waiting") : words("notices.mails.tried");
    case DeliveryState::sent: return words("notices.mails.sent");
    case DeliveryState::refused: return words("notices.mails.refused");
    case DeliveryState::given_up: return words("notices.mails.given_up");
    case DeliveryState::no_address: return words("notices.mails.no_address");
    }
    __builtin_unreachable();
}

html::State shape_of(DeliveryState state) {
    switch (state) {
    case DeliveryState::waiting: return html::State::todo;
    case DeliveryState::sent: return html::State::ok;
    case DeliveryState::refused:
    case DeliveryState::given_up:
    case DeliveryState::no_address: return html::State::late;
    }
    __builtin_unreachable();
}

std::string_view name_in_json(DeliveryState state) {
    switch (state) {
    case DeliveryState::waiting: return "waiting";
    case DeliveryState::sent: return "sent";
    case DeliveryState::refused: return "refused";
    case DeliveryState::given_up: return "given_up";
    case DeliveryState::no_address: return "no_address";
    }
    __builtin_unreachable();
}

// What went wrong last, and what to do about it.
std::string trouble_in_words(const platform::i18n::Words& words, const mail::Delivery& one) {
    if (one.state == DeliveryState::sent) return {};
    if (one.state == DeliveryState::no_address) return words("notices.mails.no_address_why");
    if (one.trouble == "unreachable") return words("notices.mails.unreachable");
    if (one.trouble == "no_tls") return words("notices.mails.no_tls");
    if (one.trouble == "not_signed_in") return words("notices.mails.not_signed_in");
    if (one.trouble == "refused_for_now" || one.trouble == "refused")
        return words("notices.mails.answered", {{"code", std::to_string(one.code)}});
    return {};
}

bool is_over_without_success(DeliveryState state) {
    return state != DeliveryState::waiting && state != DeliveryState::sent;
}

void rows(Out& out, Call& call, const MailsView& view) {
    const auto& words = call.words;
    const html::Table description{.caption = words("notices.mails.caption"),
                                  .columns = {{words("notices.mails.kind")},
                                              {words("notices.mails.queued")},
                                              {words("notices.mails.to")},
                                              {words("notices.mails.state")},
                                              {words("notices.mails.attempts"), {}, true},
                                              {words("notices.mails.again")}}};
    html::table(out, words, description, view.deliveries, [&](html::Row& row, const mail::Delivery& one) {
        const auto name = view.names.find(one.account);
        const std::string to = name == view.names.end() ? words("notices.mails.nobody") : name->second;
        row.heading(kind_in_words(words, one.kind));
        row.cell(words.time(one.created));
        row.cell(to);
        row.cell([&](Out& cell) {
            html::status(cell, shape_of(one.state), state_in_words(words, one));
            const std::string trouble = trouble_in_words(words, one);
            if (!trouble.empty()) el(cell, "div", {a("class", "muted")}, trouble);
        });
        row.cell(words.number(one.attempts));
        row.cell([&](Out& cell) {
            if (!is_over_without_success(one.state)) return;
            const html::Url action = call.url("/mails/" + std::to_string(one.id.value) + "/attempt");
            html::form_open(cell, action, fresh_tokens(call));
            el(cell, "button", {a("type", "submit"), a("class", "btn alt sm")}, [&](Out& button) {
                button.text(words("notices.mails.again"));
                el(button, "span", {a("class", "sr")}, " " + to);
            });
            html::form_close(cell);
        });
    });
}

}  // namespace

Answer show_mails(Call& call) {
    const auto& words = call.words;
    const MailsView view = read_view(call);
    html::Page page{.title = words("notices.mails.title"),
                    .section = "mails",
                    .crumbs = {{words("notices.mails.title"), ""}},
                    .help = "mails"};
    html::page_heading(page.main, page.title, words("notices.mails.why"));
    no_mail_notice(page.main, call, view.site);
    if (view.deliveries.empty())
        html::empty_state(page.main,
                          {.title = words("notices.mails.none"), .why = words("notices.mails.none_why")});
    else
        rows(page.main, call, view);
    return page;
}

http::Response mails_json(Call& call) {
    const MailsView view = read_view(call);
    platform::JsonWriter json;
    json.begin_object().key("mails").begin_array();
    for (const mail::Delivery& one : view.deliveries)
        json.begin_object()
            .member("id", one.id.value)
            .member("kind", one.kind)
            .member("queued", call.words.today(one.created).iso())
            .member("state", name_in_json(one.state))
            .member("attempts", one.attempts)
            .member("trouble", one.trouble)
            .member("code", one.code)
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

Answer submit_attempt(Call& call) {
    const auto id = foundation::whole_number<std::int64_t>(call.request.param("mail"));
    if (!id || !call.may(identity::Act::manage_accounts)) return http::Response::refused(404);
    const bool again = in_transaction(call, [&](db::Tx& tx) {
        if (!mail::try_again(tx, call.actor.council.value, mail::DeliveryId(*id), call.actor.account.value,
                             call.now))
            return false;
        audit::record(tx, {.council = call.actor.council.value,
                           .account = call.actor.account.value,
                           .act = "notices.mail.try_again",
                           .object_kind = "mail",
                           .object = std::to_string(*id)});
        return true;
    });
    if (!again) return http::Response::refused(404);
    return http::Response::see_other(call.path("/mails"));
}

}  // namespace maillage::notices
