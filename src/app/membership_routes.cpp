#include "app/membership_routes.hpp"

#include <algorithm>

#include "app/membership_page.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/form.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Act;
using identity::Call;
using territory::MembershipRefusal;

// Number 0 is no line's: a wrong number is answered like an unknown one.
territory::MembershipId membership_of(const Call& call) {
    return territory::MembershipId(
        foundation::whole_number<std::int64_t>(call.request.param("membership")).value_or(0));
}

territory::Author author_of(const Call& call) {
    return {.council = call.actor.council, .account = call.actor.account.value};
}

Answer page(Call& call, const html::FormState& state) {
    return in_transaction(call, [&](db::Tx& tx) {
        return membership_page(call,
                               {.memberships = territory::memberships(tx, call.actor.council),
                                .communes = territory::communes(tx, call.actor.council, call.today)},
                               state);
    });
}

std::optional<foundation::Date> typed_day(const Call& call, html::FormState& state,
                                          const std::string& field) {
    const auto day = html::parse_typed_date(state.value(field));
    if (day && day->year() >= 1980 && day->year() <= 2100) return day;
    state.refuse(field, call.words("territory.membership.no_day"));
    return std::nullopt;
}

Answer back(const Call& call) { return http::Response::see_other(call.path("/territory/communes")); }

}  // namespace

Answer show_memberships(Call& call) { return page(call, {}); }

http::Response memberships_json(Call& call) {
    const auto all =
        in_transaction(call, [&](db::Tx& tx) { return territory::memberships(tx, call.actor.council); });
    const auto iso = [](const auto& day) { return day ? day->iso() : std::string(); };
    platform::JsonWriter json;
    json.begin_object().key("memberships").begin_array();
    for (const auto& one : all)
        json.begin_object()
            .member("commune", one.code)
            .member("standing", one.standing)
            .member("since", iso(one.days.since))
            .member("until", iso(one.days.until))
            .member("source", one.source)
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

Answer submit_membership(Call& call) {
    if (!call.may(Act::edit_governance)) return http::Response::refused(404);
    html::FormState state;
    for (const std::string_view field : {"commune", "standing", "since", "source"})
        state.values.add(std::string(field), std::string(call.form.fields.get(field)));
    territory::NewMembership wanted{.code = std::string(state.value("commune")),
                                    .standing = std::string(state.value("standing")),
                                    .source = std::string(foundation::trimmed(state.value("source")))};
    if (wanted.standing != "member" && wanted.standing != "associated" && wanted.standing != "proposed")
        state.refuse("standing", call.words("territory.membership.no_standing"));
    if (wanted.source.empty() || foundation::length_in_characters(wanted.source) > 200)
        state.refuse("source", call.words("territory.membership.no_source"));
    if (const auto since = typed_day(call, state, "since")) wanted.since = *since;
    if (!state.valid()) return page(call, state);
    const auto added = in_transaction(
        call, [&](db::Tx& tx) { return territory::attach_commune(tx, author_of(call), wanted); });
    if (added) return back(call);
    state.refuse("commune", added.error() == MembershipRefusal::overlaps
                                ? call.words("territory.membership.overlaps")
                                : call.words("territory.membership.no_commune"));
    return page(call, state);
}

Answer submit_membership_ending(Call& call) {
    if (!call.may(Act::edit_governance)) return http::Response::refused(404);
    const territory::MembershipId id = membership_of(call);
    const std::string field = "until-" + std::to_string(id.value);
    html::FormState state;
    state.values.add(field, std::string(call.form.fields.get(field)));
    const auto all =
        in_transaction(call, [&](db::Tx& tx) { return territory::memberships(tx, call.actor.council); });
    const auto known = std::ranges::find(all, id, &territory::Membership::id);
    if (known == all.end() || known->days.until) return http::Response::refused(404);
    const auto until = typed_day(call, state, field);
    if (!until) return page(call, state);
    const auto ended = in_transaction(
        call, [&](db::Tx& tx) { return territory::end_membership(tx, author_of(call), id, *until); });
    if (ended) return back(call);
    state.refuse(field, call.words("territory.membership.ends_before_it_begins"));
    return page(call, state);
}

Answer submit_membership_reopening(Call& call) {
    if (!call.may(Act::edit_governance)) return http::Response::refused(404);
    const auto done = in_transaction(call, [&](db::Tx& tx) {
        return territory::reopen_membership(tx, author_of(call), membership_of(call));
    });
    return done ? back(call) : http::Response::refused(404);
}

}  // namespace maillage::app
