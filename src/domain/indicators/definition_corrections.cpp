#include "domain/indicators/definition_corrections.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "domain/indicators/definition_cells.hpp"
#include "domain/indicators/definition_fields.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

// The others follow once these are right.
constexpr std::size_t most_lines = 40;

template <class Work>
void for_refused_lines(const DefinitionJudgement& judgement, Work&& work) {
    std::size_t shown = 0;
    for (const DefinitionLine& line : judgement.lines)
        if (!line.typed.errors.empty() && shown++ < most_lines) work(line);
}

std::string name_of_line(const Words& words, const DefinitionLine& line) {
    const std::string number = words.number(static_cast<std::int64_t>(line.number));
    const std::string_view name = line.typed.value("name");
    return name.empty() ? words("indicators.import.line_number", {{"n", number}})
                        : words("indicators.import.line_named", {{"n", number}, {"name", std::string(name)}});
}

const TextOf* text_named(std::string_view field) {
    const auto found =
        std::ranges::find_if(definition_texts(), [&](const TextOf& one) { return field == one.field; });
    return found == definition_texts().end() ? nullptr : &*found;
}

void correction(Out& out, const Call& call, const ImportPreview& preview, const DefinitionLine& line,
                const std::string& field, const html::FormState& state) {
    const Words& words = call.words;
    const std::string name = correction_field(line.number, field), label = label_of(words, field);
    std::vector<html::Option> choices = choices_of(words, preview.ground, field);
    if (choices.empty()) {
        const TextOf* const text = text_named(field);
        html::text_field(
            out, words,
            {.name = name,
             .label = label,
             .kind = text != nullptr && text->lines ? html::FieldKind::textarea : html::FieldKind::text,
             .max_length = text != nullptr ? text->most : 60},
            state);
        return;
    }
    // What the file says stays chosen until something else is: nothing is replaced unseen.
    const std::string typed(line.typed.value(field));
    if (!typed.empty() && std::ranges::find(choices, typed, &html::Option::value) == choices.end())
        choices.insert(choices.begin(), {typed, words("indicators.import.read_as", {{"value", typed}})});
    html::select_field(out, words, {.name = name, .label = label, .options = std::move(choices)}, state);
}

}  // namespace

std::string correction_field(std::size_t line, std::string_view field) {
    return "c-" + std::to_string(line) + "-" + std::string(field);
}

std::optional<CorrectedCell> corrected_cell(std::string_view name) {
    if (!name.starts_with("c-")) return std::nullopt;
    name.remove_prefix(2);
    CorrectedCell cell;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), cell.line);
    if (error != std::errc() || end == name.data() + name.size() || *end != '-') return std::nullopt;
    cell.field = std::string(end + 1, name.data() + name.size());
    return cell;
}

html::FormState corrections_asked(const Words& words, const DefinitionJudgement& judgement) {
    html::FormState state;
    for_refused_lines(judgement, [&](const DefinitionLine& line) {
        for (const html::FieldError& error : line.typed.errors) {
            const std::string name = correction_field(line.number, error.field);
            state.values.add(name, std::string(line.typed.value(error.field)));
            state.refuse(name, error.message,
                         words("indicators.import.cell",
                               {{"line", name_of_line(words, line)}, {"what", error.label}}));
        }
    });
    return state;
}

void correction_form(Out& out, const Call& call, const ImportPreview& preview, const html::FormState& state) {
    const Words& words = call.words;
    html::panel(out, "corrections", words("indicators.import.corrections"), [&](Out& o) {
        el(o, "p", {}, words("indicators.import.corrections_why"));
        const html::Url target = html::Url::path(import_path(call, preview.id, "/corrections"));
        html::form_open(o, target, fresh_tokens(call));
        for_refused_lines(preview.judgement, [&](const DefinitionLine& line) {
            el(o, "fieldset", {}, [&](Out& set) {
                el(set, "legend", {}, name_of_line(words, line));
                std::set<std::string> asked;
                for (const html::FieldError& error : line.typed.errors)
                    if (asked.insert(error.field).second)
                        correction(set, call, preview, line, error.field, state);
            });
        });
        html::submit(o, words("indicators.import.correct"));
        html::form_close(o);
    });
}

}  // namespace maillage::indicators
