#pragma once

#include "domain/indicators/indicator_store.hpp"
#include "platform/db/row.hpp"

// Rows of the tables as values, and the other way round.
namespace maillage::indicators {

Indicator read_indicator(platform::db::Row& row);
struct FigureRow {
    IndicatorId indicator;
    Figure figure;
};
FigureRow read_figure(platform::db::Row& row);

// Who writes: an account, or the application with a data file (0).
struct Writer {
    territory::CouncilId council;
    std::int64_t account = 0;
    foundation::Instant now;
};
// The organisation that gives the values; nothing when none is named. Ask before anything is written.
using Owner = std::optional<std::int64_t>;
std::expected<Owner, WriteRefusal> owner_of(platform::db::Tx& tx, territory::CouncilId council,
                                            const Definition& definition);
void insert_definition(platform::db::Tx& tx, const Writer& writer, IndicatorId indicator, int version,
                       const Definition& definition, const Owner& owner,
                       std::optional<foundation::Date> breaks_from = {});
void insert_figure(platform::db::Tx& tx, const Writer& writer, IndicatorId indicator, const Figure& figure);

}  // namespace maillage::indicators
