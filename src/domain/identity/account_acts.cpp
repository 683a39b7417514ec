#include "domain/audit/api.hpp"
#include "domain/identity/account_page.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/accounts_routes.hpp"
#include "domain/identity/password_form.hpp"
#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

std::optional<AccountRow> find_asked(Call& call) {
    const auto id = parse_id(call.request.param("account"));
    if (!id) return std::nullopt;
    return call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) { return find_account(tx, call.actor, AccountId(*id)); });
}

http::Response nothing_here() { return {.status = 404, .body = std::string()}; }

http::Response back_to(const Call& call, AccountId account, std::string_view done) {
    return http::Response::see_other(call.path("/accounts/" + std::to_string(account.value) + "?done=") +
                                     std::string(done));
}

void note(db::Tx& tx, const Call& call, std::string_view act, AccountId account, std::string detail = "{}") {
    audit::record(tx, {.council = call.actor.council.value,
                       .account = call.actor.account.value,
                       .act = act,
                       .object_kind = "account",
                       .object = std::to_string(account.value),
                       .detail = std::move(detail)});
}

std::string role_detail(const NewMandate& mandate) {
    return R"({"role":")" + std::string(name_of(mandate.role)) + R"("})";
}

// An account that the actor may change: of the same council, active, and not their own. The rights of a
// person are always given and taken by somebody else.
std::optional<AccountRow> find_changeable(Call& call) {
    auto account = find_asked(call);
    if (!account || !account->active || account->id == call.actor.account) return std::nullopt;
    return account;
}

struct TypedAccount {
    std::string name, email;
};

TypedAccount typed_account(const Call& call, html::FormState& state) {
    const std::string name(foundation::trimmed(state.value("name")));
    if (name.empty()) state.refuse("name", call.words("identity.account.no_name"));
    if (foundation::length_in_characters(name) > 120)
        state.refuse("name", call.words("identity.account.long_name"));
    const auto email = normalised_email(state.value("email"));
    if (!email) state.refuse("email", call.words("identity.account.bad_email"));
    return {.name = name, .email = email.value_or("")};
}

}  // namespace

html::Answer show_new_account(Call& call) { return new_account_page(call, mandate_form(call)); }

html::Answer add_account(Call& call) {
    MandateForm form = mandate_form(call);
    const TypedAccount typed = typed_account(call, form.state);
    const auto mandate = typed_mandate(call, form);
    const auto record = new_password_record(call, {typed.name, typed.email}, form.state);
    if (!form.state.valid() || !mandate || !record) return new_account_page(call, form);
    const auto created = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<AccountId, AccountRefusal> {
            const AccountId account = TRY(create_account(
                tx, call.actor.council,
                {.email = typed.email, .display_name = typed.name, .password_record = *record}));
            grant_mandate(tx, call.actor.council, account, *mandate);
            note(tx, call, "identity.account.create", account, role_detail(*mandate));
            return account;
        });
    if (created) return back_to(call, *created, "created");
    form.state.refuse("email", call.words("identity.account.address_taken"));
    return new_account_page(call, form);
}

html::Answer show_account(Call& call) {
    auto account = find_asked(call);
    if (!account) return nothing_here();
    MandateForm form = mandate_form(call);
    return account_page(
        call,
        {.account = *std::move(account), .mandate = std::move(form), .done = call.request.query.get("done")});
}

http::Response show_account_json(Call& call) {
    const auto account = find_asked(call);
    if (!account) return nothing_here();
    platform::JsonWriter json;
    write_json(json, *account);
    return http::Response::json(json.take());
}

html::Answer add_mandate(Call& call) {
    auto account = find_changeable(call);
    if (!account) return nothing_here();
    MandateForm form = mandate_form(call);
    const auto mandate = typed_mandate(call, form);
    if (!mandate) return account_page(call, {.account = *std::move(account), .mandate = std::move(form)});
    call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        grant_mandate(tx, call.actor.council, account->id, *mandate);
        note(tx, call, "identity.mandate.grant", account->id, role_detail(*mandate));
    });
    return back_to(call, account->id, "mandate");
}

html::Answer close_mandate(Call& call) {
    const auto account = find_changeable(call);
    const auto mandate = parse_id(call.form.fields.get("mandate"));
    if (!account || !mandate) return nothing_here();
    const auto ended = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<AccountId, AccountRefusal> {
            const AccountId whose = TRY(end_mandate(tx, call.actor.council, *mandate, call.today));
            if (whose != account->id) return std::unexpected(AccountRefusal::not_found);
            note(tx, call, "identity.mandate.end", whose);
            return whose;
        });
    if (!ended) return nothing_here();
    return back_to(call, *ended, "ended");
}

html::Answer close_account(Call& call) {
    const auto account = find_changeable(call);
    if (!account) return nothing_here();
    const auto done = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<void, AccountRefusal> {
            const auto disabled = disable_account(tx, call.actor.council, account->id, call.now);
            if (disabled) note(tx, call, "identity.account.disable", account->id);
            return disabled;
        });
    if (!done) return nothing_here();
    return back_to(call, account->id, "disabled");
}

html::Answer renew_password(Call& call) {
    auto account = find_changeable(call);
    if (!account) return nothing_here();
    AccountView view{.account = *account, .mandate = mandate_form(call)};
    const auto record = new_password_record(call, {account->display_name, account->email}, view.password);
    if (!record) return account_page(call, view);
    const auto done = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<void, AccountRefusal> {
            const auto set = set_password(tx, call.actor.council, account->id, *record);
            if (!set) return set;
            end_all_sessions(tx, call.actor.council, account->id);
            note(tx, call, "identity.password.renew", account->id);
            return {};
        });
    if (!done) return nothing_here();
    return back_to(call, account->id, "password");
}

}  // namespace maillage::identity
