#include "domain/strategy/action_form.hpp"

#include <algorithm>

#include "domain/directory/api.hpp"
#include "domain/strategy/field_labels.hpp"
#include "foundation/text.hpp"
#include "platform/http/form_data.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

constexpr std::array<std::string_view, 15> fields{
    "title",     "domain",        "pilot",    "due",      "summary", "objective",  "group",  "axes",
    "quartiers", "organisations", "partners", "title_en", "starts",  "summary_en", "version"};

bool known(const std::vector<Reference>& list, std::string_view code) {
    return code.empty() || find(list, code) != nullptr;
}

void check_code(const Words& words, html::FormState& state, const std::vector<Reference>& list,
                std::string_view field) {
    if (!known(list, state.value(field)))
        state.refuse(std::string(field), words("strategy.form.unknown_code"));
}

std::vector<html::Option> options_of(const Words& words, const std::vector<Reference>& list) {
    std::vector<html::Option> options;
    for (const Reference& reference : list)
        options.push_back({reference.code, reference.code + " · " + label_of(words, reference)});
    return options;
}

// Several checked boxes and one text with semicolons both come as one list.
std::vector<std::string> list_of(const html::FormState& state, std::string_view field) {
    std::string text;
    for (const std::string_view value : state.values.all(field)) text += std::string(value) + ";";
    return parted(text);
}

void refuse_long_parts(const Words& words, html::FormState& state, std::string_view field,
                       const std::vector<std::string>& parts) {
    if (parts.size() > 30) state.refuse(std::string(field), words("strategy.form.too_many"));
    for (const std::string& part : parts)
        if (foundation::length_in_characters(part) > 120 || has_control_characters(part, false)) {
            state.refuse(std::string(field), words("strategy.form.too_long", {{"n", words.number(120)}}));
            return;
        }
}

// One put away stays where it was, and is added nowhere.
void refuse_unknown_partners(const Words& words, html::FormState& state, const References& references,
                             const Action& base, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        const Reference* organisation = find(references.organisations, key);
        const bool stays = std::ranges::find(base.organisations, key) != base.organisations.end();
        if (organisation != nullptr && (organisation->scheme != "archived" || stays)) continue;
        return state.refuse("organisations", words("strategy.form.unknown_code"));
    }
}

// Organisations in activity, and those put away that the form already names, kind after kind.
std::vector<html::Option> partner_options(const FormView& view) {
    std::vector<html::Option> options;
    const auto named = view.state.values.all("organisations");
    for (const Reference& organisation : view.references.organisations) {
        const bool archived = organisation.scheme == "archived";
        if (archived && std::ranges::find(named, organisation.code) == named.end()) continue;
        options.push_back({organisation.code,
                           archived
                               ? view.call.words("strategy.form.archived", {{"name", organisation.label}})
                               : organisation.label,
                           directory::kind_in_words(view.call.words, organisation.kind)});
    }
    const Words& words = view.call.words;
    std::ranges::sort(options, [&](const html::Option& a, const html::Option& b) {
        const int by_group = words.compare(a.group, b.group);
        return by_group != 0 ? by_group < 0 : words.compare(a.label, b.label) < 0;
    });
    return options;
}

void main_fields(Out& form, const FormView& view) {
    const Words& words = view.call.words;
    html::text_field(
        form, words,
        {.name = "title", .label = words("strategy.field.title"), .required = true, .max_length = 110},
        view.state);
    html::select_field(form, words,
                       {.name = "domain",
                        .label = words("strategy.field.domain"),
                        .options = options_of(words, view.references.domains),
                        .required = true},
                       view.state);
    html::text_field(form, words,
                     {.name = "pilot",
                      .label = words("strategy.field.pilot"),
                      .hint = words("strategy.form.pilot_hint"),
                      .max_length = 120},
                     view.state);
    html::date_field(form, words, {.name = "due", .label = words("strategy.field.due")}, view.state);
}

void other_fields(Out& form, const FormView& view) {
    const Words& words = view.call.words;
    html::text_field(form, words,
                     {.name = "summary",
                      .label = words("strategy.field.summary"),
                      .kind = html::FieldKind::textarea,
                      .max_length = 2000},
                     view.state);
    html::select_field(form, words,
                       {.name = "objective",
                        .label = words("strategy.field.objective"),
                        .options = options_of(words, view.references.objectives)},
                       view.state);
    html::select_field(form, words,
                       {.name = "group",
                        .label = words("strategy.field.group"),
                        .options = options_of(words, view.references.groups)},
                       view.state);
    html::checkbox_group(form, words,
                         {.name = "axes",
                          .label = words("strategy.field.axes"),
                          .options = options_of(words, view.references.axes)},
                         view.state);
    html::checkbox_list(form, words,
                        {.name = "organisations",
                         .label = words("strategy.field.organisations"),
                         .options = partner_options(view),
                         .hint = words("strategy.form.organisations_hint")},
                        view.state);
    html::text_field(form, words,
                     {.name = "partners",
                      .label = words("strategy.field.partners"),
                      .hint = words("strategy.form.list_hint"),
                      .max_length = 2000},
                     view.state);
    html::text_field(form, words,
                     {.name = "quartiers",
                      .label = words("strategy.field.quartiers"),
                      .hint = words("strategy.form.list_hint"),
                      .max_length = 2000},
                     view.state);
    html::date_field(form, words, {.name = "starts", .label = words("strategy.field.starts")}, view.state);
    html::text_field(form, words,
                     {.name = "title_en", .label = words("strategy.field.title_en"), .max_length = 110},
                     view.state);
    html::text_field(form, words,
                     {.name = "summary_en",
                      .label = words("strategy.field.summary_en"),
                      .kind = html::FieldKind::textarea,
                      .max_length = 2000},
                     view.state);
}

}  // namespace

