#include "domain/indicators/definition_cells.hpp"

#include <algorithm>

#include "domain/indicators/definition_fields.hpp"
#include "domain/indicators/indicator_words.hpp"

namespace maillage::indicators {
namespace {

using platform::html::Option;
using platform::i18n::Words;
using platform::spreadsheet::Cell;

Cell text_cell(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }

Cell number_cell(const std::optional<double>& number) { return number ? Cell(*number) : Cell(); }

std::string plain(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

Cell cell_of(const Words& words, const Definition& said, std::string_view field) {
    for (const TextOf& one : definition_texts())
        if (field == one.field) return text_cell(said.*one.text);
    if (field == "code") return text_cell(said.code);
    if (field == "group") return text_cell(said.group);
    if (field == "owner") return text_cell(said.owner);
    if (field == "kind") return in_words(words, said.kind);
    if (field == "measure") return in_words(words, said.measure);
    if (field == "frequency") return in_words(words, said.frequency);
    if (field == "wanted") return in_words(words, said.wanted);
    if (field == "baseline") return number_cell(said.baseline);
    if (field == "target") return number_cell(said.target);
    if (field == "baseline_period")
        return said.baseline_period ? text_cell(written(*said.baseline_period)) : Cell();
    if (field == "target_by") return said.target_by ? Cell(*said.target_by) : Cell();
    if (field == "police_initiated")
        return said.police_initiated ? Cell(words("indicators.import.yes")) : Cell();
    if (field == "computed") return said.computed ? Cell(in_words(words, *said.computed)) : Cell();
    return Cell();
}

std::string text_of(const Words& words, const Definition& said, std::string_view field) {
    const Cell cell = cell_of(words, said, field);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<double>(&cell)) return plain(*number);
    if (const auto* day = std::get_if<foundation::Date>(&cell)) return words.date(*day);
    return {};
}

std::vector<Option> choices_of(const Words& words, const DefinitionGround& ground, std::string_view field) {
    const IndicatorForm form{.groups = ground.groups, .owners = ground.owners};
    if (field == "kind") return options(words, all_kinds());
    if (field == "measure") return options(words, all_measures());
    if (field == "frequency") return options(words, all_frequencies());
    if (field == "wanted") return options(words, all_wanted());
    if (field == "group") return groups_offered(words, form);
    if (field == "owner") return owners_offered(words, form);
    if (field == "police_initiated")
        return {{"", words("indicators.import.no")}, {"1", words("indicators.import.yes")}};
    if (field == "computed") {
        std::vector<Option> made{{"", words("indicators.import.entered")}};
        std::ranges::copy(options(words, all_computed()), std::back_inserter(made));
        return made;
    }
    return {};
}

}  // namespace maillage::indicators
