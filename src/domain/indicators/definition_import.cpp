#include "domain/indicators/definition_import.hpp"

#include <algorithm>
#include <set>

#include "domain/directory/api.hpp"
#include "domain/indicators/definition_cells.hpp"

namespace maillage::indicators {
namespace {

using platform::csv::Table;
using platform::i18n::Words;

void count(DefinitionJudgement& judgement, const DefinitionLine& line) {
    if (line.refused())
        ++judgement.refused;
    else if (!line.before)
        ++judgement.added;
    else if (line.changes_something())
        ++judgement.changed;
    else
        ++judgement.unchanged;
    if (line.ends_agreement()) ++judgement.agreements;
    if (!line.refused()) judgement.figures += std::ssize(line.figures);
}

}  // namespace

DefinitionGround ground_of(platform::db::Tx& tx, const identity::Call& call) {
    DefinitionGround ground{.catalogues = call.services.catalogues,
                            .today = call.today,
                            .groups = strategy::working_groups(tx, call),
                            .owners = {},
                            .known = {}};
    for (const auto& one : directory::organisation_choices(tx, call.actor))
        ground.owners.push_back({one.key, one.name});
    FiguresByIndicator entered = figures(tx, call.actor);
    for (Indicator& indicator : indicators(tx, call.actor)) {
        std::string code = indicator.definition.code;
        std::vector<Figure> own = std::move(entered[indicator.id]);
        ground.known.emplace(std::move(code),
                             Reading{.indicator = std::move(indicator), .figures = std::move(own)});
    }
    return ground;
}

DefinitionJudgement judge_definitions(const DefinitionGround& ground, const Words& words,
                                      const Table& table) {
    DefinitionJudgement judgement{.lines = {}, .mapping = mapping_of(ground.catalogues, table)};
    std::set<std::string> seen;
    for (const Table::Line& line : table.lines) {
        DefinitionLine read = read_line(ground, words, judgement.mapping, line);
        if (!read.after.code.empty() && !seen.insert(read.after.code).second)
            read.typed.refuse(read.typed.value("code").empty() ? "name" : "code",
                              words("indicators.import.twice", {{"code", read.after.code}}),
                              label_of(words, "code"));
        judgement.lines.push_back(std::move(read));
    }
    for (const Table::Ragged& ragged : table.ragged) {
        DefinitionLine read{.number = ragged.number, .whole = false};
        if (!ragged.cells.empty()) read.typed.values.add("name", ragged.cells.front());
        judgement.lines.push_back(std::move(read));
    }
    std::ranges::sort(judgement.lines, {}, &DefinitionLine::number);
    for (const DefinitionLine& line : judgement.lines) count(judgement, line);
    return judgement;
}

}  // namespace maillage::indicators
