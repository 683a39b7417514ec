#include "domain/identity/directory_token_routes.hpp"

#include <algorithm>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/directory_token_page.hpp"
#include "foundation/text.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

DirectoryTokensView view_of(Call& call) {
    return {.tokens = in_transaction(call, [&](db::Tx& tx) { return directory_tokens(tx, call.actor); }),
            .done = call.request.query.get("done")};
}

std::optional<NewDirectoryToken> typed_token(const Call& call, html::FormState& state) {
    state.values = call.form.fields;
    const std::string name(foundation::trimmed(state.value("token_name")));
    if (name.empty() || foundation::length_in_characters(name) > longest_token_name)
        state.refuse("token_name", call.words("identity.directory.bad_name"));
    const std::string_view life = state.value("token_life");
    const auto lives = token_lives(call.words);
    if (std::ranges::find(lives, life, &html::Option::value) == lives.end())
        state.refuse("token_life", call.words("identity.directory.bad_life"));
    if (!state.valid()) return std::nullopt;
    return NewDirectoryToken{.name = name, .life = std::chrono::days(*parse_id(life))};
}

}  // namespace

html::Answer show_directory_tokens(Call& call) { return directory_tokens_page(call, view_of(call)); }

http::Response directory_tokens_json(Call& call) {
    platform::JsonWriter json;
    json.begin_object().key("tokens").begin_array();
    for (const DirectoryTokenRow& token : view_of(call).tokens) {
        json.begin_object().member("id", token.id).member("name", token.name);
        json.member("expires", call.words.time(token.expires_at));
        json.member("open", !token.revoked_at && token.expires_at > call.now);
        json.member("used", token.last_used_at.has_value()).end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

html::Answer add_directory_token(Call& call) {
    DirectoryTokensView view = view_of(call);
    const auto token = typed_token(call, view.state);
    if (!token) return directory_tokens_page(call, view);
    return new_directory_token_page(call, in_transaction(call, [&](db::Tx& tx) {
                                        return make_directory_token(tx, call.actor, *token, call.now);
                                    }));
}

html::Answer end_directory_token(Call& call) {
    const bool ended = in_transaction(call, [&](db::Tx& tx) {
        return revoke_directory_token(tx, call.actor, call.request.param("token"), call.now);
    });
    if (!ended) return http::Response::refused(404);
    return http::Response::see_other(call.path("/accounts/directory?done=revoked"));
}

html::Answer hand_account(Call& call) {
    const std::string_view to = call.form.fields.get("keeper");
    if (to != "directory" && to != "people") return http::Response::refused(400);
    const Keeper keeper = to == "directory" ? Keeper::directory : Keeper::people;
    const auto account = in_transaction(call, [&](db::Tx& tx) -> std::optional<AccountRow> {
        auto found = find_account(tx, call.actor, call.request.param("account"));
        if (!found || !call.may(Act::manage_accounts, rights_of(*found)) ||
            !hand_account_to(tx, call.actor, found->id, keeper))
            return std::nullopt;
        return found;
    });
    if (!account) return http::Response::refused(404);
    return http::Response::see_other(call.path("/accounts/" + account->public_id + "?done=") +
                                     (keeper == Keeper::directory ? "handed" : "taken"));
}

}  // namespace maillage::identity
