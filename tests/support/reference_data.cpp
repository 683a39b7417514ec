#include "tests/support/reference_data.hpp"

#include <zlib.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
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

// The lines of a file, gzipped or not: zlib reads both.
std::vector<std::string> lines_of(const std::filesystem::path& file) {
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> in(gzopen(file.c_str(), "rb"), gzclose);
    std::vector<std::string> lines(1);
    std::array<char, 65536> block{};
    for (int size = 0; in && (size = gzread(in.get(), block.data(), block.size())) > 0;)
        for (const char c : std::string_view(block.data(), static_cast<std::size_t>(size))) {
            if (c == '\n')
                lines.emplace_back();
            else
                lines.back() += c;
        }
    return lines;
}

}  // namespace

ReferenceTable::ReferenceTable(const std::filesystem::path& file) {
    for (const std::string& line : lines_of(file)) {
        if (line.empty()) continue;
        if (header_.empty())
            header_ = cells(line);
        else
            rows_.push_back(cells(line));
    }
    if (header_.empty()) throw std::runtime_error("empty reference table " + file.filename().string());
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
