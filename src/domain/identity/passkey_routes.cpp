#include "domain/identity/passkey_routes.hpp"

#include <algorithm>

#include "domain/identity/account_store.hpp"
#include "domain/identity/own_account.hpp"
#include "domain/identity/passkey_page.hpp"
#include "domain/identity/second_factor_page.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"
#include "foundation/text.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/key_pair.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;
namespace crypto = platform::crypto;
namespace webauthn = platform::webauthn;

constexpr db::Context application{.reach = db::Context::Reach::system};

Asking registration(const Call& call) {
    return {.ceremony = Ceremony::registration, .bound_to = call.actor.session_id};
}

PasskeysView read_view(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        return PasskeysView{.passkeys = passkeys_of(tx, holder_of(call.actor)),
                            .with = provable(tx, call, holder_of(call.actor))};
    });
}

const Passkey* find(const PasskeysView& view, std::string_view id) {
    const auto found = std::ranges::find(view.passkeys, id, &Passkey::id);
    return found == view.passkeys.end() ? nullptr : &*found;
}

http::Response to_the_list(const Call& call, std::string_view done) {
    return http::Response::see_other(call.path("/profile/passkeys?done=" + std::string(done)));
}

// What a person calls it: one line.
std::optional<std::string> name_typed(const Call& call, html::FormState& state) {
    const std::string_view typed = foundation::trimmed(call.form.fields.get("name"));
    state.values.add("name", std::string(typed));
    if (!typed.empty() && foundation::is_clean_utf8(typed) && typed.find('\n') == typed.npos &&
        foundation::length_in_characters(typed) <= longest_passkey_name)
        return std::string(typed);
    state.refuse("name", call.words("identity.passkey.name_missing"));
    return std::nullopt;
}

std::optional<FormAnswer> refused_without_both(Call& call, PasskeysView& view) {
    auto refused = refused_without_password(call, view.state);
    if (!refused && view.with) refused = refused_without_factor(call, view.state);
    return refused;
}

// The challenge is used up whatever the answer holds.
std::expected<webauthn::NewCredential, webauthn::Refusal> credential_of(Call& call, const PasskeySite& site) {
    const auto& fields = call.form.fields;
    const auto challenge =
        challenge_of(call.services, site, registration(call), fields.get("passkey_ticket"));
    const bool fresh = challenge && call.services.database.transaction(application, [&](db::Tx& tx) {
        return use_challenge(tx, *challenge, call.now);
    });
    if (!fresh) return std::unexpected(webauthn::Refusal::challenge);
    return webauthn::registered({.challenge = *challenge, .rp_id = site.rp_id, .origin = site.origin},
                                crypto::from_base64url(fields.get("passkey_client")).value_or(""),
                                crypto::from_base64url(fields.get("passkey_attestation")).value_or(""));
}

// The private half under what the passkey computes, when the session holds the one and the browser sent the
// other.
std::optional<std::string> sealed_for_passkey(db::Tx& tx, Call& call) {
    const auto key =
        crypto::secret_key(crypto::from_base64url(call.form.fields.get("passkey_password")).value_or(""));
    const auto secret = secret_of_session(tx, call.actor, call.request.cookies.get(session_cookie));
    if (!key || !secret) return std::nullopt;
    return sealed_under(call.services, holder_of(call.actor), *secret, *key);
}

struct Kept {
    std::vector<std::string> recovery_codes;  // of the first factor
    std::string token;
};
std::optional<Kept> keep(Call& call, const PasskeySite& site, const std::string& name,
                         webauthn::NewCredential credential) {
    return in_transaction(call, [&](db::Tx& tx) -> std::optional<Kept> {
        const Holder holder = holder_of(call.actor);
        const bool first = !second_factor_of(tx, holder);
        const NewPasskey passkey{.credential = std::move(credential),
                                 .rp_id = site.rp_id,
                                 .name = name,
                                 .sealed_secret = sealed_for_passkey(tx, call)};
        if (!add_passkey(tx, holder, passkey, call.now)) return std::nullopt;
        note_own_act(tx, call, "identity.passkey.add");
        end_other_sessions(tx, call.actor);
        Kept kept;
        if (first) kept.recovery_codes = renew_recovery_codes(tx, call.services, holder);
        kept.token = rotate_session(tx, call.actor, call.request.cookies.get(session_cookie));
        return kept;
    });
}

}  // namespace

html::Answer show_passkeys(Call& call) {
    PasskeysView view = read_view(call);
    const std::string_view asked = call.request.query.get("passkey");
    if (const Passkey* const one = find(view, asked)) return one_passkey_page(call, view, *one);
    view.done = call.request.query.get("done");
    return passkeys_page(call, view);
}

