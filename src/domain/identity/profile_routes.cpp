#include "domain/identity/profile_routes.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/identity/key_pair_store.hpp"
#include "domain/identity/password_form.hpp"
#include "domain/identity/profile_page.hpp"
#include "domain/identity/role_words.hpp"
#include "domain/identity/session_cookie.hpp"
#include "foundation/text.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

ProfileView read_profile(Call& call) {
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const auto own = password_of(tx, call.actor);
        return ProfileView{
            .email = own ? own->email : std::string(),
            .preferences = preferences_of(tx, call.actor),
            .sessions = sessions_of(tx, call.actor),
            .second_factor = second_factor_of(tx, holder_of(call.actor)),
            .public_key = public_key_of(tx, holder_of(call.actor)).value_or(""),
            .key_closed = !secret_of_session(tx, call.actor, call.request.cookies.get(session_cookie)),
            .has_password = own && !own->record.empty()};
    });
}

// Only the values that exist; anything else keeps what was.
void take(std::string& into, std::string_view typed, std::initializer_list<std::string_view> known) {
    for (const std::string_view value : known)
        if (typed == value) into = value;
}

void take_preferences(Preferences& preferences, const http::Fields& fields) {
    take(preferences.language, fields.get("language"), {"fr", "en"});
    take(preferences.theme, fields.get("theme"), {"auto", "light", "dark"});
}

// A step's name and nothing else: what is kept is short, whatever is sent.
void skip_step(Preferences& preferences, std::string_view step) {
    constexpr std::size_t longest = 20, most = 200;
    const bool plain = std::ranges::all_of(step, [](char c) { return c >= 'a' && c <= 'z'; });
    std::string& skipped = preferences.skipped_steps;
    const auto before = foundation::split(skipped, ',');
    const bool known = std::ranges::find(before, step) != before.end();
    if (step.empty() || step.size() > longest || !plain || known) return;
    if (skipped.size() + step.size() < most) skipped += (skipped.empty() ? "" : ",") + std::string(step);
}

void audit_own(db::Tx& tx, const Call& call, std::string_view act) {
    audit::record(tx, {.council = call.actor.council.value,
                       .account = call.actor.account.value,
                       .act = act,
                       .object_kind = "account",
                       .object = std::to_string(call.actor.account.value)});
}

}  // namespace

html::Answer show_profile(Call& call) {
    ProfileView view = read_profile(call);
    view.done = call.request.query.get("done");
    view.opening_key = view.key_closed && call.request.query.get("open") == "key";
    return profile_page(call, view);
}

http::Response show_profile_json(Call& call) {
    const ProfileView view = read_profile(call);
    platform::JsonWriter json;
    json.begin_object().member("name", call.actor.display_name).member("email", view.email);
    json.member("language", view.preferences.language).member("theme", view.preferences.theme);
    json.member("shortcuts", view.preferences.shortcuts);
    json.member("first_steps", view.preferences.first_steps).key("roles").begin_array();
    for (const Role role : call.actor.roles) json.value(name_of(role));
    json.end_array().member("sessions", static_cast<std::int64_t>(view.sessions.size()));
    json.member("second_factor", view.second_factor.has_value());
    json.member("key_open", !view.key_closed);
    json.member("key", view.public_key.empty() ? "" : fingerprint_in_words(view.public_key)).end_object();
    return http::Response::json(json.take());
}

html::Answer save_profile(Call& call) {
    call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        Preferences preferences = preferences_of(tx, call.actor);
        take_preferences(preferences, call.form.fields);
        preferences.shortcuts = call.form.fields.find("shortcuts").has_value();
        // Who has no list of first steps is not asked.
        if (call.may(Act::edit_strategy)) {
            const bool wanted = call.form.fields.find("first_steps").has_value();
            // Brought back, the list is whole again.
            if (wanted && !preferences.first_steps) preferences.skipped_steps.clear();
            preferences.first_steps = wanted;
        }
        set_preferences(tx, call.actor, preferences);
    });
    return http::Response::see_other(call.path("/profile?done=preferences"));
}

html::Answer switch_preference(Call& call) {
    call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        Preferences preferences = preferences_of(tx, call.actor);
        take_preferences(preferences, call.form.fields);
        if (call.form.fields.get("first_steps") == "away") preferences.first_steps = false;
        skip_step(preferences, call.form.fields.get("skip_step"));
        set_preferences(tx, call.actor, preferences);
    });
    // Url::path lets nothing but a path of ours through.
    const html::Url back = html::Url::path(call.form.fields.get("back"));
    const bool usable = back.value().starts_with('/');
    return http::Response::see_other(usable ? std::string(back.value()) : call.path(""));
}

html::Answer change_password(Call& call) {
    ProfileView view = read_profile(call);
    const auto refuse = [&](const FormAnswer& answer) {
        view.answer = answer;
        return profile_page(call, view);
    };
    const auto old_key = own_unwrap_key(call, view.password);
    if (!old_key) return refuse(old_key.error());
    const auto chosen = new_password(call, {call.actor.display_name, view.email}, view.password);
    if (!chosen) return refuse(chosen.error());
    std::string token = call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const std::string_view cookie = call.request.cookies.get(session_cookie);
        const auto done = set_password(tx, call.actor.council, call.actor.account,
                                       platform::crypto::as_text(chosen->record));
        foundation::check(done.has_value(), "the account of a session exists");
        // Whoever knew the old password is out.
        end_other_sessions(tx, call.actor);
        audit_own(tx, call, "identity.password.change");
        // A passkey may have opened the session without the key: the old password still does.
        auto secret = secret_of_session(tx, call.actor, cookie);
        if (!secret) secret = open_key_pair(tx, call.services, holder_of(call.actor), *old_key);
        if (secret) seal_key_pair(tx, call.services, holder_of(call.actor), *secret, chosen->unwrap_key);
        return rotate_session(tx, call.actor, secret);
    });
    http::Response response = http::Response::see_other(call.path("/profile?done=password"));
    set_session_cookie(response, std::move(token));
    return response;
}

html::Answer unlock_key(Call& call) {
    ProfileView view = read_profile(call);
    const auto key = own_unwrap_key(call, view.password);
    if (!key) {
        view.answer = key.error();
        view.opening_key = view.key_closed = true;
        return profile_page(call, view);
    }
    std::string token = in_transaction(call, [&](db::Tx& tx) {
        audit_own(tx, call, "identity.key.open");
        return rotate_session(tx, call.actor, open_key_pair(tx, call.services, holder_of(call.actor), *key));
    });
    http::Response response = http::Response::see_other(call.path("/profile?done=key"));
    set_session_cookie(response, std::move(token));
    return response;
}

html::Answer close_session(Call& call) {
    const std::string id(call.form.fields.get("session"));
    call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        if (id == "others")
            end_other_sessions(tx, call.actor);
        else
            end_session(tx, call.actor, id);
        audit_own(tx, call, "identity.session.close");
    });
    return http::Response::see_other(call.path("/profile?done=sessions"));
}

html::Answer prolong_session(Call& call) { return http::Response::see_other(call.path("")); }

}  // namespace maillage::identity
