#include "domain/territory/territory_store.hpp"

#include "domain/territory/sql.hpp"

namespace maillage::territory {
namespace {

namespace db = platform::db;

Commune read_commune(db::Row& row) {
    Commune commune{.code = row.text(),
                    .name = row.text(),
                    .aliases = row.texts(),
                    .population = row.int8(),
                    .standing = row.text_or_null()};
    commune.qpv = row.boolean() ? PriorityNeighbourhood::present : PriorityNeighbourhood::absent;
    return commune;
}

Zone read_zone(db::Row& row) {
    return {.id = ZoneId(row.int8()),
            .key = row.text(),
            .code = row.text_or_null(),
            .name = row.text(),
            .standing = row.text(),
            .population = row.int8_or_null(),
            .commune_code = row.text(),
            .zoning = row.text(),
            .kind = row.text(),
            .schematic = row.boolean()};
}

Zoning read_zoning(db::Row& row) {
    return {.id = row.int8(),
            .code = row.text(),
            .kind = row.text(),
            .name = row.text(),
            .valid_from = row.date_or_null(),
            .valid_to = row.date_or_null(),
            .source = row.text(),
            .note = row.text()};
}

DrawnZone read_drawn(db::Row& row) {
    return {.key = row.text(),
            .name = row.text(),
            .standing = row.text(),
            .schematic = row.boolean(),
            .path = row.text(),
            .label_x = row.float8(),
            .label_y = row.float8(),
            .left = row.float8(),
            .right = row.float8(),
            .top = row.float8(),
            .bottom = row.float8()};
}

Threshold read_threshold(db::Row& row) {
    return {.name = row.text(),
            .value = row.float8(),
            .valid_from = row.date(),
            .article = row.text(),
            .source = row.text(),
            .to_verify = row.boolean()};
}

}  // namespace

std::vector<Commune> communes(db::Tx& tx, CouncilId council, foundation::Date on) {
    return tx.all(sql::communes_of_council, read_commune, council, on);
}

std::int64_t count_members(db::Tx& tx, CouncilId council, foundation::Date on) {
    return tx.single(sql::count_members, [](db::Row& row) { return row.int8(); }, council, on);
}

std::vector<Zone> zones(db::Tx& tx, CouncilId council, foundation::Date on) {
    return tx.all(sql::zones_of_council, read_zone, council, on);
}

std::vector<Zoning> zonings(db::Tx& tx, CouncilId council) {
    return tx.all(sql::zonings_of_council, read_zoning, council);
}

std::vector<ZoneLine> zones_of(db::Tx& tx, CouncilId council, std::string_view zoning) {
    return tx.all(
        sql::zones_of_zoning,
        [](db::Row& row) {
            ZoneLine line{.zone = read_zone(row)};
            line.to_verify = row.boolean();
            return line;
        },
        council, zoning);
}

std::vector<DrawnZone> drawing(db::Tx& tx, CouncilId council, std::string_view zoning) {
    return tx.all(sql::drawing_of_zoning, read_drawn, council, zoning);
}

std::vector<Threshold> thresholds(db::Tx& tx, CouncilId council, foundation::Date on) {
    return tx.all(sql::thresholds_on, read_threshold, council, on);
}

std::optional<CouncilThresholds> council_thresholds(const std::vector<Threshold>& all) {
    const auto value = [&](std::string_view name) -> std::optional<double> {
        for (const Threshold& threshold : all)
            if (threshold.name == name) return threshold.value;
        return std::nullopt;
    };
    const auto council = value("council_above_inhabitants"),
               coordinator = value("coordinator_above_inhabitants"), share = value("opposition_share");
    if (!council || !coordinator || !share) return std::nullopt;
    return CouncilThresholds{.council_above_inhabitants = static_cast<std::int64_t>(*council),
                             .coordinator_above_inhabitants = static_cast<std::int64_t>(*coordinator),
                             .opposition_share = *share};
}

}  // namespace maillage::territory
