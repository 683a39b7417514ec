#include "domain/identity/accounts_routes.hpp"

#include <algorithm>

#include "domain/identity/access_request_store.hpp"
#include "domain/identity/account_page.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/mandate_form.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::Out;

int page_asked(const Call& call) {
    constexpr std::int64_t last = 10'000;
    return static_cast<int>(std::min(parse_id(call.request.query.get("page")).value_or(1), last));
}

// With how many wait for this account's answer.
void requests_link(Out& out, Call& call) {
    const std::int64_t waiting =
        in_transaction(call, [&](platform::db::Tx& tx) { return open_access_requests(tx, call.actor); });
    const html::Url target = call.url("/accounts/requests");
    html::el(out, "a", {a("class", "btn alt"), url("href", target)},
             waiting == 0 ? call.words("identity.access.all")
                          : call.words("identity.access.all_waiting", {{"n", call.words.number(waiting)}}));
}

AccountPage find(Call& call) {
    const std::string words(call.request.query.get("q"));
    return call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
        return list_accounts(tx, call.actor, words, page_asked(call));
    });
}

void state_of(Out& out, const Call& call, const AccountRow& account) {
    const auto has = [&](bool confirmed) {
        return std::ranges::any_of(account.mandates, [&](const MandateRow& mandate) {
            return valid_on(mandate, call.today) && mandate.confirmed == confirmed;
        });
    };
    if (!account.active)
        html::status(out, html::State::off, call.words("identity.account.disabled"));
    else if (!account.opened)
        html::status(out, html::State::todo, call.words("identity.account.invited"));
    else if (has(false))
        html::status(out, html::State::todo, call.words("identity.account.to_confirm"));
    else if (!has(true))
        html::status(out, html::State::todo, call.words("identity.account.no_mandate"));
    else
        html::status(out, html::State::ok, call.words("identity.account.active"));
}

void roles_of(Out& out, const Call& call, const AccountRow& account) {
    std::string roles;
    for (const MandateRow& mandate : account.mandates)
        if (valid_on(mandate, call.today))
            roles += (roles.empty() ? "" : ", ") + mandate_in_words(call.words, mandate);
    out.text(roles);
}

void search_form(Out& out, const Call& call) {
    const html::Url action = call.url("/accounts");
    html::el(out, "form", {a("method", "get"), url("action", action), a("class", "filters")}, [&](Out& form) {
        html::text_field(
            form, call.words,
            {.name = "q", .label = call.words("identity.accounts.search"), .kind = html::FieldKind::search},
            {.values = call.request.query, .errors = {}});
        html::submit(form, call.words("identity.accounts.find"));
    });
}

void rows(Out& out, const Call& call, const AccountPage& found) {
    const auto& words = call.words;
    const html::Table description{.caption = words("identity.accounts.title"),
                                  .columns = {{words("identity.account.name")},
                                              {words("identity.account.email")},
                                              {words("identity.account.roles")},
                                              {words("identity.account.state")}}};
    html::table(out, words, description, found.rows, [&](html::Row& row, const AccountRow& account) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/accounts/" + account.public_id);
            // The invented ones say so in their very name, wherever it stands.
            html::el(o, "a", {url("href", target)}, account.display_name);
        });
        row.cell(account.email);
        row.cell([&](Out& o) { roles_of(o, call, account); });
        row.cell([&](Out& o) { state_of(o, call, account); });
    });
    html::pagination(out, words,
                     {.path = call.path("/accounts"),
                      .query = call.request.query,
                      .page = page_asked(call),
                      .rows = found.total,
                      .per_page = 50});
}

}  // namespace

html::Answer show_accounts(Call& call) {
    const auto& words = call.words;
    const AccountPage found = find(call);
    const std::string title = words("identity.accounts.title");
    html::Page page{.title = title, .section = "accounts", .crumbs = {{title, ""}}, .help = "accounts"};
    html::page_heading(page.main, title, words("identity.accounts.situation"), [&](Out& actions) {
        const html::Url target = call.url("/accounts/new"), list = call.url("/accounts/list"),
                        directory = call.url("/accounts/directory"), charter = call.url("/accounts/charter");
        html::el(actions, "a", {a("class", "btn"), url("href", target)}, words("identity.accounts.new"));
        html::el(actions, "a", {a("class", "btn alt"), url("href", list)}, words("identity.list.title"));
        html::el(actions, "a", {a("class", "btn alt"), url("href", directory)},
                 words("identity.directory.title"));
        html::el(actions, "a", {a("class", "btn alt"), url("href", charter)},
                 words("identity.charter.title"));
        requests_link(actions, call);
    });
    search_form(page.main, call);
    if (found.rows.empty())
        html::empty_state(page.main, {.title = words("identity.accounts.empty"),
                                      .why = words("identity.accounts.empty_why"),
                                      .action = words("identity.accounts.all"),
                                      .path = call.path("/accounts")});
    else
        rows(page.main, call, found);
    return page;
}

http::Response show_accounts_json(Call& call) {
    const AccountPage found = find(call);
    platform::JsonWriter json;
    json.begin_object().member("total", found.total).key("accounts").begin_array();
    for (const AccountRow& account : found.rows) write_json(json, account);
    json.end_array().end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::identity
