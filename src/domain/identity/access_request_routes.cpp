#include "domain/identity/access_request_routes.hpp"

#include "domain/identity/access_request_page.hpp"
#include "foundation/text.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

OwnAccessView own_view(Call& call) {
    return {.requests = in_transaction(call, [&](db::Tx& tx) { return own_access_requests(tx, call.actor); }),
            .done = call.request.query.get("done")};
}

std::string typed_text(const Call& call, html::FormState& state, const char* field, std::size_t longest,
                       platform::i18n::Key too_long) {
    std::string text(foundation::trimmed(state.value(field)));
    if (foundation::length_in_characters(text) > longest) state.refuse(field, call.words(too_long));
    return text;
}

// Why one asks, why one refuses: some words are needed.
std::string typed_reason(const Call& call, html::FormState& state, const char* field,
                         platform::i18n::Key missing) {
    std::string text = typed_text(call, state, field, longest_access_reason, "identity.access.long_reason");
    if (text.empty()) state.refuse(field, call.words(missing));
    return text;
}

std::optional<NewAccessRequest> typed_request(const Call& call, html::FormState& state) {
    state.values = call.form.fields;
    const auto role = role_named(state.value("access_role"));
    if (!role) state.refuse("access_role", call.words("identity.access.no_role"));
    std::string on_behalf =
        typed_text(call, state, "access_for", longest_on_behalf, "identity.access.long_on_behalf");
    std::string reason = typed_reason(call, state, "access_reason", "identity.access.no_reason");
    if (!role || !state.valid()) return std::nullopt;
    return NewAccessRequest{.role = *role, .on_behalf = std::move(on_behalf), .reason = std::move(reason)};
}

void write_json(platform::JsonWriter& json, const Call& call, const AccessRequest& request) {
    json.begin_object().member("id", request.id).member("name", request.name);
    json.member("role", name_of(request.role)).member("on_behalf", request.on_behalf);
    json.member("reason", request.reason).member("asked", call.words.time(request.asked_at));
    json.member("state", name_of(request.state)).member("answer", request.answer).end_object();
}

http::Response list_json(const Call& call, const std::vector<AccessRequest>& requests) {
    platform::JsonWriter json;
    json.begin_object().key("requests").begin_array();
    for (const AccessRequest& request : requests) write_json(json, call, request);
    json.end_array().end_object();
    return http::Response::json(json.take());
}

std::optional<AccessRequest> find_asked(Call& call) {
    return in_transaction(
        call, [&](db::Tx& tx) { return find_access_request(tx, call.actor, call.request.param("request")); });
}

// One that this account may answer now.
std::optional<AccessRequest> find_waiting(Call& call) {
    auto request = find_asked(call);
    if (!request || !may_decide(call.actor, *request)) return std::nullopt;
    return request;
}

// The form of the mandate begins with the role that was asked for.
MandateForm prefilled(Call& call, const AccessRequest& request) {
    MandateForm form = mandate_form(call);
    form.state.values = {};
    form.state.values.add("role", std::string(name_of(request.role)));
    return form;
}

}  // namespace

html::Answer show_own_access(Call& call) { return own_access_page(call, own_view(call)); }

http::Response own_access_json(Call& call) { return list_json(call, own_view(call).requests); }

html::Answer submit_access_request(Call& call) {
    html::FormState state;
    const auto wanted = typed_request(call, state);
    if (wanted &&
        in_transaction(call, [&](db::Tx& tx) { return ask_access(tx, call.actor, *wanted, call.now); }))
        return http::Response::see_other(call.path("/access?done=asked"));
    if (wanted) state.refuse("access_role", call.words("identity.access.enough"));
    OwnAccessView view = own_view(call);
    view.state = std::move(state);
    return own_access_page(call, view);
}

html::Answer submit_access_withdrawal(Call& call) {
    const bool withdrawn = in_transaction(
        call, [&](db::Tx& tx) { return withdraw_access(tx, call.actor, call.request.param("request")); });
    if (!withdrawn) return http::Response::refused(404);
    return http::Response::see_other(call.path("/access?done=withdrawn"));
}

html::Answer show_access_requests(Call& call) {
    return access_requests_page(
        call, in_transaction(call, [&](db::Tx& tx) { return access_requests(tx, call.actor); }),
        call.request.query.get("done"));
}

http::Response access_requests_json(Call& call) {
    return list_json(call, in_transaction(call, [&](db::Tx& tx) { return access_requests(tx, call.actor); }));
}

html::Answer show_access_request(Call& call) {
    auto request = find_asked(call);
    if (!request) return http::Response::refused(404);
    MandateForm mandate = prefilled(call, *request);
    return access_request_page(call, {.request = *std::move(request), .mandate = std::move(mandate)});
}

html::Answer accept_access_request(Call& call) {
    auto request = find_waiting(call);
    if (!request) return http::Response::refused(404);
    MandateForm form = mandate_form(call);
    const auto mandate = typed_mandate(call, form);
    if (!mandate)
        return access_request_page(call, {.request = *std::move(request), .mandate = std::move(form)});
    const bool granted = in_transaction(
        call, [&](db::Tx& tx) { return grant_access(tx, call.actor, *request, *mandate, call.now); });
    if (!granted) return http::Response::refused(404);
    return http::Response::see_other(call.path("/accounts/" + request->public_id + "?done=mandate"));
}

html::Answer refuse_access_request(Call& call) {
    auto request = find_waiting(call);
    if (!request) return http::Response::refused(404);
    html::FormState state{.values = call.form.fields, .errors = {}};
    const std::string why = typed_reason(call, state, "access_answer", "identity.access.no_why");
    if (!state.valid()) {
        MandateForm mandate = prefilled(call, *request);
        return access_request_page(
            call,
            {.request = *std::move(request), .mandate = std::move(mandate), .refusal = std::move(state)});
    }
    const bool refused = in_transaction(
        call, [&](db::Tx& tx) { return refuse_access(tx, call.actor, *request, why, call.now); });
    if (!refused) return http::Response::refused(404);
    return http::Response::see_other(call.path("/accounts/requests?done=refused"));
}

}  // namespace maillage::identity
