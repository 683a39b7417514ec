#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/indicators/board.hpp"
#include "domain/indicators/indicator_charts.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/series_rules.hpp"
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
