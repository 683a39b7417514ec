#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/indicators/indicator_types.hpp"
#include "platform/db/tx.hpp"

namespace maillage::indicators {

// Reading needs Act::read_indicators, defining Act::edit_indicators; figures need Act::fill_indicators, put
// to the indicator's owner. Without it there is nothing.

// What the policy asks of an indicator: who gives its figures.
identity::Object object_of(const Indicator& indicator);
bool may_fill(const identity::Actor& actor, const Indicator& indicator);

// Those of the council first, then group by group.
std::vector<Indicator> indicators(platform::db::Tx& tx, const identity::Actor& actor);
// Of one group; of the council itself for the empty code.
std::vector<Indicator> indicators_of_group(platform::db::Tx& tx, const identity::Actor& actor,
                                           std::string_view group);
std::optional<Indicator> find_indicator(platform::db::Tx& tx, const identity::Actor& actor,
                                        std::string_view code);

// The figures that stand, in the order of their periods; those that were replaced stay in the table.
using FiguresByIndicator = std::map<IndicatorId, std::vector<Figure>>;
FiguresByIndicator figures(platform::db::Tx& tx, const identity::Actor& actor);
FiguresByIndicator figures_of_group(platform::db::Tx& tx, const identity::Actor& actor,
                                    std::string_view group);
std::vector<Figure> figures_of(platform::db::Tx& tx, const identity::Actor& actor, IndicatorId indicator);

// A definition as it was: what changed from version to version.
struct DefinitionVersion {
    int version = 1;
    foundation::Instant changed_at{};
    std::string changed_by;  // empty: a data file
    std::optional<foundation::Date> breaks_from;
    Definition definition;  // of the texts, the unit and the target; the rest is left out
};
std::vector<DefinitionVersion> definitions_of(platform::db::Tx& tx, const identity::Actor& actor,
                                              IndicatorId indicator);

enum class WriteRefusal : std::uint8_t {
    not_found,  // or not permitted
    code_taken,
    changed_since,  // somebody else changed it meanwhile
    no_such_owner
};
std::expected<void, WriteRefusal> add_indicator(platform::db::Tx& tx, const identity::Actor& actor,
                                                const Definition& definition, foundation::Instant now);
// `seen` is the version that the form showed. `breaks_from`: the first day from which values mean something
// else than before.
std::expected<void, WriteRefusal> change_indicator(platform::db::Tx& tx, const identity::Actor& actor,
                                                   const Indicator& indicator, const Definition& definition,
                                                   int seen, foundation::Instant now,
                                                   std::optional<foundation::Date> breaks_from = {});

// The decision by which the group agreed on these indicators (EVA-1): of which body, in the meeting of which
// day, under which number or title. Refused when the body is not that group's, or the day is to come.
struct Agreement {
    std::string body;
    foundation::Date on;
    std::string in;
};
bool agree_on(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
              const Agreement& agreement);
// A retired indicator keeps its values and its decision; taken up again, it is what it was.
bool retire(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator);
bool take_up_again(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator);

// Until the transaction ends, nobody else enters a figure of this council: the figures that are read after it
// are those that a new one takes the place of.
void hold_figures(platform::db::Tx& tx, const identity::Actor& actor);
// Takes the place of the one of the same period and perimeter.
bool enter_figure(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
                  const Figure& figure, foundation::Instant now);
// One figure of an indicator is named by its period and perimeter.
struct FigureName {
    Period period = Period::year(2000);
    std::string perimeter;
};
bool withdraw_figure(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
                     const FigureName& figure, foundation::Instant now);
// The one withdrawn last, unless another took its place.
bool restore_figure(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
                    const FigureName& figure);

}  // namespace maillage::indicators
