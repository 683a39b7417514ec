#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/indicators/definition_columns.hpp"
#include "domain/indicators/group_set_rules.hpp"
#include "domain/indicators/indicator_pages.hpp"

// The lines of a table of indicators, judged one by one before anything is written: by the rules of the form.
namespace maillage::indicators {

struct DefinitionChange {
    std::string field, before, after;
};
struct DefinitionLine {
    std::size_t number = 0;           // in the file
    platform::html::FormState typed;  // as its cells say, with what is refused of them
    std::optional<Indicator> before;  // that has this code already
    Definition after;
    std::vector<DefinitionChange> changes;  // of one that is there already
    std::vector<Figure> figures;            // that are new
    bool whole = true;                      // as many cells as titles

    bool refused() const { return !whole || !typed.valid(); }
    bool adds() const { return !refused() && !before; }
    // EVA-1: what a group agreed on is a proposition again once it changes.
    bool ends_agreement() const {
        return !refused() && before && before->agreed_on && before->standing != Standing::proposed &&
               asks_new_decision(before->definition, after);
    }
    bool changes_something() const { return !refused() && (!before || !changes.empty() || !figures.empty()); }
};
struct DefinitionJudgement {
    std::vector<DefinitionLine> lines;
    DefinitionMapping mapping;
    std::int64_t added = 0, changed = 0, unchanged = 0, refused = 0, figures = 0,
                 agreements = 0;  // that end

    std::int64_t to_write() const { return added + changed; }
};

// What the lines are judged against.
struct DefinitionGround {
    const platform::i18n::Catalogues& catalogues;
    foundation::Date today;
    std::vector<strategy::WorkingGroup> groups;
    std::vector<platform::html::Option> owners;  // key and name
    std::map<std::string, Reading> known;        // by code
};
DefinitionGround ground_of(platform::db::Tx& tx, const identity::Call& call);

DefinitionJudgement judge_definitions(const DefinitionGround& ground, const platform::i18n::Words& words,
                                      const platform::csv::Table& table);

// What each column says of a definition, as an export writes it and a reader of the language reads it.
std::string text_of(const platform::i18n::Words& words, const Definition& definition, std::string_view field);

}  // namespace maillage::indicators
