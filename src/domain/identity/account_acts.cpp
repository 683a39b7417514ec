#include "domain/audit/api.hpp"
#include "domain/identity/account_page.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/accounts_routes.hpp"
#include "domain/identity/invitation_store.hpp"
#include "domain/identity/second_factor_store.hpp"
#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

std::optional<AccountRow> find_asked(Call& call) {
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        return find_account(tx, call.actor, call.request.param("account"));
    });
}

http::Response nothing_here() { return {.status = 404, .body = std::string()}; }

http::Response back_to(const Call& call, const AccountRow& account, std::string_view done) {
    return http::Response::see_other(call.path("/accounts/" + account.public_id + "?done=") +
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

// An account whose rights the actor may change: of the same council, active, and not their own.
std::optional<AccountRow> find_changeable(Call& call) {
    auto account = find_asked(call);
    if (!account || !call.may(Act::manage_accounts, rights_of(*account))) return std::nullopt;
    return account;
}

// A code for the account, in the transaction that makes it necessary.
NewCode new_code(db::Tx& tx, const Call& call, AccountId account) {
    const std::string code = call.services.random_hex(code_bytes);
    const auto until = invite(
        tx, {.council = call.actor.council, .account = account, .given_by = call.actor.account, .code = code},
        call.now);
    return {.code = grouped_code(code), .until = until};
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
    if (!form.state.valid() || !mandate) return new_account_page(call, form);
    struct Created {
        AccountRow account;
        NewCode code;
    };
    const auto created = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<Created, AccountRefusal> {
            const AccountId account = TRY(
                create_account(tx, call.actor.council,
                               {.email = typed.email, .display_name = typed.name, .password_record = {}}));
            propose_mandate(tx, call.actor, account, *mandate);
            note(tx, call, "identity.account.create", account, role_detail(*mandate));
            NewCode code = new_code(tx, call, account);
            const std::string public_id = public_id_of(tx, call.actor.council, account);
            auto row = find_account(tx, call.actor, public_id);
            foundation::check(row.has_value(), "an account that was just created exists");
            return Created{.account = *std::move(row), .code = std::move(code)};
        });
    if (created) return code_page(call, created->account, created->code);
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
        propose_mandate(tx, call.actor, account->id, *mandate);
        note(tx, call, "identity.mandate.give", account->id, role_detail(*mandate));
    });
    return back_to(call, *account, "mandate");
}

html::Answer second_mandate(Call& call) {
    const auto account = find_changeable(call);
    const std::string_view mandate = call.form.fields.get("mandate");
    if (!account) return nothing_here();
    const auto done = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<void, AccountRefusal> {
            const auto confirmed = confirm_mandate(tx, call.actor, account->id, mandate, call.now);
            if (confirmed) note(tx, call, "identity.mandate.confirm", account->id);
            return confirmed;
        });
    if (!done) return nothing_here();
    return back_to(call, *account, "confirmed");
}

html::Answer close_mandate(Call& call) {
    const auto account = find_changeable(call);
    const std::string_view mandate = call.form.fields.get("mandate");
    if (!account) return nothing_here();
    const auto ended = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) -> std::expected<void, AccountRefusal> {
            const auto done = end_mandate(tx, call.actor.council, account->id, mandate, call.today);
            if (done) note(tx, call, "identity.mandate.end", account->id);
            return done;
        });
    if (!ended) return nothing_here();
    return back_to(call, *account, "ended");
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
    return back_to(call, *account, "disabled");
}

html::Answer remove_lost_factor(Call& call) {
    const auto account = find_changeable(call);
    if (!account) return nothing_here();
    const bool removed = call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const bool done =
            take_factor_away(tx, {.council = call.actor.council, .account = account->id}, call.actor.account);
        if (done) note(tx, call, "identity.second_factor.take_away", account->id);
        return done;
    });
    if (!removed) return nothing_here();
    return back_to(call, *account, "factor");
}

html::Answer renew_code(Call& call) {
    const auto account = find_changeable(call);
    if (!account) return nothing_here();
    const NewCode code = call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        note(tx, call, "identity.account.invite", account->id);
        return new_code(tx, call, account->id);
    });
    return code_page(call, *account, code);
}

}  // namespace maillage::identity
