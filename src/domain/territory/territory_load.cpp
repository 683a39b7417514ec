#include "domain/territory/api.hpp"
#include "domain/territory/sql.hpp"
#include "domain/territory/territory_file.hpp"

namespace maillage::territory {
namespace {

namespace db = platform::db;

void save_communes(db::Tx& tx, CouncilId council, const std::vector<FileCommune>& communes) {
    int position = 0;
    for (const FileCommune& commune : communes) {
        tx.run(sql::save_commune, council, commune.code, commune.name, commune.aliases, commune.siren,
               commune.epci_siren, commune.population, commune.source, ++position);
        if (commune.standing)
            tx.run(sql::save_membership, council, commune.code, commune.standing, commune.since,
                   std::optional<foundation::Date>(), commune.standing_source);
    }
}

int save_zoning(db::Tx& tx, CouncilId council, const FileZoning& zoning) {
    const std::int64_t id = tx.single(
        sql::save_zoning, [](db::Row& row) { return row.int8(); }, council, zoning.code, zoning.kind,
        zoning.name, zoning.valid_from, zoning.valid_to, zoning.source, zoning.note);
    for (const FileZone& zone : zoning.zones)
        tx.run(sql::save_zone, council, id, zone.key, zone.code, zone.name, zone.standing, zone.population,
               zone.commune, zone.outline, zone.schematic, zone.to_verify);
    return static_cast<int>(zoning.zones.size());
}

}  // namespace

std::expected<NewCouncil, LoadProblems> council_of_file(std::string_view toml) {
    auto file = read_territory(toml);
    if (!file) return std::unexpected(std::move(file).error());
    if (!file->council)
        return std::unexpected(
            LoadProblems{{.kind = platform::toml::Problem::Kind::missing, .key = "council"}});
    return *std::move(file->council);
}

std::expected<LoadReport, LoadProblems> load(db::Tx& tx, CouncilId council, std::string_view toml) {
    auto file = read_territory(toml);
    if (!file) return std::unexpected(std::move(file).error());
    save_communes(tx, council, file->communes);
    LoadReport report{.communes = static_cast<int>(file->communes.size()),
                      .zonings = static_cast<int>(file->zonings.size()),
                      .thresholds = static_cast<int>(file->thresholds.size())};
    for (const FileZoning& zoning : file->zonings) report.zones += save_zoning(tx, council, zoning);
    for (const FileThreshold& threshold : file->thresholds)
        tx.run(sql::save_threshold, council, threshold.name, threshold.value, threshold.valid_from,
               threshold.valid_to, threshold.article, threshold.source, threshold.to_verify);
    return report;
}

}  // namespace maillage::territory
