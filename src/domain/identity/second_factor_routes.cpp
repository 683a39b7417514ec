#include "domain/identity/second_factor_routes.hpp"

#include "domain/identity/account_store.hpp"
#include "domain/identity/own_account.hpp"
#include "domain/identity/second_factor_page.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

SecondFactorView read_view(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        return SecondFactorView{.factor = second_factor_of(tx, holder_of(call.actor)),
                                .with = provable(tx, call, holder_of(call.actor))};
    });
}

std::string own_email(Call& call) {
    const auto own = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) { return password_of(tx, call.actor); });
    return own ? own->email : std::string();
}

http::Response to_the_page(const Call& call, std::string_view done = {}) {
    const std::string query = done.empty() ? "" : "?done=" + std::string(done);
    return http::Response::see_other(call.path("/profile/second-factor" + query));
}

// The password, and a code or a passkey once there is one: nobody who finds a session open, or the telephone
// alone, changes what protects the account.
std::optional<html::Page> refused_without_both(Call& call) {
    SecondFactorView view = read_view(call);
    auto refused = refused_without_password(call, view.state);
    if (!refused && view.factor) refused = refused_without_factor(call, view.state);
    if (!refused) return std::nullopt;
    view.answer = *refused;
    return second_factor_page(call, view);
}

}  // namespace

html::Answer show_second_factor(Call& call) {
    SecondFactorView view = read_view(call);
    view.done = call.request.query.get("done");
    return second_factor_page(call, view);
}

html::Answer set_up_second_factor(Call& call) {
    const SecondFactorView view = read_view(call);
    if (view.factor && view.factor->application) return to_the_page(call);
    if (auto refused = refused_without_both(call)) return *std::move(refused);
    const std::string email = own_email(call);
    const auto secret = call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        auto fresh = begin_second_factor(tx, call.services, call.actor);
        if (fresh) note_own_act(tx, call, "identity.second_factor.begin");
        return fresh;
    });
    if (!secret) return to_the_page(call);
    return set_up_page(call, {.secret = *secret, .email = email});
}

html::Answer confirm_own_second_factor(Call& call) {
    const std::string email = own_email(call);
    struct Confirmed {
        std::vector<std::string> codes;
        std::string token;
    };
    std::optional<std::string> secret;
    const auto confirmed =
        call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) -> std::optional<Confirmed> {
            secret = secret_set_up(tx, call.services, call.actor);
            auto codes =
                confirm_second_factor(tx, call.services, call.actor, call.form.fields.get(code_field));
            if (!codes) return std::nullopt;
            note_own_act(tx, call, "identity.second_factor.set");
            end_other_sessions(tx, call.actor);
            return Confirmed{
                .codes = *std::move(codes),
                .token = rotate_session(tx, call.actor, call.request.cookies.get(session_cookie))};
        });
    if (confirmed) {
        html::Page page = recovery_codes_page(call, confirmed->codes);
        page.headers.push_back(session_cookie_header(confirmed->token));
        return page;
    }
    if (!secret) return to_the_page(call);
    SetUpView view{.secret = *std::move(secret), .email = email};
    view.answer = refuse_code(call, view.state, CodeVerdict::wrong);
    return set_up_page(call, view);
}

html::Answer give_new_recovery_codes(Call& call) {
    if (auto refused = refused_without_both(call)) return *std::move(refused);
    const auto codes = call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        note_own_act(tx, call, "identity.second_factor.codes");
        return renew_recovery_codes(tx, call.services, holder_of(call.actor));
    });
    return recovery_codes_page(call, codes);
}

html::Answer remove_own_second_factor(Call& call) {
    if (auto refused = refused_without_both(call)) return *std::move(refused);
    std::string token = call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        end_application(tx, holder_of(call.actor));
        note_own_act(tx, call, "identity.second_factor.remove");
        end_other_sessions(tx, call.actor);
        return rotate_session(tx, call.actor, call.request.cookies.get(session_cookie));
    });
    http::Response response = to_the_page(call, "removed");
    set_session_cookie(response, std::move(token));
    return response;
}

}  // namespace maillage::identity
