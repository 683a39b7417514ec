#include <algorithm>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/charter_accounts_page.hpp"
#include "domain/identity/charter_routes.hpp"
#include "foundation/text.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;

SignatoriesView read_signatories(Call& call) {
    constexpr std::int64_t last_page = 10'000;
    const std::int64_t page = std::min(parse_id(call.request.query.get("page")).value_or(1), last_page);
    return in_transaction(call, [&](db::Tx& tx) {
        SignatoriesView view{.charters = charters(tx, call.actor),
                             .signatories = {},
                             .page = page,
                             .done = call.request.query.get("done")};
        view.signatories = signatories(tx, call.actor, view.charters, page);
        return view;
    });
}

std::string text_of(const std::optional<foundation::Instant>& time, const Call& call) {
    return time ? call.words.time(*time) : std::string();
}

std::string typed_text(const Call& call, html::FormState& state, const char* field, std::size_t longest,
                       platform::i18n::Key missing, platform::i18n::Key too_long) {
    std::string text(foundation::trimmed(state.value(field)));
    if (text.empty()) state.refuse(field, call.words(missing));
    if (foundation::length_in_characters(text) > longest) state.refuse(field, call.words(too_long));
    return text;
}

std::optional<NewCharter> typed_charter(const Call& call, html::FormState& state) {
    state.values = call.form.fields;
    NewCharter charter;
    charter.title = typed_text(call, state, "charter_title", longest_charter_title,
                               "identity.charter.no_name", "identity.charter.long_name");
    charter.body = typed_text(call, state, "charter_text", longest_charter, "identity.charter.no_text",
                              "identity.charter.long_text");
    const auto from = html::parse_typed_date(state.value("charter_from"));
    if (!from) state.refuse("charter_from", call.words("identity.charter.bad_date"));
    if (from && *from < call.today) state.refuse("charter_from", call.words("identity.charter.past"));
    if (state.value("charter_signed") != "1")
        state.refuse("charter_signed", call.words("identity.charter.sign_too"));
    charter.after = parse_id(state.value("charter_after")).value_or(0);
    if (!state.valid()) return std::nullopt;
    charter.from = *from;
    return charter;
}

// Begins with the latest text: a new version is most often a few words changed.
NewCharterView blank(const SignatoriesView& found) {
    NewCharterView view{.after = 0, .accounts = found.signatories.total, .state = {}};
    if (found.charters.empty()) return view;
    const Charter& latest = found.charters.front();
    view.after = latest.version;
    view.state.values.add("charter_title", latest.title);
    view.state.values.add("charter_text", latest.body);
    return view;
}

}  // namespace

html::Answer show_charter_signatories(Call& call) { return signatories_page(call, read_signatories(call)); }

http::Response charter_signatories_json(Call& call) {
    const SignatoriesView view = read_signatories(call);
    platform::JsonWriter json;
    json.begin_object().member("total", view.signatories.total);
    json.member("signed", view.signatories.have_signed);
    json.member("signed_early", view.signatories.have_signed_early).key("accounts").begin_array();
    for (const Signatory& one : view.signatories.rows) {
        json.begin_object().member("id", one.public_id).member("name", one.name);
        json.member("signed", text_of(one.signed_at, call));
        json.member("signed_early", text_of(one.signed_early_at, call)).end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

html::Answer show_new_charter(Call& call) { return new_charter_page(call, blank(read_signatories(call))); }

html::Answer submit_charter(Call& call) {
    html::FormState state;
    const auto charter = typed_charter(call, state);
    if (charter &&
        in_transaction(call, [&](db::Tx& tx) { return publish_charter(tx, call.actor, *charter, call.now); }))
        return http::Response::see_other(call.path("/accounts/charter?done=published"));
    NewCharterView view = blank(read_signatories(call));
    // The form is sent again against the version that its author is told of now.
    if (charter) state.refuse("charter_text", call.words("identity.charter.overtaken"));
    view.state = std::move(state);
    return new_charter_page(call, view);
}

}  // namespace maillage::identity
