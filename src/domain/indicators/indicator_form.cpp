#include <algorithm>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"

// The form of a definition.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Key;
using platform::i18n::Words;

struct TextOf {
    const char* field;
    Key label;
    std::string Definition::* text;
    int most;
    bool lines = false;  // several
};

const std::vector<TextOf>& texts() {
    static const std::vector<TextOf> all{
        {"name", "indicators.field.name", &Definition::name, 200},
        {"name_en", "indicators.field.name_en", &Definition::name_en, 200},
        {"definition", "indicators.field.definition", &Definition::definition, 2000, true},
        {"definition_en", "indicators.field.definition_en", &Definition::definition_en, 2000, true},
        {"unit", "indicators.field.unit", &Definition::unit, 60},
        {"unit_en", "indicators.field.unit_en", &Definition::unit_en, 60},
        {"source", "indicators.field.source", &Definition::source, 300},
        {"source_en", "indicators.field.source_en", &Definition::source_en, 300},
        {"perimeter", "indicators.field.perimeter", &Definition::perimeter, 120},
        {"perimeter_en", "indicators.field.perimeter_en", &Definition::perimeter_en, 120},
        {"method", "indicators.field.method", &Definition::method, 2000, true},
        {"method_en", "indicators.field.method_en", &Definition::method_en, 2000, true},
        {"limits", "indicators.field.limits", &Definition::limits, 2000, true},
        {"limits_en", "indicators.field.limits_en", &Definition::limits_en, 2000, true},
    };
    return all;
}

bool required(std::string_view field) {
    return field == "name" || field == "definition" || field == "source" || field == "limits";
}

void text(Out& out, const Words& words, const TextOf& one, const html::FormState& state) {
    html::text_field(out, words,
                     {.name = one.field,
                      .label = words(one.label),
                      .kind = one.lines ? html::FieldKind::textarea : html::FieldKind::text,
                      .required = required(one.field),
                      .max_length = one.most},
                     state);
}

template <class Values>
std::vector<html::Option> options(const Words& words, const Values& values) {
    std::vector<html::Option> made;
    for (const auto value : values) made.push_back({std::string(name_of(value)), in_words(words, value)});
    return made;
}

std::vector<html::Option> groups_offered(const Words& words, const IndicatorForm& form) {
    std::vector<html::Option> made{{"", words("indicators.board.council")}};
    for (const strategy::WorkingGroup& group : form.groups)
        made.push_back({group.code, group_name(words, group)});
    return made;
}

std::vector<html::Option> owners_offered(const Words& words, const IndicatorForm& form) {
    std::vector<html::Option> made{{"", words("indicators.field.no_owner")}};
    made.insert(made.end(), form.owners.begin(), form.owners.end());
    return made;
}

void lists(Out& out, const Words& words, const IndicatorForm& form, const html::FormState& state) {
    const auto select = [&](const char* field, Key label, std::vector<html::Option> offered,
                            std::string hint = {}) {
        html::select_field(
            out, words,
            {.name = field, .label = words(label), .options = std::move(offered), .hint = std::move(hint)},
            state);
    };
    if (form.base == nullptr) select("group", "indicators.field.group", groups_offered(words, form));
    select("kind", "indicators.field.kind", options(words, all_kinds()), words("indicators.hint.kind"));
    if (!has_values(form)) select("measure", "indicators.field.measure", options(words, all_measures()));
    select("frequency", "indicators.field.frequency", options(words, all_frequencies()));
    select("owner", "indicators.field.owner", owners_offered(words, form));
    select("wanted", "indicators.field.wanted", options(words, all_wanted()));
}

void target_fields(Out& out, const Words& words, const html::FormState& state) {
    for (const auto& [field, label] : {std::pair<const char*, Key>("baseline", "indicators.field.baseline"),
                                       {"target", "indicators.field.target"}})
        html::text_field(
            out, words,
            {.name = field, .label = words(label), .kind = html::FieldKind::number, .max_length = 20}, state);
    html::text_field(out, words,
                     {.name = "baseline_period",
                      .label = words("indicators.field.baseline_period"),
                      .hint = words("indicators.hint.period"),
                      .max_length = 20},
                     state);
    html::date_field(out, words, {.name = "target_by", .label = words("indicators.field.target_by")}, state);
}

