#pragma once

#include <expected>
#include <string_view>
#include <vector>

#include "domain/indicators/indicator_types.hpp"
#include "platform/toml/data_file.hpp"

namespace maillage::indicators {

// An indicator of a data file (data/councils/*/indicators.toml) with the figures that its source prints.
struct FileIndicator {
    Definition definition;
    std::vector<Figure> figures;
    int line = 0;
};
std::expected<std::vector<FileIndicator>, std::vector<platform::toml::Problem>> read_indicator_file(
    std::string_view toml);

}  // namespace maillage::indicators
