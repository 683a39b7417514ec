#include "tests/support/reference_data.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace maillage::test {
namespace {

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            found.emplace_back();
        else if (c != '\r')
            found.back() += c;
    }
    return found;
}

}  // namespace

ReferenceTable::ReferenceTable(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line))
        throw std::runtime_error("empty reference table " + file.filename().string());
    header_ = cells(line);
    while (std::getline(in, line))
        if (!line.empty()) rows_.push_back(cells(line));
}

std::size_t ReferenceTable::index(std::string_view column) const {
    for (std::size_t i = 0; i < header_.size(); ++i)
        if (header_[i] == column) return i;
    throw std::runtime_error("no column " + std::string(column));
}

std::vector<double> ReferenceTable::numbers(std::string_view column) const {
    std::vector<double> values;
    for (const auto& row : rows_) {
        const std::string& cell = row.at(index(column));
        char* end = nullptr;
        const double value = std::strtod(cell.c_str(), &end);
        values.push_back(end == cell.c_str() ? std::nan("") : value);
    }
    return values;
}

std::vector<std::string> ReferenceTable::texts(std::string_view column) const {
    std::vector<std::string> values;
    for (const auto& row : rows_) values.push_back(row.at(index(column)));
    return values;
}

std::optional<std::filesystem::path> reference_file(std::string_view name) {
    const std::filesystem::path file = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "../shared/data" / name;
    if (!std::filesystem::exists(file)) return std::nullopt;
    return file;
}

}  // namespace maillage::test
