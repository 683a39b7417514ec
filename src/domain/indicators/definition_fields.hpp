#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicators/indicator_pages.hpp"

// The fields of a definition, the same in the form and in an imported table: their names, their limits, and
// how what was typed is read.
namespace maillage::indicators {

struct TextOf {
    const char* field;
    platform::i18n::Key label;
    std::string Definition::* text;
    int most;
    bool lines = false;  // several
    bool required = false;
};
std::span<const TextOf> definition_texts();

// The names of a list and their words.
template <class Values>
std::vector<platform::html::Option> options(const platform::i18n::Words& words, const Values& values) {
    std::vector<platform::html::Option> made;
    for (const auto value : values) made.push_back({std::string(name_of(value)), in_words(words, value)});
    return made;
}
std::vector<platform::html::Option> groups_offered(const platform::i18n::Words& words,
                                                   const IndicatorForm& form);
std::vector<platform::html::Option> owners_offered(const platform::i18n::Words& words,
                                                   const IndicatorForm& form);

// What names an indicator in addresses; of its name where nothing else is said. Empty for a name of no
// letter.
std::string code_of(const std::string& name);

// Whether /indicators/CODE is a page of the application: an indicator of that code could not be opened.
bool is_page(std::string_view code);

// What stands in `state`, over `base`; the refusals go into `state`.
Definition read_definition(const platform::i18n::Words& words, const IndicatorForm& form,
                           const Definition& base, platform::html::FormState& state);

}  // namespace maillage::indicators
