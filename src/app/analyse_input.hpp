#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/analyse_request.hpp"
#include "engine/space/neighbours.hpp"
#include "foundation/thread_pool.hpp"
#include "platform/csv/table.hpp"

namespace maillage::app {

// The ASCII letters in lower case.
std::string lower(std::string_view words);

// One CSV file with a header; columns are read by their title. A cell that is not what its column should hold
// is a problem with its line, never a value left out.
class InputTable {
 public:
    static Answer<InputTable> read(const std::string& file);
    // File number `index` of the request, from 0; it holds a row at least.
    static Answer<InputTable> of(const Request& request, std::size_t index = 0);

    bool has(std::string_view title) const { return table_.column(title).has_value(); }
    const std::vector<std::string>& titles() const { return table_.header; }
    std::size_t rows() const { return table_.lines.size(); }
    Answer<std::vector<std::string>> texts(std::string_view title) const;
    Answer<std::vector<double>> numbers(std::string_view title) const;
    Answer<std::vector<std::uint32_t>> counts(std::string_view title) const;
    // yes, true, 1, oui, x… or no, false, 0, non, nothing…; another word is a problem, not a no.
    Answer<std::vector<std::uint8_t>> truths(std::string_view title) const;
    // Days since 1970-01-01: "2024-02-29", or any number of days.
    Answer<std::vector<double>> days(std::string_view title) const;
    // Minutes since 1970-01-01 00:00: "2024-02-29 13:45"; an empty cell is engine::unknown_minute.
    Answer<std::vector<std::int64_t>> minutes(std::string_view title) const;

    // The column that an option names.
    Answer<std::vector<double>> numbers_of(const Request& request, std::string_view option) const;

 private:
    template <class T, class Parse>
    Answer<std::vector<T>> column(std::string_view title, Parse&& parse) const;

    platform::csv::Table table_;
};

// `--neighbours PAIRS.csv` (columns i, j: row numbers from 1), `--outlines CORNERS.csv` (zones that touch),
// `--x COL --y COL --nearest K` or `--x COL --y COL --distance D`.
Answer<engine::Neighbours> neighbours_of(const Request& request, const InputTable& table);
// The same of these places: a row number is then a place's.
struct Points;
Answer<engine::Neighbours> neighbours_of(const Request& request, const Points& points);

// `--weights row|binary`, row when it is not said.
Answer<engine::Weights> weights_of(const Request& request);

}  // namespace maillage::app
