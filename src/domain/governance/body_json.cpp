
#include "domain/governance/body_routes.hpp"
#include "domain/governance/body_rules.hpp"
#include "domain/governance/member_routes.hpp"
#include "domain/governance/member_store.hpp"
#include "foundation/whole_number.hpp"
#include "platform/json_writer.hpp"

// The twins of the pages of bodies.
namespace maillage::governance {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using platform::JsonWriter;

void write_body(JsonWriter& json, const Body& body) {
    json.member("code", body.code)
        .member("kind", name_of(body.kind))
        .member("name", body.name)
        .member("name_en", body.name_en)
        .member("purpose", body.purpose)
        .member("chaired_by", body.chaired_by)
        .member("rhythm", name_of(body.rhythm))
        .member("month", body.month)
        .member("source", body.source)
        .member("legal_gap_months", body.legal_gap_months)
        .member("legal_article", body.legal_article)
        .member("nominative_items", may_hold_nominative_items(body.kind) == NominativeItems::under_charter)
        .member("strategy_group", body.strategy_group)
        .member("quorum_percent", body.quorum_percent)
        .member("quorum_source", body.quorum_source)
        .member("members_today", body.members);
}

void write_member(JsonWriter& json, const Member& member) {
    json.member("function", member.function)
        .member("organisation", member.organisation_key)
        .member("standing", name_of(member.standing))
        .member("seat", name_of(member.seat))
        .member("college", member.college ? name_of(*member.college) : std::string_view())
        .member("person", member.person.value_or(""))
        .member("fictional", member.fictional)
        .member("from", member.from.iso())
        .key("until");
    if (member.until)
        json.value(member.until->iso());
    else
        json.null();
}

}  // namespace

http::Response bodies_json(Call& call) {
    const auto all = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) { return bodies(tx, call.actor, call.today); });
    JsonWriter json;
    json.begin_object().key("bodies").begin_array();
    for (const Body& body : all) {
        json.begin_object();
        write_body(json, body);
        json.end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

http::Response body_json(Call& call) {
    const Members which = call.request.query.get("all") == "1" ? Members::of_all_time : Members::of_today;
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body) return http::Response::refused(404);
        JsonWriter json;
        json.begin_object();
        write_body(json, *body);
        json.key("members").begin_array();
        for (const Member& member : members(tx, call.actor, body->id, which, call.today)) {
            json.begin_object();
            write_member(json, member);
            json.end_object();
        }
        json.end_array().end_object();
        return http::Response::json(json.take());
    });
}

http::Response member_json(Call& call) {
    const auto id = foundation::whole_number<std::int64_t>(call.request.param("member"));
    if (!id) return http::Response::refused(404);
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body || !call.may(identity::Act::edit_governance)) return http::Response::refused(404);
        const auto member = find_member(tx, call.actor, body->id, MemberId(*id), call.today);
        if (!member) return http::Response::refused(404);
        JsonWriter json;
        json.begin_object().member("body", body->code);
        write_member(json, *member);
        json.end_object();
        return http::Response::json(json.take());
    });
}

}  // namespace maillage::governance
