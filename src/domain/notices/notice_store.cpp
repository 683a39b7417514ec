#include "domain/notices/notice_store.hpp"

#include <fmt/format.h>

#include "domain/audit/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/notices/calendar_rules.hpp"
#include "domain/notices/sending_rules.hpp"
#include "domain/notices/sql.hpp"

namespace maillage::notices {
namespace {

namespace db = platform::db;
namespace mail = platform::mail;
using identity::Act;
using identity::Actor;
using identity::Call;

constexpr std::int64_t most_digests = 12;

// For statements that look for mandates: who may do this today.
std::vector<std::string> roles_of(Act act) {
    std::vector<std::string> names;
    for (const identity::Role role : identity::all_roles()) {
        // Without a first and a last day it holds on any.
        const identity::HeldRole held(role);
        if (identity::may({.signed_in = true, .roles = {&held, 1}}, act, {}, foundation::Date()))
            names.emplace_back(identity::name_of(role));
    }
    return names;
}

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, std::string_view kind,
              std::int64_t object, std::string detail = "{}") {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = std::string(kind),
                       .object = std::to_string(object),
                       .detail = std::move(detail)});
}

std::string detail_of(How how) { return how == How::by_itself ? R"({"automatic":true})" : "{}"; }

std::string detail_of(const Setting& setting) {
    return fmt::format(R"({{"digest":{},"reminders":{}}})", setting.digest, setting.reminders);
}

void queue(db::Tx& tx, const Call& call, std::string_view kind, const BothTexts& texts,
           std::vector<std::int64_t> accounts) {
    mail::queue(tx,
                {.council = call.actor.council.value,
                 .kind = kind,
                 .french = texts.french,
                 .english = texts.english,
                 .stop_path = call.path(own_mails_path),
                 .accounts = std::move(accounts),
                 .asked_by = call.actor.account.value},
                call.now);
}

SentDigest read_digest(db::Row& row) {
    SentDigest sent;
    sent.id = row.int8();
    sent.quarter = row.date();
    sent.how = row.boolean() ? How::by_itself : How::by_hand;
    sent.recipients = row.int8();
    sent.texts.french.subject = row.text();
    sent.texts.english.subject = row.text();
    sent.texts.french.body = row.text();
    sent.texts.english.body = row.text();
    sent.at = row.instant();
    return sent;
}

Awaited read_awaited(db::Row& row) {
    Awaited one;
    one.key = row.text();
    one.organisation = row.int8();
    one.name = row.text();
    one.accounts = row.int8s();
    one.reminded = row.instant_or_null();
    return one;
}

}  // namespace

Setting setting_of(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_governance)) return {};
    const auto read = [](db::Row& row) {
        const bool digest = row.boolean(), reminders = row.boolean();
        return Setting{.digest = digest, .reminders = reminders, .still_permitted = row.boolean()};
    };
    return tx.one(sql::setting_of_council, read, actor.council, roles_of(Act::edit_governance), actor.today)
        .value_or(Setting());
}

bool change_setting(db::Tx& tx, const Actor& actor, const Setting& setting, foundation::Instant now) {
    if (!may(actor, Act::edit_governance)) return false;
    tx.run(sql::set_setting, actor.council, setting.digest, setting.reminders, actor.account, now);
    note_act(tx, actor, "notices.setting.change", "council", actor.council.value, detail_of(setting));
    return true;
}

std::vector<Recipient> digest_recipients(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::edit_governance)) return {};
    const auto read = [](db::Row& row) {
        const std::int64_t account = row.int8();
        return Recipient{.account = account, .name = row.text()};
    };
    return tx.all(sql::digest_recipients, read, actor.council, actor.today);
}

std::vector<SentDigest> sent_digests(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_governance)) return {};
    return tx.all(sql::digests_of_council, read_digest, actor.council, most_digests);
}