std::string code_of(const std::string& name) {
    std::string code;
    for (const char c : foundation::folded(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            code += c;
        else if (!code.empty() && code.back() != '-')
            code += '-';
    }
    code.resize(std::min<std::size_t>(code.size(), 60));
    while (code.ends_with('-')) code.pop_back();
    return code;
}

std::optional<double> typed_number(const Words& words, html::FormState& state, const char* field, Key label) {
    if (foundation::trimmed(state.value(field)).empty()) return std::nullopt;
    const auto number = html::parse_typed_number(state.value(field));
    if (!number) state.refuse(field, words("indicators.refusal.no_number"), words(label));
    return number;
}

void read_texts(const Words& words, html::FormState& state, Definition& read) {
    for (const TextOf& one : texts()) {
        std::string typed(foundation::trimmed(state.value(one.field)));
        if (typed.empty() && required(one.field))
            state.refuse(one.field, words("indicators.refusal.needed"), words(one.label));
        if (foundation::length_in_characters(typed) > static_cast<std::size_t>(one.most))
            state.refuse(one.field, words("indicators.refusal.too_long", {{"most", words.number(one.most)}}),
                         words(one.label));
        read.*one.text = std::move(typed);
    }
}

template <class Value>
void read_list(const Words& words, html::FormState& state, const char* field, Key label,
               std::optional<Value> (*named)(std::string_view), Value& value) {
    if (const auto chosen = named(state.value(field)))
        value = *chosen;
    else
        state.refuse(field, words("indicators.refusal.choose"), words(label));
}

}  // namespace

html::FormState state_of(const Words& words, const Indicator& indicator) {
    const Definition& said = indicator.definition;
    html::FormState state;
    for (const TextOf& one : texts()) state.values.add(one.field, said.*one.text);
    const auto add = [&](const char* field, std::string_view value) {
        state.values.add(field, std::string(value));
    };
    add("group", said.group);
    add("kind", name_of(said.kind));
    add("measure", name_of(said.measure));
    add("frequency", name_of(said.frequency));
    add("owner", said.owner);
    add("wanted", name_of(said.wanted));
    if (said.baseline) add("baseline", words.decimal(*said.baseline, 2));
    if (said.baseline_period) add("baseline_period", written(*said.baseline_period));
    if (said.target) add("target", words.decimal(*said.target, 2));
    if (said.target_by) add("target_by", words.date(*said.target_by));
    if (said.police_initiated) add("police_initiated", "1");
    add("version", std::to_string(indicator.version));
    return state;
}

Definition read_definition_form(const Call& call, const IndicatorForm& form, const Definition& base,
                                html::FormState& state) {
    const Words& words = call.words;
    for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
    Definition read = base;
    read_texts(words, state, read);
    read_list(words, state, "kind", "indicators.field.kind", kind_named, read.kind);
    if (!has_values(form))
        read_list(words, state, "measure", "indicators.field.measure", measure_named, read.measure);
    read_list(words, state, "frequency", "indicators.field.frequency", frequency_named, read.frequency);
    read_list(words, state, "wanted", "indicators.field.wanted", wanted_named, read.wanted);
    if (form.base == nullptr) {
        read.group = std::string(state.value("group"));
        const bool known = read.group.empty() || std::ranges::any_of(form.groups, [&](const auto& group) {
                               return group.code == read.group;
                           });
        if (!known)
            state.refuse("group", words("indicators.refusal.choose"), words("indicators.field.group"));
        read.code = code_of(read.name);
        if (read.code.empty() && !read.name.empty())
            state.refuse("name", words("indicators.refusal.no_letters"), words("indicators.field.name"));
    }
    read.owner = std::string(state.value("owner"));
    read.baseline = typed_number(words, state, "baseline", "indicators.field.baseline");
    read.target = typed_number(words, state, "target", "indicators.field.target");
    read.baseline_period = parse_period(state.value("baseline_period"));
    if (!foundation::trimmed(state.value("baseline_period")).empty() && !read.baseline_period)
        state.refuse("baseline_period", words("indicators.refusal.no_period"),
                     words("indicators.field.baseline_period"));
    read.target_by = html::parse_typed_date(state.value("target_by"));
    if (!foundation::trimmed(state.value("target_by")).empty() && !read.target_by)
        state.refuse("target_by", words("indicators.refusal.no_day"), words("indicators.field.target_by"));
    read.police_initiated = state.value("police_initiated") == "1";
    return read;
}

html::Page indicator_form_page(Call& call, const IndicatorForm& form, const html::FormState& state) {
    const Words& words = call.words;
    const std::string title =
        form.base == nullptr ? words("indicators.form.new_title") : words("indicators.form.edit_title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")}, {title, ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(out, title);
    html::error_summary(out, words, state);
    const html::Url target =
        html::Url::path(form.base == nullptr ? call.path("/indicators")
                                             : indicator_path(call, form.base->indicator, "/edit"));
    html::form_open(out, target, fresh_tokens(call));
    if (form.base != nullptr)
        html::void_el(out, "input",
                      {html::a("type", "hidden"), html::a("name", "version"),
                       html::a("value", state.value("version"))});
    for (const TextOf& one : texts()) {
        text(out, words, one, state);
        if (std::string_view(one.field) == "definition_en") lists(out, words, form, state);
    }
    target_fields(out, words, state);
    break_fields(out, words, form, state);
    html::checkbox(out, "police_initiated", words("indicators.field.police_initiated"),
                   state.value("police_initiated") == "1");
    html::submit(out, words("indicators.form.save"));
    html::form_close(out);
    return page;
}

}  // namespace maillage::indicators
