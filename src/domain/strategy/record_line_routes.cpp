#include <algorithm>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/action_routes.hpp"

// The lines of a record: stages and prescriptions of a study, dated values of a counter.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::Out;
using platform::i18n::Words;

html::FormState typed_line(const identity::Call& call) {
    return typed(call, {"line_kind", "line_label", "line_day", "line_value"});
}

html::FormState state_of_line(const Words& words, const RecordLine& line) {
    html::FormState state;
    state.values.add("line_kind", line.kind);
    state.values.add("line_label", line.label);
    state.values.add("line_day", line.on_day ? words.date(*line.on_day) : std::string());
    state.values.add("line_value", line.value ? words.decimal(*line.value, 2) : std::string());
    return state;
}

// `base` with what the form says; the refusals go into `state`.
RecordLine read_line(const Words& words, const Record& record, const RecordLine& base,
                     html::FormState& state) {
    RecordLine line = base;
    line.record = record.id.value;
    if (record.kind == "counter") {
        line.kind = "value";
        line.on_day = checked_date(words, state, "line_day", true);
        line.value = html::parse_typed_number(state.value("line_value"));
        if (!line.value || *line.value < 0 || *line.value > 1e9)
            state.refuse("line_value", words("strategy.form.bad_number"));
        return line;
    }
    line.kind = checked_text(words, state, "line_kind", 20, true);
    if (state.error("line_kind") == nullptr && line.kind != "stage" && line.kind != "prescription")
        state.refuse("line_kind", words("strategy.form.unknown_code"));
    line.label = checked_text(words, state, "line_label", 200, true);
    // The translation was one of the words before.
    if (line.label != base.label) line.label_en.clear();
    line.on_day = checked_date(words, state, "line_day", false);
    return line;
}

void line_fields(Out& out, const Words& words, const Record& record, const html::FormState& state) {
    const bool counter = record.kind == "counter";
    if (!counter) {
        html::select_field(out, words,
                           {.name = "line_kind",
                            .label = words("strategy.record.line_kind"),
                            .options = {{"stage", words("strategy.record.stage")},
                                        {"prescription", words("strategy.record.a_prescription")}},
                            .required = true},
                           state);
        html::text_field(out, words,
                         {.name = "line_label", .label = words("strategy.budget.line"), .required = true},
                         state);
    }
    html::date_field(out, words,
                     {.name = "line_day",
                      .label = counter ? words("strategy.record.day") : words("strategy.field.due"),
                      .required = counter},
                     state);
    if (counter)
        html::text_field(out, words,
                         {.name = "line_value",
                          .label = words("strategy.record.value"),
                          .kind = html::FieldKind::number,
                          .required = true,
                          .max_length = 20},
                         state);
}

// `line` is nothing for a new one.
html::Page line_page(const identity::Call& call, const Action& action, const Record& record,
                     const RecordLine* line, const html::FormState& state) {
    const auto& words = call.words;
    const std::string lines =
        action_path(call, action.code, "/records/" + std::to_string(record.id.value) + "/lines");
    const std::string path = line == nullptr ? lines : lines + "/" + std::to_string(line->id);
    const std::string name(localised(words, record.title, record.title_en).text);
    const std::string title = line == nullptr ? words("strategy.record.line_new", {{"record", name}})
                                              : words("strategy.record.line_edit", {{"record", name}});
    return part_page(call, action, title, state, [&](Out& out) {
        const html::Url target = html::Url::path(path);
        html::form_open(out, target, fresh_tokens(call));
        hidden(out, "act", "save");
        line_fields(out, words, record, state);
        html::submit(out, words("strategy.form.save"));
        html::form_close(out);
        if (line != nullptr)
            button_form(out, call, path + "/deletion", words("strategy.record.remove_line"), name);
    });
}

// Runs `work(scope, action, record)` on the record that the address names.
template <class Work>
html::Answer on_record(identity::Call& call, Work&& work) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const RecordId wanted(number_of(call.request.param("sheet")));
        for (const Record& record : read_records(scope, action.id))
            if (record.id == wanted) return work(scope, action, record);
        return not_found();
    });
}
template <class Work>
html::Answer on_line(identity::Call& call, Work&& work) {
    return on_record(call, [&](Scope& scope, const Action& action, const Record& record) -> html::Answer {
        const std::int64_t wanted = number_of(call.request.param("line"));
        const auto line = std::ranges::find(record.lines, wanted, &RecordLine::id);
        return line == record.lines.end() ? html::Answer(not_found()) : work(scope, action, record, *line);
    });
}

html::Answer write_line(const identity::Call& call, Scope& scope, const Action& action, const Record& record,
                        const RecordLine* base, html::FormState state) {
    RecordLine blank;  // after the others
    for (const RecordLine& other : record.lines)
        blank.position = std::max(blank.position, other.position + 1);
    const RecordLine line = read_line(call.words, record, base == nullptr ? blank : *base, state);
    if (!state.valid()) return line_page(call, action, record, base, state);
    Change change(scope, ChangeKind::records);
    if (const auto written = change.save_part(action.id, PartKind::record_line, line.id, text_of(line));
        !written) {
        state.refuse("line_day", refusal_sentence(call.words, written.error()));
        return line_page(call, action, record, base, state);
    }
    return saved(call, action, change);
}

}  // namespace

html::Answer show_new_line(identity::Call& call) {
    return on_record(call, [&](Scope&, const Action& action, const Record& record) -> html::Answer {
        html::FormState state;
        state.values.add("line_kind", "stage");
        return line_page(call, action, record, nullptr, state);
    });
}

html::Answer add_line(identity::Call& call) {
    return on_record(call, [&](Scope& scope, const Action& action, const Record& record) -> html::Answer {
        return write_line(call, scope, action, record, nullptr, typed_line(call));
    });
}

html::Answer show_line(identity::Call& call) {
    return on_line(call, [&](Scope&, const Action& action, const Record& record, const RecordLine& line) {
        return html::Answer(line_page(call, action, record, &line, state_of_line(call.words, line)));
    });
}

html::Answer change_line(identity::Call& call) {
    return on_line(call,
                   [&](Scope& scope, const Action& action, const Record& record,
                       const RecordLine& line) -> html::Answer {
                       const std::string_view act = call.form.fields.get("act");
                       if (act == "save")
                           return write_line(call, scope, action, record, &line, typed_line(call));
                       if ((act != "tick" && act != "untick") || line.kind == "value") return not_found();
                       RecordLine after = line;
                       after.done_on = act == "tick" ? std::optional(call.today) : std::nullopt;
                       Change change(scope, ChangeKind::records);
                       if (!change.save_part(action.id, PartKind::record_line, line.id, text_of(after)))
                           return not_found();
                       return saved(call, action, change);
                   });
}

html::Answer remove_line(identity::Call& call) {
    return on_line(
        call, [&](Scope& scope, const Action& action, const Record&, const RecordLine& line) -> html::Answer {
            Change change(scope, ChangeKind::records);
            if (!change.save_part(action.id, PartKind::record_line, line.id, "")) return not_found();
            return saved(call, action, change);
        });
}

}  // namespace maillage::strategy
