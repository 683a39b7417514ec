#include "domain/governance/member_routes.hpp"

#include "domain/governance/member_pages.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// Number 0 is nobody's: a wrong number is answered like an unknown one.
std::int64_t number_of(std::string_view text) {
    return foundation::whole_number<std::int64_t>(text).value_or(0);
}
MemberId member_of(const Call& call) { return MemberId(number_of(call.request.param("member"))); }

MemberChoices choices_of(db::Tx& tx, const Call& call) {
    return {.organisations = directory::organisation_choices(tx, call.actor),
            .persons = persons_offered(tx, call.actor)};
}

Answer new_page(Call& call, const html::FormState& state) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body || !call.may(identity::Act::edit_governance)) return http::Response::refused(404);
        return new_member_page(call, *body, choices_of(tx, call), state);
    });
}

// The seat as it is, to be held by another from today on.
html::FormState prefilled(const Call& call, const Member& member) {
    html::FormState state;
    state.values.add("function", member.function);
    state.values.add("organisation", member.organisation_key.value_or(""));
    if (member.college) state.values.add("college", std::string(name_of(*member.college)));
    state.values.add("standing", std::string(name_of(member.standing)));
    state.values.add("seat", std::string(name_of(member.seat)));
    state.values.add("from", call.words.date(call.today));
    return state;
}

Answer one_page(Call& call, const html::FormState* replacement, const html::FormState* ending) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body || !call.may(identity::Act::edit_governance)) return http::Response::refused(404);
        const auto member = find_member(tx, call.actor, body->id, member_of(call), call.today);
        if (!member) return http::Response::refused(404);
        html::FormState today;
        today.values.add("last_day", call.words.date(call.today));
        const html::FormState filled = prefilled(call, *member);
        const MemberChoices choices = choices_of(tx, call);
        return member_page(call, {.body = *body,
                                  .member = *member,
                                  .choices = choices,
                                  .replacement = replacement == nullptr ? filled : *replacement,
                                  .ending = ending == nullptr ? today : *ending});
    });
}

std::optional<foundation::Date> typed_day(const Call& call, html::FormState& state, std::string_view field,
                                          std::string refusal) {
    const auto day = html::parse_typed_date(call.form.fields.get(field));
    if (!day || day->year() < 1980 || day->year() > 2100) {
        state.refuse(std::string(field), std::move(refusal));
        return std::nullopt;
    }
    return day;
}

// What was typed, kept in `state` with what is wrong.
NewMember typed_member(const Call& call, html::FormState& state) {
    const http::Fields& form = call.form.fields;
    for (const std::string_view field :
         {"function", "person", "organisation", "college", "standing", "seat", "from", "until"})
        state.values.add(std::string(field), std::string(form.get(field)));
    NewMember member{.function = std::string(foundation::trimmed(form.get("function"))),
                     .organisation_key = std::string(form.get("organisation")),
                     .person = std::string(form.get("person"))};
    if (member.function.empty()) state.refuse("function", call.words("governance.refusal.no_function"));
    if (foundation::length_in_characters(member.function) > 120)
        state.refuse("function", call.words("governance.refusal.too_long"));
    member.college = college_named(form.get("college"));
    if (!form.get("college").empty() && !member.college)
        state.refuse("college", call.words("governance.refusal.no_college"));
    if (const auto standing = standing_named(form.get("standing")))
        member.standing = *standing;
    else
        state.refuse("standing", call.words("governance.refusal.no_standing"));
    if (const auto seat = seat_named(form.get("seat")))
        member.seat = *seat;
    else
        state.refuse("seat", call.words("governance.refusal.no_seat"));
    member.from =
        typed_day(call, state, "from", call.words("governance.refusal.no_day")).value_or(call.today);
    if (!foundation::trimmed(form.get("until")).empty())
        member.until = typed_day(call, state, "until", call.words("governance.refusal.no_last_day"));
    return member;
}

// The refusal beside its field; false for what does not exist.
bool explain(const Call& call, html::FormState& state, MemberRefusal refusal) {
    switch (refusal) {
    case MemberRefusal::not_found: return false;
    case MemberRefusal::no_such_organisation:
        state.refuse("organisation", call.words("governance.refusal.no_such_organisation"));
        return true;
    case MemberRefusal::no_such_person:
        state.refuse("person", call.words("governance.refusal.no_such_person"));
        return true;
    case MemberRefusal::already_there:
        state.refuse("function", call.words("governance.refusal.already_there"));
        return true;
    case MemberRefusal::person_sits_already:
        state.refuse("person", call.words("governance.refusal.person_sits_already"));
        return true;
    case MemberRefusal::person_in_a_body_of_others:
        state.refuse("person", call.words("governance.refusal.person_in_a_body_of_others"));
        return true;
    case MemberRefusal::ends_before_it_begins:
        state.refuse("until", call.words("governance.refusal.ends_before_it_begins"));
        return true;
    case MemberRefusal::begins_before_the_other:
        state.refuse("from", call.words("governance.refusal.begins_before_the_other"));
        return true;
    }
    __builtin_unreachable();
}

