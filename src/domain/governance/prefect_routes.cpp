#include "domain/governance/prefect_routes.hpp"

#include "domain/governance/prefect_page.hpp"
#include "domain/governance/prefect_rules.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"
#include "platform/json_writer.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// Number 0 is no record's: a wrong number is answered like an unknown one.
PrefectRecordId record_of(const Call& call) {
    return PrefectRecordId(foundation::whole_number<std::int64_t>(call.request.param("record")).value_or(0));
}

Answer page(Call& call, const html::FormState& state) {
    return in_transaction(
        call, [&](db::Tx& tx) { return prefect_page(call, prefect_records(tx, call.actor), state); });
}

Answer set(Call& call, RecordPresence presence) {
    const PrefectRecordId record = record_of(call);
    if (!in_transaction(call, [&](db::Tx& tx) { return set_presence(tx, call.actor, record, presence); }))
        return http::Response::refused(404);
    const bool withdrawn = presence == RecordPresence::withdrawn;
    return http::Response::see_other(call.path(
        "/prefect-records" + (withdrawn ? "?withdrawn=" + std::to_string(record.value) : std::string())));
}

}  // namespace

Answer show_prefect_records(Call& call) { return page(call, {}); }

http::Response prefect_records_json(Call& call) {
    const auto records = in_transaction(call, [&](db::Tx& tx) { return prefect_records(tx, call.actor); });
    const auto last = records.empty() ? std::nullopt : std::optional(records.front().told_on);
    platform::JsonWriter json;
    json.begin_object()
        .member("overdue", prefect_information(last, call.today) == Information::overdue)
        .key("records")
        .begin_array();
    for (const PrefectRecord& record : records)
        json.begin_object()
            .member("told_on", record.told_on.iso())
            .member("subject", record.subject)
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

Answer submit_prefect_record(Call& call) {
    html::FormState state;
    for (const std::string_view field : {"subject", "told_on"})
        state.values.add(std::string(field), std::string(call.form.fields.get(field)));
    const std::string subject(foundation::trimmed(state.value("subject")));
    const auto told_on = html::parse_typed_date(state.value("told_on"));
    if (subject.empty()) state.refuse("subject", call.words("governance.prefect.no_subject"));
    if (foundation::length_in_characters(subject) > 200)
        state.refuse("subject", call.words("governance.prefect.long_subject"));
    if (!told_on || told_on->year() < 2000)
        state.refuse("told_on", call.words("governance.prefect.no_day"));
    else if (*told_on > call.today)
        state.refuse("told_on", call.words("governance.prefect.not_yet"));
    if (!state.valid()) return page(call, state);
    const auto added = in_transaction(
        call, [&](db::Tx& tx) { return add_prefect_record(tx, call.actor, *told_on, subject); });
    if (!added) return http::Response::refused(404);
    return http::Response::see_other(call.path("/prefect-records"));
}

Answer withdraw_prefect_record(Call& call) { return set(call, RecordPresence::withdrawn); }
Answer restore_prefect_record(Call& call) { return set(call, RecordPresence::current); }

}  // namespace maillage::governance
