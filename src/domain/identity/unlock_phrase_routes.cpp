#include "domain/identity/unlock_phrase_routes.hpp"

#include "domain/identity/account_store.hpp"
#include "domain/identity/own_account.hpp"
#include "domain/identity/password_form.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/identity/unlock_phrase_page.hpp"
#include "domain/identity/unlock_phrase_store.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

std::optional<SecretKey> held(db::Tx& tx, const Call& call) {
    return secret_of_session(tx, call.actor, call.request.cookies.get(session_cookie));
}

UnlockPhraseView read_view(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        const Holder holder = holder_of(call.actor);
        const auto own = password_of(tx, call.actor);
        const auto phrase = unlock_phrase_of(tx, holder);
        return UnlockPhraseView{.has_pair = public_key_of(tx, holder).has_value(),
                                .open = held(tx, call).has_value(),
                                .has_password = own && !own->record.empty(),
                                .chosen = phrase ? std::optional(phrase->chosen_at) : std::nullopt,
                                .with = provable(tx, call, holder)};
    });
}

FormAnswer refuse(const Call& call, html::FormState& state, PhraseRefusal why) {
    const std::string field(phrase_field);
    switch (why) {
    case PhraseRefusal::none_chosen:
        state.refuse(field, call.words("identity.unlock.none_chosen"));
        return to_be_mended;
    case PhraseRefusal::wrong: state.refuse(field, call.words("identity.unlock.wrong")); return to_be_mended;
    case PhraseRefusal::slow_down:
        state.refuse(field, call.words("identity.sign_in.slow_down"));
        return too_many;
    case PhraseRefusal::busy: state.refuse(field, call.words("identity.password.busy")); return too_busy;
    }
    __builtin_unreachable();
}

// What the person proved themselves with opens the pair, where there is one.
struct Proved {
    std::optional<SecretKey> by_password, secret;
};
std::expected<Proved, FormAnswer> proved(Call& call, UnlockPhraseView& view) {
    Proved proof;
    if (view.has_password) {
        auto key = own_unwrap_key(call, view.choosing);
        if (!key) return std::unexpected(key.error());
        proof.by_password = *std::move(key);
    } else if (view.chosen) {
        auto secret =
            opened_by_phrase(call.services, holder_of(call.actor), call.form.fields.get(phrase_field));
        if (!secret) return std::unexpected(refuse(call, view.choosing, secret.error()));
        proof.secret = *std::move(secret);
    }
    if (view.with)
        if (const auto refused = refused_without_factor(call, view.choosing))
            return std::unexpected(*refused);
    return proof;
}

std::optional<SecretKey> secret_for(db::Tx& tx, Call& call, Proved& proof) {
    const Holder holder = holder_of(call.actor);
    if (proof.secret) return std::move(proof.secret);
    if (proof.by_password) return open_key_pair(tx, call.services, holder, *proof.by_password);
    if (!public_key_of(tx, holder)) return first_key_pair(tx, call.services, holder);
    return held(tx, call);
}

}  // namespace

html::Answer show_unlock_phrase(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    UnlockPhraseView view = read_view(call);
    view.done = call.request.query.get("done");
    return unlock_phrase_page(call, view);
}

html::Answer unlock_by_phrase(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    auto opened = opened_by_phrase(call.services, holder_of(call.actor), call.form.fields.get(phrase_field));
    if (!opened) {
        UnlockPhraseView view = read_view(call);
        view.answer = refuse(call, view.opening, opened.error());
        return unlock_phrase_page(call, view);
    }
    const std::optional<SecretKey> secret(*std::move(opened));
    std::string token = in_transaction(call, [&](db::Tx& tx) {
        note_own_act(tx, call, "identity.key.open");
        return rotate_session(tx, call.actor, secret);
    });
    http::Response response = http::Response::see_other(call.path("/profile/unlock-phrase?done=open"));
    set_session_cookie(response, std::move(token));
    return response;
}

html::Answer choose_unlock_phrase(Call& call) {
    if (call.services.provider == nullptr) return http::Response::refused(404);
    UnlockPhraseView view = read_view(call);
    const auto refused = [&](const FormAnswer& answer) {
        view.answer = answer;
        return unlock_phrase_page(call, view);
    };
    auto proof = proved(call, view);
    if (!proof) return refused(proof.error());
    const auto phrase = new_password(call, {call.actor.display_name}, view.choosing);
    if (!phrase) return refused(phrase.error());
    const auto token = in_transaction(call, [&](db::Tx& tx) -> std::optional<std::string> {
        auto secret = secret_for(tx, call, *proof);
        if (!secret) return std::nullopt;
        keep_unlock_phrase(tx, call.services, holder_of(call.actor), *phrase, *secret);
        note_own_act(tx, call, "identity.unlock_phrase.choose");
        end_other_sessions(tx, call.actor);
        return rotate_session(tx, call.actor, secret);
    });
    if (!token) {
        view.choosing.refuse("new_password", call.words("identity.unlock.no_way"));
        return refused(to_be_mended);
    }
    http::Response response = http::Response::see_other(call.path("/profile/unlock-phrase?done=chosen"));
    set_session_cookie(response, *token);
    return response;
}

}  // namespace maillage::identity
