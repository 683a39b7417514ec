#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/territory/api.hpp"
#include "platform/toml/data_file.hpp"

// What a territory file says (data/councils/*/territory.toml, data/law/*.toml), read and checked whole.
namespace maillage::territory {

struct FileCommune {
    std::string code, name;
    std::vector<std::string> aliases;
    std::optional<std::string> siren, epci_siren;
    std::int64_t population = 0;
    std::string source;
    std::optional<std::string>
        standing;  // member, associated, proposed; nothing: of the intercommunality only
    std::optional<foundation::Date> since;
    std::string standing_source;
};
struct FileZone {
    std::string key, name, standing, commune;
    std::optional<std::string> code;
    std::optional<std::int64_t> population;
    std::optional<std::string> outline;  // WKT, EPSG:2154
    bool schematic = true;
    bool to_verify = false;
};
struct FileZoning {
    std::string code, kind, name, source, note;
    std::optional<foundation::Date> valid_from, valid_to;
    std::vector<FileZone> zones;
};
struct FileThreshold {
    std::string name, article, source;
    double value = 0;
    foundation::Date valid_from;
    std::optional<foundation::Date> valid_to;
    bool to_verify = false;
};
struct TerritoryFile {
    std::optional<NewCouncil> council;
    std::vector<FileCommune> communes;
    std::vector<FileZoning> zonings;
    std::vector<FileThreshold> thresholds;
};

std::expected<TerritoryFile, std::vector<platform::toml::Problem>> read_territory(std::string_view toml);

}  // namespace maillage::territory
