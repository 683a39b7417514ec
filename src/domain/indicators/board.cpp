#include "domain/indicators/board.hpp"

#include <algorithm>

#include "domain/indicators/computed_rules.hpp"
#include "domain/indicators/series_rules.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
using identity::Call;

// Of one group; of all actions for the council's own indicators.
StrategyFacts facts_of(const std::vector<strategy::GroupSituation>& situations, std::string_view group) {
    StrategyFacts facts;
    for (const strategy::GroupSituation& one : situations) {
        if (!group.empty() && one.group != group) continue;
        facts.actions += one.actions;
        facts.done += one.done;
        facts.open += one.open;
        facts.late += one.late;
        facts.followed += one.followed;
        facts.silent += one.silent;
        facts.progress += one.progress;
    }
    return facts;
}

Reading reading_of(const Call& call, Indicator indicator, std::vector<Figure> entered,
                   const std::vector<strategy::GroupSituation>& situations) {
    Reading reading{.indicator = std::move(indicator), .figures = std::move(entered)};
    const Definition& said = reading.indicator.definition;
    if (said.computed) {
        const auto figure = computed_figure(*said.computed, facts_of(situations, said.group), call.today);
        reading.figures = figure ? std::vector{*figure} : std::vector<Figure>();
    }
    reading.pair = pair_to_compare(reading.figures);
    if (reading.indicator.standing != Standing::retired)
        reading.missing = missing_periods(said, reading.figures, call.today);
    return reading;
}

void judge(Section& section) {
    std::vector<Indicator> set;
    for (const Reading& reading : section.readings) set.push_back(reading.indicator);
    section.judged = judge_set(set);
}

}  // namespace

Measure Reading::measure() const { return indicator.definition.measure; }

std::vector<Section> read_board(db::Tx& tx, const Call& call) {
    const auto situations = strategy::situations_by_group(tx, call);
    FiguresByIndicator entered = figures(tx, call.actor);
    std::vector<Section> board{Section{}};
    for (strategy::WorkingGroup& group : strategy::working_groups(tx, call))
        board.push_back({.group = std::move(group)});
    for (Indicator& indicator : indicators(tx, call.actor)) {
        if (indicator.standing == Standing::retired) continue;
        const auto of_it = [&](const Section& section) {
            return section.group.code == indicator.definition.group;
        };
        const auto section = std::ranges::find_if(board, of_it);
        if (section == board.end()) continue;
        std::vector<Figure> own = std::move(entered[indicator.id]);
        section->readings.push_back(reading_of(call, std::move(indicator), std::move(own), situations));
    }
    for (Section& section : board) judge(section);
    return board;
}

std::optional<Section> read_section(db::Tx& tx, const Call& call, std::string_view group) {
    for (Section& section : read_board(tx, call))
        if (section.group.code == group && !group.empty()) return std::move(section);
    return std::nullopt;
}

std::optional<Reading> read_one(db::Tx& tx, const Call& call, std::string_view code) {
    auto indicator = find_indicator(tx, call.actor, code);
    if (!indicator) return std::nullopt;
    std::vector<Figure> entered = figures_of(tx, call.actor, indicator->id);
    return reading_of(call, *std::move(indicator), std::move(entered),
                      strategy::situations_by_group(tx, call));
}

}  // namespace maillage::indicators
