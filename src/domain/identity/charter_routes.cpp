#include "domain/identity/charter_routes.hpp"

#include <algorithm>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/charter_page.hpp"
#include "domain/identity/sign_in_routes.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

CharterView read_view(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        return CharterView{.charters = charters(tx, call.actor),
                           .suspended = suspended_by_charter(tx, call.actor)};
    });
}

// Where somebody was going when the charter stopped them; nothing when it was nowhere.
std::string way_on(std::string_view asked) { return asked.empty() ? std::string() : next_path(asked); }

// The version of a form, if it is one that holds or will.
std::optional<std::int64_t> typed_version(Call& call) {
    const auto version = parse_id(call.form.fields.get("charter_version"));
    if (!version) return std::nullopt;
    const CharterView view = read_view(call);
    for (const Charter* const each :
         {in_force(view.charters, call.today), to_come(view.charters, call.today)})
        if (each != nullptr && each->version == *version) return version;
    return std::nullopt;
}

}  // namespace

html::Answer show_charter(Call& call) {
    CharterView view = read_view(call);
    if (const auto version = parse_id(call.request.query.get("version"))) {
        const auto found = std::ranges::find(view.charters, *version, &Charter::version);
        if (found == view.charters.end()) return http::Response::refused(404);
        if (&*found != in_force(view.charters, call.today) && &*found != to_come(view.charters, call.today))
            view.earlier = &*found;
    }
    view.next = way_on(call.request.query.get("next"));
    view.done = call.request.query.get("done");
    return charter_page(call, view);
}

http::Response charter_json(Call& call) {
    const CharterView view = read_view(call);
    platform::JsonWriter json;
    json.begin_object().member("suspended", view.suspended).key("versions").begin_array();
    for (const Charter& charter : view.charters) {
        json.begin_object().member("version", charter.version).member("title", charter.title);
        json.member("text", charter.body).member("from", charter.from.iso());
        json.member("in_force", &charter == in_force(view.charters, call.today));
        json.member("signed", charter.signed_at ? call.words.time(*charter.signed_at) : std::string());
        json.end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

html::Answer submit_charter_signature(Call& call) {
    const auto version = typed_version(call);
    if (!version) return http::Response::refused(404);
    in_transaction(call, [&](db::Tx& tx) { return sign_charter(tx, call.actor, *version, call.now); });
    const std::string next = way_on(call.form.fields.get("next"));
    return http::Response::see_other(next.empty() ? call.path("/charter?done=signed") : next);
}

html::Answer submit_signature_withdrawal(Call& call) {
    const auto version = typed_version(call);
    const bool withdrawn = version && in_transaction(call, [&](db::Tx& tx) {
                               return withdraw_signature(tx, call.actor, *version, call.now);
                           });
    if (!withdrawn) return http::Response::refused(404);
    return http::Response::see_other(call.path("/charter?done=withdrawn"));
}

}  // namespace maillage::identity
