#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/indicators/actions_by_state.hpp"
#include "domain/indicators/board.hpp"
#include "domain/indicators/comparison_rules.hpp"
#include "domain/indicators/indicator_charts.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/series_rules.hpp"
#include "domain/indicators/small_counts.hpp"
#include "domain/indicators/target_rules.hpp"
#include "platform/db/pool.hpp"
#include "platform/db/tx.hpp"
#include "platform/toml/data_file.hpp"

// What the application and other slices use of the indicators: the dashboard as it stands (board.hpp), the
// rules of its comparisons and series, and their words.
namespace maillage::indicators {

// What the search looks through; none for who may not read them.
struct IndicatorName {
    std::string code, name, name_en;
};
std::vector<IndicatorName> indicator_names(platform::db::Tx& tx, const identity::Actor& actor);

// How far a council is with its indicators; nothing of it for who may not read them.
struct IndicatorCounts {
    std::int64_t indicators = 0, agreed = 0, figures = 0;
};
IndicatorCounts count_indicators(platform::db::Tx& tx, const identity::Actor& actor);

// One indicator for who reviews the strategy, in the words of the reader.
struct AgainstTarget {
    std::string code, name, group, kind;   // group: empty for the council's own
    std::string baseline, target, latest;  // with their periods; empty where there is none
    Outcome outcome = Outcome::no_figure;
    std::vector<std::string> sentences;  // against the baseline, and what keeps from concluding
    bool proposed = false;               // the group has not agreed on it
};
// In the order of the dashboard, without the retired ones. `since`: the day on which what is reviewed began.
std::vector<AgainstTarget> against_targets(platform::db::Tx& tx, const identity::Call& call,
                                           const std::optional<foundation::Date>& since);
std::string in_words(const platform::i18n::Words& words, Outcome outcome);
std::string_view name_of(Outcome outcome);
// A figure that an organisation of the directory gives and that is missing, with how many periods are.
struct FigureAsked {
    std::string code, name, name_en;
    std::int64_t periods = 0;
};
std::vector<FigureAsked> figures_asked_of(platform::db::Tx& tx, const identity::Call& call,
                                          std::string_view organisation);
// What may leave the platform, at most `most` sentences in the words of the call, the surest first: of two
// comparable figures (R-STA-1) that both count five persons or facts at least, with their caution (R-STA-5).
std::vector<std::string> sentences_to_send(platform::db::Tx& tx, const identity::Call& call,
                                           std::size_t most);
// How many figures an organisation still has to give, by its key in the directory; indicators without owner
// are left out.
struct AwaitedFigures {
    std::string owner;
    std::int64_t figures = 0;
};
std::vector<AwaitedFigures> awaited_figures(platform::db::Tx& tx, const identity::Call& call);

struct LoadReport {
    int added = 0, kept = 0;
};
// Indicators of a data file (data/councils/*/indicators.toml), proposed until their group agrees on them; the
// directory and the strategy come first. One that is there already is kept as people left it.
// Where inventions are left out, an organisation that is only supposed gives nothing: no owner yet.
std::expected<LoadReport, std::vector<platform::toml::Problem>> load_indicators(
    platform::db::Tx& tx, territory::CouncilId council, std::string_view toml,
    territory::Inventions inventions, foundation::Instant now);

// Destroys the tables that people sent, of definitions or of figures, written or not.
inline constexpr int staged_table_days = 7;
void purge(platform::db::Pool& database, foundation::Instant now);

}  // namespace maillage::indicators
