#include <cstdlib>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "app/analyse_titles.hpp"
#include "engine/disclosure/controlled_rounding.hpp"
#include "foundation/result.hpp"

// A table shown in multiples of a base, its totals too, which still adds up.
namespace maillage::app {
namespace {

Answer<Analysis> rounding(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    Titles rows, columns;
    const auto row_column = TRY(request.text("row"));
    const auto row_words = TRY(table.texts(row_column));
    const auto column_column = TRY(request.text("column"));
    const auto column_words = TRY(table.texts(column_column));
    const auto count_column = TRY(request.text("count"));
    const auto counts = TRY(table.counts(count_column));
    for (std::size_t k = 0; k < counts.size(); ++k) {
        rows.of(row_words[k]);
        columns.of(column_words[k]);
    }
    const std::size_t cells = rows.names.size() * columns.names.size();
    constexpr std::size_t most = 1'000'000;
    if (cells > most)
        return std::unexpected(
            Problem{.code = "overflow", .found = static_cast<double>(cells), .needed = most});
    std::vector<std::uint32_t> inner(cells, 0);
    for (std::size_t k = 0; k < counts.size(); ++k)
        inner[rows.of(row_words[k]) * columns.names.size() + columns.of(column_words[k])] += counts[k];
    const auto margins =
        TRY(answered(engine::MarginTable::create(rows.names.size(), columns.names.size(), inner)));
    const engine::RoundingOptions options{.base = static_cast<std::int64_t>(TRY(request.whole_or("base", 5))),
                                          .seed = TRY(request.whole("seed"))};
    const auto found = TRY(answered(engine::rounded(margins, options)));
    Analysis analysis{.columns = {"row", "column", "rounded"}};
    analysis.figure("base", options.base).figure("cells", whole(found.size()));
    const auto title = [](const Titles& titles, std::size_t at) {
        return at < titles.names.size() ? titles.names[at] : std::string("total");
    };
    for (std::size_t cell = 0; cell < found.size(); ++cell)
        analysis.rows.push_back(
            {title(rows, margins.row_of(cell)), title(columns, margins.column_of(cell)), found[cell]});
    return analysis;
}

const AnalyseMethod methods[] = {
    {"round", "FILE", "row column count base seed", "base cells row column rounded", rounding},
};

}  // namespace

std::span<const AnalyseMethod> rounding_methods() { return methods; }

}  // namespace maillage::app
