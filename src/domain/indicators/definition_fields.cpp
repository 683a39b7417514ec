#include "domain/indicators/definition_fields.hpp"

#include <algorithm>

#include "domain/indicators/indicator_words.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using platform::i18n::Key;
using platform::i18n::Words;

std::optional<double> typed_number(const Words& words, html::FormState& state, const char* field, Key label) {
    if (foundation::trimmed(state.value(field)).empty()) return std::nullopt;
    const auto number = html::parse_typed_number(state.value(field));
    if (!number) state.refuse(field, words("indicators.refusal.no_number"), words(label));
    return number;
}

void read_texts(const Words& words, html::FormState& state, Definition& read) {
    for (const TextOf& one : definition_texts()) {
        std::string typed(foundation::trimmed(state.value(one.field)));
        if (typed.empty() && one.required)
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

std::span<const TextOf> definition_texts() {
    static const std::vector<TextOf> all{
        {"name", "indicators.field.name", &Definition::name, 200, false, true},
        {"name_en", "indicators.field.name_en", &Definition::name_en, 200},
        {"definition", "indicators.field.definition", &Definition::definition, 2000, true, true},
        {"definition_en", "indicators.field.definition_en", &Definition::definition_en, 2000, true},
        {"unit", "indicators.field.unit", &Definition::unit, 60},
        {"unit_en", "indicators.field.unit_en", &Definition::unit_en, 60},
        {"source", "indicators.field.source", &Definition::source, 300, false, true},
        {"source_en", "indicators.field.source_en", &Definition::source_en, 300},
        {"perimeter", "indicators.field.perimeter", &Definition::perimeter, 120},
        {"perimeter_en", "indicators.field.perimeter_en", &Definition::perimeter_en, 120},
        {"method", "indicators.field.method", &Definition::method, 2000, true},
        {"method_en", "indicators.field.method_en", &Definition::method_en, 2000, true},
        {"limits", "indicators.field.limits", &Definition::limits, 2000, true, true},
        {"limits_en", "indicators.field.limits_en", &Definition::limits_en, 2000, true},
    };
    return all;
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

bool is_page(std::string_view code) { return code == "new" || code == "missing" || code == "import"; }

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

Definition read_definition(const Words& words, const IndicatorForm& form, const Definition& base,
                           html::FormState& state) {
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

}  // namespace maillage::indicators