bool has_control_characters(std::string_view text, bool several_lines) {
    for (const char c : text) {
        if (several_lines && (c == '\n' || c == '\r' || c == '\t')) continue;
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return true;
    }
    return false;
}

namespace {

// The sentences below are the same for every field: the summary of the form says which one is meant.
void refuse(const Words& words, html::FormState& state, std::string_view field, std::string sentence) {
    state.refuse(std::string(field), std::move(sentence), label_of_field(words, field).value_or(""));
}

}  // namespace

std::string checked_text(const Words& words, html::FormState& state, std::string_view field, std::size_t most,
                         bool required, bool several_lines) {
    const std::string text(foundation::trimmed(state.value(field)));
    if (required && text.empty())
        refuse(words, state, field, words("strategy.form.missing"));
    else if (foundation::length_in_characters(text) > most)
        refuse(words, state, field,
               words("strategy.form.too_long", {{"n", words.number(static_cast<std::int64_t>(most))}}));
    else if (has_control_characters(text, several_lines))
        refuse(words, state, field, words("strategy.form.control"));
    return text;
}

std::optional<foundation::Date> checked_date(const Words& words, html::FormState& state,
                                             std::string_view field, bool required) {
    const std::string_view typed = foundation::trimmed(state.value(field));
    if (typed.empty()) {
        if (required) refuse(words, state, field, words("strategy.form.missing"));
        return std::nullopt;
    }
    const auto day = html::parse_typed_date(typed);
    if (!day)
        refuse(words, state, field, words("strategy.form.bad_date"));
    else if (day->year() < 2000 || day->year() > 2100)
        refuse(words, state, field, words("strategy.form.far_date"));
    return day;
}

html::FormState state_of(const Words& words, const Action& action) {
    html::FormState state;
    for (const std::string_view field : fields) {
        if (field == "axes") {
            for (const std::string& axis : action.axes) state.values.add("axes", axis);
        } else if (field == "organisations") {
            for (const std::string& key : action.organisations) state.values.add("organisations", key);
        } else if (field == "version") {
            state.values.add("version", std::to_string(action.version));
        } else if (field == "due" || field == "starts") {
            const auto& day = field == "due" ? action.due : action.starts;
            state.values.add(std::string(field), day ? words.date(*day) : std::string());
        } else {
            state.values.add(std::string(field), field_of(action, field));
        }
    }
    return state;
}

html::FormState typed_state(const identity::Call& call) {
    // Fields that the form does not have are never read: nothing is assigned by name.
    html::FormState state;
    for (const std::string_view field : fields)
        for (const std::string_view value : call.form.fields.all(field))
            state.values.add(std::string(field), std::string(value));
    return state;
}

Action read_form(const identity::Call& call, const References& references, const Action& base,
                 html::FormState& state) {
    const Words& words = call.words;
    Action action = base;
    action.title = checked_text(words, state, "title", 110, true);
    action.domain = checked_text(words, state, "domain", 10, true);
    check_code(words, state, references.domains, "domain");
    action.pilot = checked_text(words, state, "pilot", 120, false);
    action.due = checked_date(words, state, "due", false);
    action.starts = checked_date(words, state, "starts", false);
    if (action.due && action.starts && *action.due < *action.starts)
        state.refuse("due", words("strategy.form.due_before_start"));
    action.summary = checked_text(words, state, "summary", 2000, false, true);
    action.title_en = checked_text(words, state, "title_en", 110, false);
    action.summary_en = checked_text(words, state, "summary_en", 2000, false, true);
    action.objective = checked_text(words, state, "objective", 20, false);
    check_code(words, state, references.objectives, "objective");
    action.group = checked_text(words, state, "group", 20, false);
    check_code(words, state, references.groups, "group");
    action.axes = list_of(state, "axes");
    for (const std::string& axis : action.axes)
        if (!known(references.axes, axis)) {
            state.refuse("axes", words("strategy.form.unknown_code"));
            break;
        }
    action.organisations = list_of(state, "organisations");
    refuse_unknown_partners(words, state, references, base, action.organisations);
    action.partners = list_of(state, "partners");
    refuse_long_parts(words, state, "partners", action.partners);
    action.quartiers = list_of(state, "quartiers");
    refuse_long_parts(words, state, "quartiers", action.quartiers);
    return action;
}

void action_form(Out& out, const FormView& view) {
    const Words& words = view.call.words;
    const html::Url target = html::Url::path(view.path);
    html::draft_form_open(out, target, fresh_tokens(view.call), html::Url::path(view.draft));
    if (view.base != nullptr) hidden(out, "version", view.state.value("version"));
    main_fields(out, view);
    if (view.base == nullptr)
        html::disclosure(out, words("strategy.form.more"), [&](Out& o) { other_fields(o, view); });
    else
        other_fields(out, view);
    html::draft_line(out, words);
    html::submit(out, view.base == nullptr ? words("strategy.form.create") : words("strategy.form.save"));
    html::form_close(out);
}

}  // namespace maillage::strategy
