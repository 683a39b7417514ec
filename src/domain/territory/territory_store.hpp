#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/territory/api.hpp"

namespace maillage::territory {

struct Zoning {
    std::int64_t id = 0;
    std::string code, kind, name;
    std::optional<foundation::Date> valid_from, valid_to;
    std::string source, note;
};
std::vector<Zoning> zonings(platform::db::Tx& tx, CouncilId council);
// A zone, and whether no source proves its name.
struct ZoneLine {
    Zone zone;
    bool to_verify = false;
};
std::vector<ZoneLine> zones_of(platform::db::Tx& tx, CouncilId council, std::string_view zoning);

// A zone's outline as an SVG path, y downwards, in metres.
struct DrawnZone {
    std::string key, name, standing;
    bool schematic = true;
    std::string path;
    double label_x = 0, label_y = 0;
    double left = 0, right = 0, top = 0, bottom = 0;
};
std::vector<DrawnZone> drawing(platform::db::Tx& tx, CouncilId council, std::string_view zoning);

struct Threshold {
    std::string name;
    double value = 0;
    foundation::Date valid_from;
    std::string article, source;
    bool to_verify = false;  // no source proves its dates
};
std::vector<Threshold> thresholds(platform::db::Tx& tx, CouncilId council, foundation::Date on);
// What the rules take; nothing when the law file is not loaded.
std::optional<CouncilThresholds> council_thresholds(const std::vector<Threshold>& all);

}  // namespace maillage::territory
