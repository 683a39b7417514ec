#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/analyse_request.hpp"

namespace maillage::app {

// Words, or numbers of rows, in an order: an array in JSON, separated by spaces elsewhere.
using Several = std::variant<std::vector<std::string>, std::vector<std::int64_t>>;

// A cell: nothing, a number (12 significant digits), a whole number, a truth, a word, or several.
using Value = std::variant<std::monostate, double, std::int64_t, bool, std::string, Several>;

// Figures of the whole, then a table with one row per unit, week, band or cluster.
struct Analysis {
    std::vector<std::pair<std::string, Value>> figures;
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
    std::map<std::string, Request::Parameter> parameters;  // those it was made with, given or not
    std::vector<std::string> sentences;  // of analyse_sentences.hpp, where they were asked for

    Analysis& figure(std::string name, Value value) {
        figures.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

inline Value whole(std::size_t number) { return static_cast<std::int64_t>(number); }
template <class T>
Value maybe(const std::optional<T>& value) {
    return value ? Value(*value) : Value();
}

// `table` (for reading), `csv` (the rows, or the figures when there are none), `json` (all, with the
// parameters and the version: what it takes to make the result again), `geojson` (rows with the columns x and
// y as points), `svg` (analyse_drawing.hpp).
enum class OutputFormat : std::uint8_t { table, csv, json, geojson, svg };
Answer<OutputFormat> format_of(const Request& request);
std::string written(const Analysis& analysis, std::string_view method, OutputFormat format);
// With its sentence, where one was asked for.
std::string written(const Problem& problem, std::string_view method, OutputFormat format,
                    const std::string& sentence = "");

}  // namespace maillage::app
