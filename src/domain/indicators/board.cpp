#include "domain/indicators/board.hpp"

#include <algorithm>

#include "domain/indicators/computed_rules.hpp"
#include "domain/indicators/series_rules.hpp"
#include "domain/indicators/small_counts.hpp"
#include "domain/indicators/sql.hpp"

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

using Below = std::optional<int>;

// Who enters an indicator's figures reads them as they are.
Below below_of(const Call& call, const Indicator& indicator, const Below& below) {
    return may_fill(call.actor, indicator) ? std::nullopt : below;
}

// `below`: of the reader, for this indicator.
Reading reading_of(const Call& call, Indicator indicator, std::vector<Figure> entered,
                   const std::vector<strategy::GroupSituation>& situations, const Below& below) {
    Reading reading{.indicator = std::move(indicator), .figures = std::move(entered), .below = below};
    const Definition& said = reading.indicator.definition;
    if (said.computed) {
        const auto figure = computed_figure(*said.computed, facts_of(situations, said.group), call.today);
        reading.figures = figure ? std::vector{*figure} : std::vector<Figure>();
    }
    if (below) withhold(reading.indicator.definition, reading.figures, *below);
    reading.pair = pair_to_compare(reading.figures, reading.indicator.breaks);
    if (reading.indicator.standing != Standing::retired)
        reading.missing = missing_periods(said, reading.figures, call.today);
    return reading;
}

void judge(Section& section) {
    std::vector<Indicator> set;
    for (const Reading& reading : section.readings) set.push_back(reading.indicator);
    section.judged = judge_set(set);
}

std::int64_t revision_of(db::Tx& tx, const Call& call) {
    return tx.one(sql::revision, [](db::Row& row) { return row.int8(); }, call.actor.council).value_or(0);
}

// What the figures of one indicator say, the same for all of one audience.
struct Judged {
    std::optional<Pair> pair;
    std::vector<Period> missing;
    std::optional<double> baseline;
    std::optional<Withheld> baseline_withheld;
};
using JudgedByIndicator = std::map<IndicatorId, Judged>;

std::shared_ptr<const JudgedByIndicator> judged_figures(db::Tx& tx, const Call& call, const Below& below) {
    const std::string key = "indicators:" + std::to_string(call.actor.council.value) + ":judged" +
                            (below ? ":" + std::to_string(*below) : "");
    const std::string version = std::to_string(revision_of(tx, call)) + ":" + call.today.iso();
    const auto judge_all = [&] {
        JudgedByIndicator judged;
        FiguresByIndicator entered = figures(tx, call.actor);
        for (Indicator& indicator : indicators(tx, call.actor)) {
            const IndicatorId id = indicator.id;
            Reading reading = reading_of(call, std::move(indicator), std::move(entered[id]), {}, below);
            judged[id] = {.pair = std::move(reading.pair),
                          .missing = std::move(reading.missing),
                          .baseline = reading.indicator.definition.baseline,
                          .baseline_withheld = reading.indicator.definition.baseline_withheld};
        }
        return judged;
    };
    return call.services.memo->get<JudgedByIndicator>(key, version, judge_all, 512);
}

// The council's section first, then one a group; `read` makes the reading of an indicator.
template <class Read>
std::vector<Section> in_sections(db::Tx& tx, const Call& call, Read&& read) {
    std::vector<Section> board{Section{}};
    for (strategy::WorkingGroup& group : strategy::working_groups(tx, call))
        board.push_back({.group = std::move(group)});
    for (Indicator& indicator : indicators(tx, call.actor)) {
        if (indicator.standing == Standing::retired) continue;
        const auto section = std::ranges::find(board, indicator.definition.group,
                                               [](const Section& one) { return one.group.code; });
        if (section != board.end()) section->readings.push_back(read(indicator));
    }
    for (Section& section : board) judge(section);
    return board;
}

// The figures of a group as they were entered, read once for each of their revisions: without who entered
// them, for a name may change while the figures do not.
std::shared_ptr<const FiguresByIndicator> kept_figures(db::Tx& tx, const Call& call, std::string_view group) {
    const std::string key =
        "indicators:" + std::to_string(call.actor.council.value) + ":figures:" + std::string(group);
    const auto read = [&] {
        FiguresByIndicator entered = figures_of_group(tx, call.actor, group);
        for (auto& [indicator, figures] : entered)
            for (Figure& figure : figures) figure.author.clear();
        return entered;
    };
    return call.services.memo->get<FiguresByIndicator>(key, std::to_string(revision_of(tx, call)), read,
                                                       1024);
}

