#include "domain/indicators/definition_fields.hpp"
#include "domain/indicators/indicator_words.hpp"
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

void text(Out& out, const Words& words, const TextOf& one, const html::FormState& state) {
    html::text_field(out, words,
                     {.name = one.field,
                      .label = words(one.label),
                      .kind = one.lines ? html::FieldKind::textarea : html::FieldKind::text,
                      .required = one.required,
                      .max_length = one.most},
                     state);
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

}  // namespace

html::FormState state_of(const Words& words, const Indicator& indicator) {
    const Definition& said = indicator.definition;
    html::FormState state;
    for (const TextOf& one : definition_texts()) state.values.add(one.field, said.*one.text);
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
    for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
    Definition read = read_definition(call.words, form, base, state);
    if (form.base == nullptr && is_page(read.code))
        state.refuse("name", call.words("indicators.refusal.code_of_page", {{"code", read.code}}),
                     call.words("indicators.field.name"));
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
    if (form.base != nullptr && form.base->indicator.standing == Standing::active)
        html::notice(out, html::NoticeKind::info, words("indicators.form.agreed_title"),
                     words("indicators.form.agreed"));
    const html::Url target =
        html::Url::path(form.base == nullptr ? call.path("/indicators")
                                             : indicator_path(call, form.base->indicator, "/edit"));
    html::form_open(out, target, fresh_tokens(call));
    if (form.base != nullptr)
        html::void_el(out, "input",
                      {html::a("type", "hidden"), html::a("name", "version"),
                       html::a("value", state.value("version"))});
    for (const TextOf& one : definition_texts()) {
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
