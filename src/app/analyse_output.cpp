#include "app/analyse_output.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "app/analyse_drawing.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

// The JSON writer prints the shortest digits that read back the same: 12 digits are chosen here.
double twelve_digits(double value) {
    return std::isfinite(value) ? number_of(fmt::format("{:.12g}", value)).value_or(value) : value;
}

std::string text_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.12g}", *number);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    if (const auto* several = std::get_if<Several>(&value))
        return std::visit([](const auto& all) { return fmt::format("{}", fmt::join(all, " ")); }, *several);
    return "";
}

void add_all(platform::JsonWriter& json, const Several& several) {
    json.begin_array();
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&several))
        for (const std::int64_t number : *numbers) json.value(number);
    if (const auto* words = std::get_if<std::vector<std::string>>(&several))
        for (const std::string& word : *words) json.value(std::string_view(word));
    json.end_array();
}

void add(platform::JsonWriter& json, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        // JSON has no infinity: "no upper bound" is said in a word.
        if (std::isinf(*number))
            json.value(*number > 0 ? "Infinity" : "-Infinity");
        else
            json.value(twelve_digits(*number));
    } else if (const auto* count = std::get_if<std::int64_t>(&value)) {
        json.value(*count);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        json.value(*truth);
    } else if (const auto* words = std::get_if<std::string>(&value)) {
        json.value(std::string_view(*words));
    } else if (const auto* several = std::get_if<Several>(&value)) {
        add_all(json, *several);
    } else {
        json.null();
    }
}

void add_row(platform::JsonWriter& json, const Analysis& analysis, const std::vector<Value>& row) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
        json.key(analysis.columns[i]);
        add(json, row[i]);
    }
    json.end_object();
}

void add_parameters(platform::JsonWriter& json, const Analysis& analysis) {
    json.key("parameters").begin_object();
    for (const auto& [name, parameter] : analysis.parameters) {
        json.key(name);
        std::visit([&](const auto& value) { add(json, Value(value)); }, parameter);
    }
    json.end_object();
}

std::string json_of(const Analysis& analysis, std::string_view method) {
    platform::JsonWriter json;
    json.begin_object().member("method", method).member("version", MAILLAGE_VERSION);
    if (!analysis.parameters.empty()) add_parameters(json, analysis);
    for (const auto& [name, value] : analysis.figures) {
        json.key(name);
        add(json, value);
    }
    if (!analysis.columns.empty()) {
        json.key("rows").begin_array();
        for (const auto& row : analysis.rows) add_row(json, analysis, row);
        json.end_array();
    }
    if (!analysis.sentences.empty()) {
        json.key("sentences").begin_array();
        for (const std::string& sentence : analysis.sentences) json.value(std::string_view(sentence));
        json.end_array();
    }
    json.end_object();
    return json.take() + "\n";
}

std::string geojson_of(const Analysis& analysis) {
    const auto column = [&](std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(analysis.columns, name) - analysis.columns.begin());
    };
    const std::size_t x = column("x"), y = column("y");
    platform::JsonWriter json;
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    for (const auto& row : analysis.rows) {
        json.begin_object().member("type", "Feature").key("geometry");
        if (x < row.size() && y < row.size()) {
            json.begin_object().member("type", "Point").key("coordinates").begin_array();
            add(json, row[x]);
            add(json, row[y]);
            json.end_array().end_object();
        } else {
            json.null();
        }
        json.key("properties");
        add_row(json, analysis, row);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take() + "\n";
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

using Lines = std::vector<std::vector<std::string>>;

Lines lines_of_rows(const Analysis& analysis) {
    Lines lines{analysis.columns};
    for (const auto& row : analysis.rows) {
        auto& line = lines.emplace_back();
        for (const Value& value : row) line.push_back(text_of(value));
    }
    return lines;
}

void add_line(std::string& bytes, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) bytes += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    bytes += '\n';
}

// Line by line: of ten million rows the words weigh more than the numbers.
std::string csv_of(const Analysis& analysis) {
    std::string bytes;
    std::vector<std::string> cells;
    if (analysis.columns.empty()) {
        for (const auto& [name, value] : analysis.figures) cells.push_back(name);
        add_line(bytes, cells);
        cells.clear();
        for (const auto& [name, value] : analysis.figures) cells.push_back(text_of(value));
        add_line(bytes, cells);
        return bytes;
    }
    add_line(bytes, analysis.columns);
    for (const auto& row : analysis.rows) {
        cells.clear();
        for (const Value& value : row) cells.push_back(text_of(value));
        add_line(bytes, cells);
    }
    return bytes;
}

std::string aligned(const Lines& lines) {
    std::vector<std::size_t> width;
    for (const auto& line : lines) {
        width.resize(std::max(width.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) width[i] = std::max(width[i], line[i].size());
    }
    std::string text;
    for (const auto& line : lines) {
        std::string padded;
        for (std::size_t i = 0; i < line.size(); ++i) padded += fmt::format("{:<{}}  ", line[i], width[i]);
        padded.erase(padded.find_last_not_of(' ') + 1);
        text += padded + '\n';
    }
    return text;
}

std::string table_of(const Analysis& analysis) {
    Lines figures;
    for (const auto& [name, value] : analysis.figures) figures.push_back({name, text_of(value)});
    std::string text;
    for (const std::string& sentence : analysis.sentences) text += sentence + '\n';
    if (!text.empty()) text += '\n';
    text += aligned(figures);
    if (analysis.columns.empty()) return text;
    if (!text.empty()) text += '\n';
    return text + aligned(lines_of_rows(analysis));
}

}  // namespace

Answer<OutputFormat> format_of(const Request& request) {
    const std::string words = request.text_or("format", "table");
    if (words == "table") return OutputFormat::table;
    if (words == "csv") return OutputFormat::csv;
    if (words == "json") return OutputFormat::json;
    if (words == "geojson") return OutputFormat::geojson;
    if (words == "svg") return OutputFormat::svg;
    return std::unexpected(Problem{.code = "unreadable_option", .about = "format"});
}

std::string written(const Analysis& analysis, std::string_view method, OutputFormat format) {
    switch (format) {
    case OutputFormat::table: return table_of(analysis);
    case OutputFormat::csv: return csv_of(analysis);
    case OutputFormat::json: return json_of(analysis, method);
    case OutputFormat::geojson: return geojson_of(analysis);
    case OutputFormat::svg: return drawing_of(analysis).value_or("");
    }
    return "";
}

std::string written(const Problem& problem, std::string_view method, OutputFormat format,
                    const std::string& sentence) {
    Analysis refusal;
    refusal.figure("refusal", problem.code);
    if (!problem.about.empty()) refusal.figure("about", problem.about);
    if (problem.found) refusal.figure("found", *problem.found);
    if (problem.needed) refusal.figure("needed", *problem.needed);
    if (!sentence.empty()) refusal.sentences.push_back(sentence);
    if (format == OutputFormat::json || format == OutputFormat::geojson) return json_of(refusal, method);
    return written(refusal, method, format == OutputFormat::svg ? OutputFormat::table : format);
}

}  // namespace maillage::app
