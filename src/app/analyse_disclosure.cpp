#include <map>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/disclosure/suppression.hpp"
#include "foundation/result.hpp"

// May this table be shown? Rows and columns are the different words of two columns of the file, in the order
// they first appear; a pair that does not occur counts 0.
namespace maillage::app {
namespace {

struct Titles {
    std::vector<std::string> names;
    std::map<std::string, std::size_t> number;
    std::size_t of(const std::string& name) {
        const auto [at, added] = number.try_emplace(name, names.size());
        if (added) names.push_back(name);
        return at->second;
    }
};

std::string word_of(engine::Cell cell) {
    switch (cell) {
    case engine::Cell::shown: return "shown";
    case engine::Cell::hidden_primary: return "primary";
    case engine::Cell::hidden_complementary: return "complementary";
    }
    return "shown";
}

Answer<Analysis> suppress(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto row_column = TRY(request.text("row"));
    const auto row_words = TRY(table.texts(row_column));
    const auto column_column = TRY(request.text("column"));
    const auto column_words = TRY(table.texts(column_column));
    const auto count_column = TRY(request.text("count"));
    const auto counts = TRY(table.counts(count_column));
    Titles rows, columns;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        rows.of(row_words[i]);
        columns.of(column_words[i]);
    }
    std::vector<std::uint32_t> inner(rows.names.size() * columns.names.size(), 0);
    for (std::size_t i = 0; i < counts.size(); ++i)
        inner[rows.of(row_words[i]) * columns.names.size() + columns.of(column_words[i])] += counts[i];
    const auto whole_table =
        TRY(answered(engine::MarginTable::create(rows.names.size(), columns.names.size(), inner)));
    const engine::SuppressionOptions options{
        .threshold = static_cast<std::int64_t>(TRY(request.whole_or("k", 5))),
        .zeros =
            request.text_or("zeros", "hidden") == "shown" ? engine::Zeros::shown : engine::Zeros::hidden};
    const auto found = TRY(answered(engine::suppress(whole_table, options)));
    Analysis analysis{.columns = {"row", "column", "cell", "count", "feasible_low", "feasible_high"}};
    analysis.figure("primary", whole(found.primary)).figure("complementary", whole(found.complementary));
    rows.names.emplace_back("total");
    columns.names.emplace_back("total");
    for (std::size_t cell = 0; cell < whole_table.cells(); ++cell) {
        const auto feasible = engine::feasible_interval(whole_table, found.cells, cell);
        const bool shown = !engine::is_hidden(found.cells[cell]);
        analysis.rows.push_back({rows.names[whole_table.row_of(cell)],
                                 columns.names[whole_table.column_of(cell)], word_of(found.cells[cell]),
                                 shown ? Value(whole_table.count(cell)) : Value(), Value(feasible.low),
                                 feasible.bounded ? Value(feasible.high) : Value()});
    }
    return analysis;
}

const AnalyseMethod methods[] = {{"suppress", "FILE", "row column count k zeros", suppress}};

}  // namespace

std::span<const AnalyseMethod> disclosure_methods() { return methods; }

}  // namespace maillage::app
