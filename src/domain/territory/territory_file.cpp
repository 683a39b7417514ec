#include "domain/territory/territory_file.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "foundation/text.hpp"

namespace maillage::territory {
namespace {

using platform::toml::Problem;
using platform::toml::Table;

bool is_key(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return text.size() >= 2 && text.size() <= 40 && text[0] >= 'a' && text[0] <= 'z' &&
           std::ranges::all_of(text, plain);
}

bool is_commune_code(std::string_view text) {
    return text.size() == 5 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == 'A' || c == 'B'; });
}

template <std::size_t size>
std::string one_of(const Table& table, std::string_view key,
                   const std::array<std::string_view, size>& allowed) {
    const std::string value = table.text(key);
    if (!value.empty() && std::ranges::find(allowed, value) == allowed.end())
        table.note(Problem::Kind::unknown_value, key);
    return value;
}

// "x y x y …" of a ring, in metres of Lambert 93, into WKT. The ring need not be closed in the file.
std::optional<std::string> outline_of(const Table& table) {
    const std::vector<double> numbers = table.numbers("outline");
    if (numbers.empty()) return std::nullopt;
    const auto inside = [](double x, double y) {
        return x > 0 && x < 1'300'000 && y > 6'000'000 && y < 7'200'000;
    };
    if (numbers.size() % 2 != 0 || numbers.size() < 6) {
        table.note(Problem::Kind::out_of_range, "outline");
        return std::nullopt;
    }
    std::string ring;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        if (!inside(numbers[i], numbers[i + 1])) table.note(Problem::Kind::out_of_range, "outline");
        ring += std::to_string(numbers[i]) + " " + std::to_string(numbers[i + 1]) + ", ";
    }
    return "POLYGON((" + ring + std::to_string(numbers[0]) + " " + std::to_string(numbers[1]) + "))";
}

FileCommune read_commune(const Table& table, const std::string& epci, const std::string& source) {
    FileCommune commune{.code = table.text("code"), .name = table.text("name")};
    if (!is_commune_code(commune.code)) table.note(Problem::Kind::unknown_value, "code");
    commune.aliases = table.texts("aliases");
    commune.siren = table.text_or_null("siren");
    if (!epci.empty()) commune.epci_siren = epci;
    commune.population = table.integer("population", 0);
    commune.source = source;
    if (const auto membership = table.table("membership")) {
        commune.standing = one_of(*membership, "standing",
                                  std::array<std::string_view, 3>{"member", "associated", "proposed"});
        commune.since = membership->date_or_null("since");
        commune.standing_source = membership->text("source");
    }
    return commune;
}

FileZone read_zone(const Table& table) {
    FileZone zone{.key = table.text("key"),
                  .name = table.text("name"),
                  .standing = "zone",
                  .commune = table.text("commune")};
    if (!is_key(zone.key)) table.note(Problem::Kind::unknown_value, "key");
    if (table.boolean_or("watch", false)) zone.standing = "watch";
    zone.code = table.text_or_null("code");
    zone.population = table.integer_or_null("population");
    if (zone.population.value_or(0) < 0) table.note(Problem::Kind::out_of_range, "population");
    zone.outline = outline_of(table);
    zone.schematic = table.boolean_or("schematic", true);
    zone.to_verify = table.boolean_or("to_verify", false);
    return zone;
}

FileZoning read_zoning(const Table& table) {
    FileZoning zoning{.code = table.text("code")};
    if (!is_key(zoning.code)) table.note(Problem::Kind::unknown_value, "code");
    zoning.kind =
        one_of(table, "kind", std::array<std::string_view, 4>{"quartier", "qpv", "police_sector", "commune"});
    zoning.name = table.text("name");
    zoning.source = table.text("source");
    zoning.note = table.text_or("note", "");
    zoning.valid_from = table.date_or_null("from");
    zoning.valid_to = table.date_or_null("to");
    if (zoning.valid_from && zoning.valid_to && *zoning.valid_to < *zoning.valid_from)
        table.note(Problem::Kind::out_of_range, "to");
    std::set<std::string> seen;
    for (const Table& zone : table.tables("zone")) {
        zoning.zones.push_back(read_zone(zone));
        if (!seen.insert(zoning.zones.back().key).second) zone.note(Problem::Kind::repeated, "key");
    }
    return zoning;
}

FileThreshold read_threshold(const Table& table) {
    FileThreshold threshold{
        .name = table.text("name"), .article = table.text("article"), .source = table.text("source")};
    threshold.value = table.number("value");
    if (const auto from = table.date_or_null("from"))
        threshold.valid_from = *from;
    else
        table.note(Problem::Kind::missing, "from");
    threshold.valid_to = table.date_or_null("to");
    threshold.to_verify = table.boolean_or("to_verify", false);
    return threshold;
}

std::optional<NewCouncil> read_council(const Table& root) {
    const auto table = root.table("council");
    if (!table) return std::nullopt;
    NewCouncil council{.slug = table->text("slug"), .name = table->text("name")};
    if (!is_key(council.slug)) table->note(Problem::Kind::unknown_value, "slug");
    council.kind = one_of(*table, "kind", std::array<std::string_view, 2>{"clspd", "cispd"});
    council.demonstration = table->boolean_or("demonstration", false);
    return council;
}

void read_communes(const Table& root, TerritoryFile& file) {
    std::string epci, source;
    if (const auto group = root.table("intercommunality")) {
        epci = group->text("siren");
        source = group->text("source");
        group->text("name");
    }
    std::set<std::string> codes;
    for (const Table& table : root.tables("commune")) {
        file.communes.push_back(read_commune(table, epci, source));
        if (!codes.insert(file.communes.back().code).second) table.note(Problem::Kind::repeated, "code");
    }
    for (const Table& table : root.tables("zoning")) {
        file.zonings.push_back(read_zoning(table));
        for (const FileZone& zone : file.zonings.back().zones)
            if (!codes.contains(zone.commune)) table.note(Problem::Kind::unknown_value, "zone.commune");
    }
}

}  // namespace

std::expected<TerritoryFile, std::vector<Problem>> read_territory(std::string_view toml) {
    auto parsed = platform::toml::DataFile::parse(toml);
    if (!parsed) return std::unexpected(std::vector{parsed.error()});
    const Table root = (*parsed)->root();
    TerritoryFile file;
    file.council = read_council(root);
    read_communes(root, file);
    for (const Table& table : root.tables("threshold")) file.thresholds.push_back(read_threshold(table));
    auto problems = (*parsed)->problems();
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return file;
}

}  // namespace maillage::territory
