#include "domain/snapshots/snapshot_routes.hpp"

#include <algorithm>

#include "domain/snapshots/freeze.hpp"
#include "domain/snapshots/snapshot_jobs.hpp"
#include "domain/snapshots/snapshot_store.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::snapshots {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

constexpr std::size_t longest_title = 200;

// 0 is no snapshot's: a wrong number is answered like an unknown one.
std::int64_t number_in_address(const Call& call) {
    return foundation::whole_number<std::int64_t>(call.request.param("snapshot")).value_or(0);
}

// The body that was chosen, or the one whose meetings are of that kind; none where several are, and for
// another occasion.
std::string read_body(const Call& call, const std::vector<MeetingBody>& bodies, Occasion occasion,
                      html::FormState& state) {
    const std::string_view code = state.value("body");
    const auto of_the_kind = [&](const MeetingBody& one) { return one.occasion == occasion; };
    if (code.empty()) {
        const auto found = std::ranges::find_if(bodies, of_the_kind);
        return std::ranges::count_if(bodies, of_the_kind) == 1 ? found->code : std::string();
    }
    const auto chosen = std::ranges::find(bodies, code, &MeetingBody::code);
    if (chosen == bodies.end())
        state.refuse("body", call.words("snapshots.refusal.no_body"));
    else if (!of_the_kind(*chosen))
        state.refuse("body", call.words("snapshots.refusal.other_body"));
    return std::string(code);
}

NewSnapshot read_form(const Call& call, const std::vector<MeetingBody>& bodies, html::FormState& state) {
    for (const std::string_view field : {"title", "occasion", "body", "meeting_on"})
        state.values.add(std::string(field), std::string(call.form.fields.get(field)));
    NewSnapshot wanted{.title = std::string(foundation::trimmed(state.value("title")))};
    if (wanted.title.empty()) state.refuse("title", call.words("snapshots.refusal.no_title"));
    if (foundation::length_in_characters(wanted.title) > longest_title)
        state.refuse("title", call.words("snapshots.refusal.long_title",
                                         {{"most", call.words.number(longest_title)}}));
    const auto occasion = occasion_named(state.value("occasion"));
    if (!occasion) state.refuse("occasion", call.words("snapshots.refusal.no_occasion"));
    wanted.occasion = occasion.value_or(Occasion::other);
    if (occasion) wanted.body = read_body(call, bodies, *occasion, state);
    const bool typed = !foundation::trimmed(state.value("meeting_on")).empty();
    wanted.meeting_on = html::parse_typed_date(state.value("meeting_on"));
    if (typed && (!wanted.meeting_on || wanted.meeting_on->year() < 2000 || wanted.meeting_on->year() > 2100))
        state.refuse("meeting_on", call.words("snapshots.refusal.no_day"));
    else if (!typed && occasion && *occasion != Occasion::other)
        state.refuse("meeting_on", call.words("snapshots.refusal.day_needed"));
    return wanted;
}

Answer order(Call& call, std::string_view kind) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto job = order_document(tx, call, kind, number_in_address(call));
        if (!job) return http::Response::refused(404);
        return http::Response::see_other(call.path("/jobs/" + std::to_string(job->value)));
    });
}

}  // namespace

bool AskedComparison::unknown() const {
    const auto exists = [&](std::int64_t number) {
        return std::ranges::find(heads, number, &Head::number) != heads.end();
    };
    return heads.size() > 1 && !(exists(chosen.earlier) && exists(chosen.later));
}

std::optional<Snapshot> asked_snapshot(Call& call) {
    return in_transaction(call,
                          [&](db::Tx& tx) { return snapshot(tx, call.actor, number_in_address(call)); });
}

AskedComparison asked_comparison(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        AskedComparison asked{.heads = snapshot_list(tx, call.actor)};
        asked.chosen = chosen_in(call, asked.heads);
        if (asked.heads.size() < 2 || asked.chosen.earlier == asked.chosen.later) return asked;
        asked.earlier = snapshot(tx, call.actor, asked.chosen.earlier);
        asked.later = snapshot(tx, call.actor, asked.chosen.later);
        return asked;
    });
}

Answer show_snapshots(Call& call) {
    return list_page(call, in_transaction(call, [&](db::Tx& tx) { return snapshot_list(tx, call.actor); }));
}

Answer show_freeze(Call& call) {
    html::FormState state;
    state.values.add("title", call.words("snapshots.freeze.usual_title"));
    state.values.add("occasion", std::string(name_of(Occasion::plenary)));
    const auto bodies = in_transaction(call, [&](db::Tx& tx) { return meeting_bodies(tx, call.actor); });
    return freeze_page(call, content_of_today(call), bodies, state);
}

Answer submit_freeze(Call& call) {
    html::FormState state;
    const auto bodies = in_transaction(call, [&](db::Tx& tx) { return meeting_bodies(tx, call.actor); });
    const NewSnapshot wanted = read_form(call, bodies, state);
    const Content content = content_of_today(call);
    const Counts counts = count(content);
    if (counts.indicators == 0 && counts.actions == 0)
        state.refuse("title", call.words("snapshots.freeze.empty_why"));
    else if (call.form.fields.get(seen_field) != print_of(content))
        state.refuse(std::string(preview_part), call.words("snapshots.freeze.changed"),
                     call.words("snapshots.freeze.preview"));
    if (!state.valid()) return freeze_page(call, content, bodies, state);
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto number = take_snapshot(tx, call.actor, wanted, content, call.now);
        if (!number) return http::Response::refused(404);
        return http::Response::see_other(snapshot_path(call, *number));
    });
}

Answer show_comparison(Call& call) {
    const AskedComparison asked = asked_comparison(call);
    if (asked.unknown()) return http::Response::refused(404);
    return comparison_page(call, asked.heads, asked.earlier ? &*asked.earlier : nullptr,
                           asked.later ? &*asked.later : nullptr, asked.chosen);
}

Answer show_snapshot(Call& call) {
    const auto found = asked_snapshot(call);
    if (!found) return http::Response::refused(404);
    return snapshot_page(call, *found);
}

Answer order_print(Call& call) { return order(call, document_kind); }
Answer order_workbook(Call& call) { return order(call, workbook_kind); }

}  // namespace maillage::snapshots
