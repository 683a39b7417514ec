#pragma once

#include "domain/snapshots/content.hpp"

// For the tests of this slice: a dashboard of two groups and three actions.
namespace maillage::snapshots {

inline indicators::Figure figure(std::string_view period, double value) {
    return {.period = *indicators::parse_period(period), .perimeter = "Laval", .value = value};
}

inline FrozenIndicator indicator(std::string code, std::vector<indicators::Figure> figures) {
    FrozenIndicator frozen{.figures = std::move(figures)};
    indicators::Definition& said = frozen.indicator.definition;
    said.code = std::move(code);
    said.name = "Vols déclarés";
    said.name_en = "Recorded thefts";
    said.definition = "Faits enregistrés";
    said.measure = indicators::Measure::count;
    said.kind = indicators::Kind::context;
    said.unit = "faits";
    said.source = "SSMSI";
    said.perimeter = "Laval";
    frozen.indicator.version = 2;
    return frozen;
}

inline FrozenAction action(std::string code, std::string state, int progress) {
    return {.code = std::move(code),
            .title = "Ouvrir un local",
            .pilot = "Service jeunesse",
            .state = std::move(state),
            .progress = progress};
}

inline Content a_dashboard() {
    FrozenIndicator thefts = indicator("vols", {figure("2024", 700), figure("2025", 775)});
    thefts.indicator.definition.target = 25.1;
    thefts.indicator.definition.target_by = foundation::Date::create(2027, 12, 31);
    thefts.indicator.agreed_on = foundation::Date::create(2026, 3, 12);
    thefts.indicator.agreed_in = "Décision 3";
    thefts.indicator.standing = indicators::Standing::active;
    thefts.indicator.breaks = {12 * 2023 + 6};
    thefts.figures[1].provisional = true;
    thefts.figures[1].note = "Ligne « total »";
    thefts.missing = {*indicators::parse_period("2023")};
    thefts.said = {.fr = {"775 faits en 2025.", "Pas de conclusion"},
                   .en = {"775 in 2025.", "No conclusion"}};
    FrozenIndicator share = indicator("parts", {figure("2025-T1", 32)});
    share.indicator.definition.measure = indicators::Measure::share;
    share.figures[0].of = 50;
    share.figures[0].of_perimeter = "Laval";
    FrozenAction late = action("PRE-1", "under_way", 40);
    late.late = late.fictional = true;
    late.due = foundation::Date::create(2026, 10, 1);
    late.news_on = foundation::Date::create(2026, 9, 1);
    return {.council = "CLSPD de Laval",
            .groups = {{.code = "", .name = "", .name_en = "", .faults = {}, .indicators = {thefts}},
                       {.code = "G1",
                        .name = "Prévention",
                        .name_en = "Prevention",
                        .faults = {.fr = {"Il en faut 5 à 8."}, .en = {"5 to 8 are needed."}},
                        .indicators = {share}}},
            .actions = {late, action("PRE-2", "done", 100), action("PRE-3", "to_start", 0)}};
}

}  // namespace maillage::snapshots