// `read(code)` gives the figures of the group.
template <class Read>
std::optional<Section> section_with(db::Tx& tx, const Call& call, std::string_view group, Read&& read) {
    if (!call.may(identity::Act::read_indicators)) return std::nullopt;
    Section section;
    if (group != council_section) {
        auto groups = strategy::working_groups(tx, call);
        const auto found = std::ranges::find(groups, group, &strategy::WorkingGroup::code);
        if (found == groups.end()) return std::nullopt;
        section.group = std::move(*found);
    }
    const auto situations = strategy::situations_by_group(tx, call);
    const Below below = small_counts_below(tx, call.actor);
    FiguresByIndicator entered = read(section.group.code);
    for (Indicator& indicator : indicators_of_group(tx, call.actor, section.group.code)) {
        if (indicator.standing == Standing::retired) continue;
        std::vector<Figure> own = std::move(entered[indicator.id]);
        const Below here = below_of(call, indicator, below);
        section.readings.push_back(reading_of(call, std::move(indicator), std::move(own), situations, here));
    }
    judge(section);
    return section;
}

}  // namespace

Measure Reading::measure() const { return indicator.definition.measure; }

std::vector<Section> read_board(db::Tx& tx, const Call& call) {
    const auto situations = strategy::situations_by_group(tx, call);
    const Below below = small_counts_below(tx, call.actor);
    FiguresByIndicator entered = figures(tx, call.actor);
    return in_sections(tx, call, [&](Indicator& indicator) {
        std::vector<Figure> own = std::move(entered[indicator.id]);
        const Below here = below_of(call, indicator, below);
        return reading_of(call, std::move(indicator), std::move(own), situations, here);
    });
}

std::vector<Section> read_summary(db::Tx& tx, const Call& call) {
    if (!call.may(identity::Act::read_indicators)) return {};
    const auto situations = strategy::situations_by_group(tx, call);
    const Below below = small_counts_below(tx, call.actor);
    std::map<Below, std::shared_ptr<const JudgedByIndicator>> judged;
    return in_sections(tx, call, [&](Indicator& indicator) {
        if (indicator.definition.computed) {
            Reading reading = reading_of(call, std::move(indicator), {}, situations, {});
            reading.figures.clear();
            return reading;
        }
        const Below here = below_of(call, indicator, below);
        auto& of_audience = judged[here];
        if (!of_audience) of_audience = judged_figures(tx, call, here);
        const auto known = of_audience->find(indicator.id);
        Reading reading{.indicator = std::move(indicator), .below = here};
        if (known == of_audience->end()) return reading;
        reading.pair = known->second.pair;
        reading.missing = known->second.missing;
        reading.indicator.definition.baseline = known->second.baseline;
        reading.indicator.definition.baseline_withheld = known->second.baseline_withheld;
        return reading;
    });
}

std::string version_of_board(db::Tx& tx, const Call& call) {
    return std::to_string(revision_of(tx, call)) + ":" + strategy::version(tx, call);
}

std::optional<Section> read_section(db::Tx& tx, const Call& call, std::string_view group) {
    return section_with(tx, call, group,
                        [&](std::string_view code) { return *kept_figures(tx, call, code); });
}

std::optional<Section> read_section_to_fill(db::Tx& tx, const Call& call, std::string_view group) {
    return section_with(tx, call, group,
                        [&](std::string_view code) { return figures_of_group(tx, call.actor, code); });
}

std::optional<Reading> read_one(db::Tx& tx, const Call& call, std::string_view code) {
    auto indicator = find_indicator(tx, call.actor, code);
    if (!indicator) return std::nullopt;
    std::vector<Figure> entered = figures_of(tx, call.actor, indicator->id);
    std::vector<strategy::GroupSituation> situations;
    if (indicator->definition.computed) situations = strategy::situations_by_group(tx, call);
    const Below below = below_of(call, *indicator, small_counts_below(tx, call.actor));
    return reading_of(call, *std::move(indicator), std::move(entered), situations, below);
}

}  // namespace maillage::indicators
