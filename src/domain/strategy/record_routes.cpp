#include <algorithm>
#include <array>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "foundation/text.hpp"

// The small typed records of an action: a study with its stages and prescriptions, a counter with its values.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::Out;
using platform::i18n::Words;

std::optional<double> checked_number(const Words& words, html::FormState& state, std::string_view field,
                                     bool required) {
    if (!required && foundation::trimmed(state.value(field)).empty()) return std::nullopt;
    const auto number = html::parse_typed_number(state.value(field));
    if (!number || *number < 0 || *number > 1e9) {
        state.refuse(std::string(field), words("strategy.form.bad_number"));
        return std::nullopt;
    }
    return number;
}

Record read_record(const Words& words, html::FormState& state) {
    Record record;
    record.kind = checked_text(words, state, "record_kind", 20, true);
    record.title = checked_text(words, state, "record_title", 200, true);
    record.unit = checked_text(words, state, "record_unit", 60, false);
    record.target = checked_number(words, state, "record_target", false);
    if (state.error("record_kind") == nullptr && record.kind != "study" && record.kind != "counter")
        state.refuse("record_kind", words("strategy.form.unknown_code"));
    return record;
}

html::FormState state_of_record(const Words& words, const Record& record) {
    html::FormState state;
    state.values.add("record_kind", record.kind);
    state.values.add("record_title", record.title);
    state.values.add("record_unit", record.unit);
    state.values.add("record_target", record.target ? words.decimal(*record.target, 2) : std::string());
    return state;
}

void counter_fields(Out& out, const Words& words, const html::FormState& state) {
    html::text_field(out, words,
                     {.name = "record_unit",
                      .label = words("strategy.record.unit"),
                      .hint = words("strategy.record.unit_hint"),
                      .max_length = 60},
                     state);
    html::text_field(out, words,
                     {.name = "record_target",
                      .label = words("strategy.record.target"),
                      .kind = html::FieldKind::number,
                      .max_length = 20},
                     state);
}

// `record` is nothing for a new one. What a record is does not change: its lines are of that kind.
html::Page record_page(const identity::Call& call, const Action& action, const Record* record,
                       const html::FormState& state) {
    const auto& words = call.words;
    const std::string title =
        record == nullptr
            ? words("strategy.record.new_title", {{"code", action.code}})
            : words("strategy.record.edit_title",
                    {{"record", std::string(localised(words, record->title, record->title_en).text)}});
    const std::string path =
        record == nullptr ? "/records/new" : "/records/" + std::to_string(record->id.value) + "/edit";
    return part_page(call, action, title, state, [&](Out& out) {
        const html::Url target = html::Url::path(action_path(call, action.code, path));
        html::form_open(out, target, fresh_tokens(call));
        if (record == nullptr)
            html::select_field(out, words,
                               {.name = "record_kind",
                                .label = words("strategy.record.kind"),
                                .options = {{"study", words("strategy.record.study")},
                                            {"counter", words("strategy.record.counter")}},
                                .required = true},
                               state);
        html::text_field(out, words,
                         {.name = "record_title", .label = words("strategy.field.title"), .required = true},
                         state);
        if (record == nullptr || record->kind == "counter") counter_fields(out, words, state);
        html::submit(out, record == nullptr ? words("strategy.record.create") : words("strategy.form.save"));
        html::form_close(out);
    });
}

std::optional<Record> asked_record(const identity::Call& call, Scope& scope, const Action& action) {
    const RecordId wanted(number_of(call.request.param("sheet")));
    for (Record& record : read_records(scope, action.id))
        if (record.id == wanted) return std::move(record);
    return std::nullopt;
}

}  // namespace

html::Answer show_new_record(identity::Call& call) {
    return on_edited_action(call, [&](Scope&, const Action& action) -> html::Answer {
        return record_page(call, action, nullptr, {});
    });
}

html::Answer create_record(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed(call, {"record_kind", "record_title", "record_unit", "record_target"});
        const Record record = read_record(call.words, state);
        if (!state.valid()) return record_page(call, action, nullptr, state);
        Change change(scope, ChangeKind::records);
        if (const auto written = change.save_part(action.id, PartKind::record, 0, text_of(record));
            !written) {
            state.refuse("record_title", refusal_sentence(call.words, written.error()));
            return record_page(call, action, nullptr, state);
        }
        return saved(call, action, change);
    });
}

html::Answer show_record(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const auto record = asked_record(call, scope, action);
        if (!record) return not_found();
        return record_page(call, action, &*record, state_of_record(call.words, *record));
    });
}

html::Answer change_record(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const auto before = asked_record(call, scope, action);
        if (!before) return not_found();
        html::FormState state = typed(call, {"record_title", "record_unit", "record_target"});
        state.values.add("record_kind", before->kind);
        Record after = read_record(call.words, state);
        if (!state.valid()) return record_page(call, action, &*before, state);
        // A translation was one of the words before.
        if (after.title == before->title) after.title_en = before->title_en;
        if (after.unit == before->unit) after.unit_en = before->unit_en;
        Change change(scope, ChangeKind::records);
        if (const auto written =
                change.save_part(action.id, PartKind::record, before->id.value, text_of(after));
            !written) {
            state.refuse("record_title", refusal_sentence(call.words, written.error()));
            return record_page(call, action, &*before, state);
        }
        return saved(call, action, change);
    });
}

html::Answer remove_record(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const auto record = asked_record(call, scope, action);
        if (!record) return not_found();
        Change change(scope, ChangeKind::records);
        for (const RecordLine& line : record->lines)
            if (!change.save_part(action.id, PartKind::record_line, line.id, "")) return not_found();
        if (!change.save_part(action.id, PartKind::record, record->id.value, "")) return not_found();
        return saved(call, action, change);
    });
}

}  // namespace maillage::strategy
