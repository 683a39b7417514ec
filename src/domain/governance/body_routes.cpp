#include "domain/governance/body_routes.hpp"

#include <charconv>

#include "domain/governance/body_pages.hpp"
#include "foundation/text.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

template <class Work>
auto in_transaction(Call& call, Work&& work) {
    return call.services.database.transaction(call.actor.context(), std::forward<Work>(work));
}

// Member 0 does not exist: a wrong number is answered like an unknown one.
MemberId member_of(const Call& call) {
    const std::string_view text = call.request.param("member");
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return MemberId(error == std::errc() && end == text.data() + text.size() ? value : 0);
}

Answer form_page(Call& call, const html::FormState& state, int status) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body) return http::Response::refused(404);
        return member_form_page(call, *body, directory::organisation_choices(tx, call.actor), state, status);
    });
}

// What was typed, kept in `state` with what is wrong.
NewMember typed_member(Call& call, html::FormState& state) {
    const http::Fields& form = call.form.fields;
    for (const std::string_view field : {"function", "organisation", "standing", "seat", "from"})
        state.values.add(std::string(field), std::string(form.get(field)));
    NewMember member{.function = std::string(foundation::trimmed(form.get("function"))),
                     .organisation_key = std::string(form.get("organisation"))};
    if (member.function.empty()) state.refuse("function", call.words("governance.refusal.no_function"));
    if (foundation::length_in_characters(member.function) > 120)
        state.refuse("function", call.words("governance.refusal.too_long"));
    if (const auto standing = standing_named(form.get("standing")))
        member.standing = *standing;
    else
        state.refuse("standing", call.words("governance.refusal.no_standing"));
    if (const auto seat = seat_named(form.get("seat")))
        member.seat = *seat;
    else
        state.refuse("seat", call.words("governance.refusal.no_seat"));
    if (const auto from = html::parse_typed_date(form.get("from")))
        member.from = *from;
    else
        state.refuse("from", call.words("governance.refusal.no_day"));
    return member;
}

Answer back_to_body(Call& call, const std::string& query = {}) {
    return http::Response::see_other(call.path("/bodies/" + std::string(call.request.param("body")) + query));
}

}  // namespace

Answer show_bodies(Call& call) {
    return in_transaction(call,
                          [&](db::Tx& tx) { return bodies_page(call, bodies(tx, call.actor, call.today)); });
}

Answer show_body(Call& call) {
    const Members which = call.request.query.get("all") == "1" ? Members::of_all_time : Members::of_today;
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body) return http::Response::refused(404);
        return body_page(call, *body, members(tx, call.actor, body->id, which, call.today), which);
    });
}

Answer show_new_member(Call& call) {
    html::FormState state;
    state.values.add("standing", "member");
    state.values.add("seat", "holder");
    state.values.add("from", call.words.date(call.today));
    return form_page(call, state, 200);
}

Answer submit_new_member(Call& call) {
    html::FormState state;
    const NewMember member = typed_member(call, state);
    if (!state.valid()) return form_page(call, state, 422);
    const auto added = in_transaction(call, [&](db::Tx& tx) {
        return add_member(tx, call.actor, call.request.param("body"), member, call.today);
    });
    if (added) return back_to_body(call);
    switch (added.error()) {
    case MemberRefusal::not_found: return http::Response::refused(404);
    case MemberRefusal::no_such_organisation:
        state.refuse("organisation", call.words("governance.refusal.no_such_organisation"));
        break;
    case MemberRefusal::already_there:
        state.refuse("function", call.words("governance.refusal.already_there"));
        break;
    }
    return form_page(call, state, 422);
}

Answer submit_ending(Call& call) {
    const MemberId member = member_of(call);
    const auto ended = in_transaction(call, [&](db::Tx& tx) {
        return end_member(tx, call.actor, call.request.param("body"), member, call.today);
    });
    if (!ended) return http::Response::refused(404);
    return back_to_body(call, "?ended=" + std::to_string(member.value));
}

Answer submit_reinstatement(Call& call) {
    const auto done = in_transaction(call, [&](db::Tx& tx) {
        return reinstate_member(tx, call.actor, call.request.param("body"), member_of(call));
    });
    return done ? back_to_body(call) : http::Response::refused(404);
}

}  // namespace maillage::governance