http::Response show_passkeys_json(Call& call) {
    const PasskeysView view = read_view(call);
    platform::JsonWriter json;
    json.begin_object().member("total", static_cast<std::int64_t>(view.passkeys.size()));
    json.key("passkeys").begin_array();
    for (const Passkey& passkey : view.passkeys)
        json.begin_object()
            .member("id", passkey.id)
            .member("name", passkey.name)
            .member("site", passkey.rp_id)
            .member("created", call.words.today(passkey.created_at).iso())
            .member("on_several_devices", passkey.backed_up)
            .member("opens_key", passkey.opens_key)
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

html::Answer begin_passkey(Call& call) {
    PasskeysView view = read_view(call);
    const auto site = passkey_site(call.request);
    const auto name = name_typed(call, view.state);
    const auto refuse = [&](const FormAnswer& answer) {
        view.answer = answer;
        return passkeys_page(call, view);
    };
    if (!name || !site || view.passkeys.size() >= passkeys_at_most) return refuse(to_be_mended);
    if (const auto refused = refused_without_both(call, view)) return refuse(*refused);
    const NewPasskeyFor person = in_transaction(call, [&](db::Tx& tx) {
        const auto own = password_of(tx, call.actor);
        note_own_act(tx, call, "identity.passkey.begin");
        return NewPasskeyFor{.user_handle = passkey_user(tx, holder_of(call.actor)),
                             .email = own ? own->email : std::string(),
                             .display_name = call.actor.display_name};
    });
    const Challenge challenge = new_challenge(call.services, *site, registration(call));
    return make_passkey_page(
        call, {.name = *name,
               .options = registration_options(*site, challenge, person, usable_here(site, view.passkeys)),
               .ticket = challenge.ticket});
}

html::Answer keep_passkey(Call& call) {
    PasskeysView view = read_view(call);
    const auto site = passkey_site(call.request);
    const auto name = name_typed(call, view.state);
    const auto refuse = [&](platform::i18n::Key why) {
        view.state.refuse("name", call.words(why));
        view.answer = to_be_mended;
        return passkeys_page(call, view);
    };
    if (!site || !name) return refuse("identity.passkey.over");
    auto credential = credential_of(call, *site);
    if (!credential)
        return refuse(credential.error() == webauthn::Refusal::challenge
                          ? platform::i18n::Key("identity.passkey.over")
                          : platform::i18n::Key("identity.passkey.not_kept"));
    const auto kept = keep(call, *site, *name, *std::move(credential));
    if (!kept) return refuse("identity.passkey.known_already");
    if (!kept->recovery_codes.empty()) {
        html::Page page = recovery_codes_page(call, kept->recovery_codes);
        page.headers.push_back(session_cookie_header(kept->token));
        return page;
    }
    http::Response response = to_the_list(call, "added");
    set_session_cookie(response, kept->token);
    return response;
}

html::Answer name_passkey(Call& call) {
    PasskeysView view = read_view(call);
    const Passkey* const passkey = find(view, call.form.fields.get("passkey"));
    if (passkey == nullptr) return http::Response{.status = 404, .body = std::string()};
    const auto name = name_typed(call, view.state);
    if (!name) {
        view.answer = to_be_mended;
        return one_passkey_page(call, view, *passkey);
    }
    in_transaction(call, [&](db::Tx& tx) {
        if (rename_passkey(tx, holder_of(call.actor), passkey->id, *name))
            note_own_act(tx, call, "identity.passkey.rename");
    });
    return to_the_list(call, "renamed");
}

html::Answer end_passkey(Call& call) {
    PasskeysView view = read_view(call);
    const Passkey* const passkey = find(view, call.form.fields.get("passkey"));
    if (passkey == nullptr) return http::Response{.status = 404, .body = std::string()};
    if (const auto refused = refused_without_both(call, view)) {
        view.answer = *refused;
        return one_passkey_page(call, view, *passkey);
    }
    std::string token = in_transaction(call, [&](db::Tx& tx) {
        remove_passkey(tx, holder_of(call.actor), passkey->id);
        end_recovery_codes_of_nothing(tx, holder_of(call.actor));
        note_own_act(tx, call, "identity.passkey.remove");
        end_other_sessions(tx, call.actor);
        return rotate_session(tx, call.actor, call.request.cookies.get(session_cookie));
    });
    http::Response response = to_the_list(call, "removed");
    set_session_cookie(response, std::move(token));
    return response;
}

}  // namespace maillage::identity