Answer back_to_body(const Call& call, const std::string& query = {}) {
    return http::Response::see_other(call.path("/bodies/" + std::string(call.request.param("body")) + query));
}

}  // namespace

Answer show_new_member(Call& call) {
    html::FormState state;
    state.values.add("standing", "member");
    state.values.add("seat", "holder");
    state.values.add("from", call.words.date(call.today));
    return new_page(call, state);
}

Answer submit_new_member(Call& call) {
    html::FormState state;
    const NewMember member = typed_member(call, state);
    if (!state.valid()) return new_page(call, state);
    const auto added = in_transaction(call, [&](db::Tx& tx) {
        return add_member(tx, call.actor, call.request.param("body"), member, call.today);
    });
    if (added) return back_to_body(call);
    return explain(call, state, added.error()) ? new_page(call, state) : http::Response::refused(404);
}

Answer show_member(Call& call) { return one_page(call, nullptr, nullptr); }

Answer submit_replacement(Call& call) {
    html::FormState state;
    const NewMember member = typed_member(call, state);
    if (!state.valid()) return one_page(call, &state, nullptr);
    const auto done = in_transaction(call, [&](db::Tx& tx) {
        return replace_member(tx, call.actor, call.request.param("body"), member_of(call), member,
                              call.today);
    });
    if (done) return back_to_body(call);
    return explain(call, state, done.error()) ? one_page(call, &state, nullptr)
                                              : http::Response::refused(404);
}

Answer submit_ending(Call& call) {
    const MemberId member = member_of(call);
    html::FormState state;
    state.values.add("last_day", std::string(call.form.fields.get("last_day")));
    // The button of the list sends no day: it means today.
    const std::optional<foundation::Date> last_day =
        foundation::trimmed(call.form.fields.get("last_day")).empty()
            ? std::optional(call.today)
            : typed_day(call, state, "last_day", call.words("governance.refusal.no_last_day"));
    if (!last_day) return one_page(call, nullptr, &state);
    const auto ended = in_transaction(call, [&](db::Tx& tx) {
        return end_member(tx, call.actor, call.request.param("body"), member, *last_day);
    });
    if (ended) return back_to_body(call, "?ended=" + std::to_string(member.value));
    if (call.form.fields.get("last_day").empty()) return http::Response::refused(404);
    state.refuse("last_day", call.words("governance.refusal.ends_before_it_begins"));
    return one_page(call, nullptr, &state);
}

Answer submit_reinstatement(Call& call) {
    const auto done = in_transaction(call, [&](db::Tx& tx) {
        return reinstate_member(tx, call.actor, call.request.param("body"), member_of(call));
    });
    return done ? back_to_body(call) : http::Response::refused(404);
}

Answer submit_quorum(Call& call) {
    html::FormState state;
    const std::string percent(foundation::trimmed(call.form.fields.get("quorum_percent")));
    Quorum quorum{.percent = number_of(percent),
                  .source = std::string(foundation::trimmed(call.form.fields.get("quorum_source")))};
    state.values.add("quorum_percent", percent);
    state.values.add("quorum_source", quorum.source);
    if (!percent.empty() && (quorum.percent < 1 || quorum.percent > 100))
        state.refuse("quorum_percent", call.words("governance.quorum.bad_percent"));
    // Neither the Code nor the strategy fixes one: whoever writes a quorum says who decided it.
    if (!percent.empty() && quorum.source.empty())
        state.refuse("quorum_source", call.words("governance.quorum.no_source"));
    if (foundation::length_in_characters(quorum.source) > 200)
        state.refuse("quorum_source", call.words("governance.quorum.long_source"));
    const std::string_view code = call.request.param("body");
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto body = find_body(tx, call.actor, code, call.today);
        if (!body || !call.may(identity::Act::edit_governance)) return http::Response::refused(404);
        if (!state.valid())
            return quorum_page(call, *body, members(tx, call.actor, body->id, Members::of_today, call.today),
                               state);
        if (!set_quorum(tx, call.actor, code, percent.empty() ? std::nullopt : std::optional(quorum)))
            return http::Response::refused(404);
        return back_to_body(call, "#quorum");
    });
}

}  // namespace maillage::governance