std::expected<std::int64_t, SendRefusal> send_digest(db::Tx& tx, const Call& call, const BothTexts& texts,
                                                     How how) {
    if (!call.may(Act::edit_governance)) return std::unexpected(SendRefusal::not_permitted);
    if (site_of_mails(tx, call.actor).empty()) return std::unexpected(SendRefusal::no_mail);
    std::vector<std::int64_t> accounts;
    for (const Recipient& one : digest_recipients(tx, call.actor)) accounts.push_back(one.account);
    if (accounts.empty()) return std::unexpected(SendRefusal::no_recipient);
    const auto count = static_cast<std::int64_t>(accounts.size());
    const auto inserted =
        tx.run_unless_taken(sql::digest_insert, call.actor.council, quarter_of(call.today),
                            how == How::by_itself, count, texts.french.subject, texts.english.subject,
                            texts.french.body, texts.english.body, call.actor.account, call.now);
    if (!inserted) return std::unexpected(SendRefusal::already_sent);
    note_act(tx, call.actor, "notices.digest.send", "digest", inserted->row(0).int8(), detail_of(how));
    queue(tx, call, "digest", texts, std::move(accounts));
    return count;
}

std::vector<Awaited> awaited(db::Tx& tx, const Call& call) {
    if (!call.may(Act::edit_governance)) return {};
    const auto figures = indicators::awaited_figures(tx, call);
    std::vector<std::string> keys;
    for (const auto& one : figures) keys.push_back(one.owner);
    auto found = tx.all(sql::awaited_organisations, read_awaited, call.actor.council, keys, call.today,
                        roles_of(Act::fill_indicators));
    for (Awaited& one : found)
        for (const auto& asked : figures)
            if (asked.owner == one.key) one.figures = asked.figures;
    return found;
}

bool may_be_reminded(const Call& call, const Awaited& awaited) {
    return may_remind(call.today,
                      awaited.reminded ? std::optional(call.words.today(*awaited.reminded)) : std::nullopt);
}

std::expected<std::int64_t, SendRefusal> remind(db::Tx& tx, const Call& call, const Awaited& awaited,
                                                How how) {
    if (!call.may(Act::edit_governance)) return std::unexpected(SendRefusal::not_permitted);
    if (site_of_mails(tx, call.actor).empty()) return std::unexpected(SendRefusal::no_mail);
    if (awaited.accounts.empty()) return std::unexpected(SendRefusal::no_recipient);
    if (!may_be_reminded(call, awaited)) return std::unexpected(SendRefusal::already_sent);
    const auto count = static_cast<std::int64_t>(awaited.accounts.size());
    const auto inserted = tx.run_unless_taken(sql::reminder_insert, call.actor.council, awaited.organisation,
                                              week_of(call.today), awaited.figures, count,
                                              how == How::by_itself, call.actor.account, call.now);
    if (!inserted) return std::unexpected(SendRefusal::already_sent);
    note_act(tx, call.actor, "notices.reminder.send", "organisation", awaited.organisation, detail_of(how));
    queue(tx, call, "reminder", reminder_texts(tx, call, awaited.figures), awaited.accounts);
    return count;
}

OwnMails own_mails(db::Tx& tx, const Actor& actor) {
    OwnMails wanted;
    for (const std::string& kind : tx.all(
             sql::opt_outs_of_account, [](db::Row& row) { return row.text(); }, actor.council, actor.account))
        (kind == "digest" ? wanted.digest : wanted.reminder) = false;
    return wanted;
}

void set_own_mails(db::Tx& tx, const Actor& actor, const OwnMails& wanted) {
    for (const auto& [kind, takes] :
         {std::pair("digest", wanted.digest), std::pair("reminder", wanted.reminder)})
        tx.run(takes ? sql::remove_opt_out : sql::add_opt_out, actor.council, actor.account, kind);
    note_act(tx, actor, "notices.own_mails.change", "account", actor.account.value);
}

}  // namespace maillage::notices
