#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The public data sets that stand beside the checkout (../shared/data), read in place, never copied.
namespace maillage::test {

// A small comma-separated table with a header, read whole. Numbers are parsed on demand; "NA" is not a
// number.
class ReferenceTable {
 public:
    explicit ReferenceTable(const std::filesystem::path& file);
    std::size_t rows() const { return rows_.size(); }
    std::vector<double> numbers(std::string_view column) const;
    std::vector<std::string> texts(std::string_view column) const;

 private:
    std::size_t index(std::string_view column) const;
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
};

// The path of `name` below the data folder, or nothing when the folder is not there.
std::optional<std::filesystem::path> reference_file(std::string_view name);

}  // namespace maillage::test

// Opens `name` into `table`, or skips the test and says what is missing.
#define REFERENCE_TABLE(table, name)                                                      \
    const auto table##_file = ::maillage::test::reference_file(name);                     \
    if (!table##_file) GTEST_SKIP() << "the reference data folder is absent: " << (name); \
    const ::maillage::test::ReferenceTable table(*table##_file)

// The path of the folder `name` in `folder`, or skips the test and says what is missing.
#define REFERENCE_FOLDER(folder, name)                                                      \
    const auto folder##_found = ::maillage::test::reference_file(name);                     \
    if (!folder##_found) GTEST_SKIP() << "the reference data folder is absent: " << (name); \
    const std::filesystem::path folder = *folder##_found
