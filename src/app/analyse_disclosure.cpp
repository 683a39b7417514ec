#include <algorithm>
#include <array>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "app/analyse_titles.hpp"
#include "engine/disclosure/publication.hpp"
#include "engine/disclosure/suppression.hpp"
#include "foundation/result.hpp"

// May this table be shown? Its entries are the different words of two or three columns of the file, in the
// order they first appear; a combination that does not occur counts 0.
namespace maillage::app {
namespace {

// One entry of the table: `--row COL`, and `--row-group COL` when its words stand in groups printed as well
// (zones in towns, months in years).
struct Entry {
    std::string option;
    Titles titles, groups;
    std::vector<std::uint32_t> of_row;
    engine::Axis axis;

    // The title of the line that holds these members.
    std::string title(const std::vector<std::uint32_t>& line) const {
        if (line.size() == titles.names.size()) return "total";
        if (line.size() == 1) return titles.names[line.front()];
        return groups.names[axis.levels.front()[line.front()]];
    }
};

Answer<Entry> entry_of(const Request& request, const InputTable& table, std::string_view option) {
    Entry entry{.option = std::string(option), .titles = {}, .groups = {}, .of_row = {}, .axis = {}};
    const auto column = TRY(request.text(option));
    const auto words = TRY(table.texts(column));
    for (const std::string& word : words) entry.of_row.push_back(entry.titles.of(word));
    entry.axis.members = static_cast<std::uint32_t>(entry.titles.names.size());
    const std::string group_option = entry.option + "-group";
    if (!request.has(group_option)) return entry;
    const auto group_column = TRY(request.text(group_option));
    const auto group_words = TRY(table.texts(group_column));
    auto& level = entry.axis.levels.emplace_back(entry.axis.members, 0);
    std::vector<bool> told(entry.axis.members, false);
    for (std::size_t row = 0; row < group_words.size(); ++row) {
        const std::uint32_t group = entry.groups.of(group_words[row]), member = entry.of_row[row];
        // A zone in two towns is no zone of either.
        if (told[member] && level[member] != group)
            return std::unexpected(
                Problem{.code = "overlapping_groups", .about = entry.titles.names[member]});
        told[member] = true;
        level[member] = group;
    }
    return entry;
}

struct Facts {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> counts;  // of the finest cells, the last entry fastest
};

Answer<Facts> facts_of(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    Facts facts;
    std::size_t atoms = 1;
    for (const std::string_view option : {"row", "column", "layer"})
        if (option != "layer" || request.has(option)) {
            facts.entries.push_back(TRY(entry_of(request, table, option)));
            atoms *= facts.entries.back().axis.members;
        }
    const auto column = TRY(request.text("count"));
    const auto counts = TRY(table.counts(column));
    constexpr std::size_t most = 1'000'000;
    if (atoms > most)
        return std::unexpected(
            Problem{.code = "overflow", .found = static_cast<double>(atoms), .needed = most});
    facts.counts.assign(atoms, 0);
    for (std::size_t row = 0; row < counts.size(); ++row) {
        std::size_t atom = 0;
        for (const Entry& entry : facts.entries) atom = atom * entry.axis.members + entry.of_row[row];
        facts.counts[atom] += counts[row];
    }
    return facts;
}

std::string word_of(engine::Cell cell) {
    switch (cell) {
    case engine::Cell::shown: return "shown";
    case engine::Cell::hidden_primary: return "primary";
    case engine::Cell::hidden_complementary: return "complementary";
    }
    return "shown";
}

Analysis heading(const engine::Suppression& found, const engine::SuppressionOptions& options,
                 const std::vector<Entry>& entries) {
    Analysis analysis;
    for (const Entry& entry : entries) analysis.columns.push_back(entry.option);
    analysis.columns.insert(analysis.columns.end(), {"cell", "count", "feasible_low", "feasible_high"});
    analysis.figure("threshold", options.threshold)
        .figure("primary", whole(found.primary))
        .figure("complementary", whole(found.complementary));
    return analysis;
}

void add_cell(std::vector<Value> row, Analysis& analysis, engine::Cell cell, std::int64_t count,
              const engine::Feasible& feasible) {
    row.insert(row.end(), {Value(word_of(cell)), engine::is_hidden(cell) ? Value() : Value(count),
                           Value(feasible.low), feasible.bounded ? Value(feasible.high) : Value()});
    analysis.rows.push_back(std::move(row));
}

// Two entries with their totals: exact, by flows.
Answer<Analysis> two_entries(const Facts& facts, const engine::SuppressionOptions& options) {
    const Entry &rows = facts.entries[0], &columns = facts.entries[1];
    const auto table =
        TRY(answered(engine::MarginTable::create(rows.axis.members, columns.axis.members, facts.counts)));
    const auto found = TRY(answered(engine::suppress(table, options)));
    Analysis analysis = heading(found, options, facts.entries);
    const auto title = [](const Entry& entry, std::size_t at) {
        return at < entry.titles.names.size() ? entry.titles.names[at] : std::string("total");
    };
    for (std::size_t cell = 0; cell < table.cells(); ++cell)
        add_cell({title(rows, table.row_of(cell)), title(columns, table.column_of(cell))}, analysis,
                 found.cells[cell], table.count(cell), engine::feasible_interval(table, found.cells, cell));
    return analysis;
}

// The atoms that a cell of an earlier release counted: a total is that of the words it knew.
Answer<std::vector<engine::PublishedCell>> earlier_cells(const Request& request, const Facts& facts) {
    std::vector<engine::PublishedCell> cells;
    const auto file = TRY(request.text("earlier"));
    const InputTable table = TRY(InputTable::read(file));
    const auto counts = TRY(table.texts("count"));
    std::vector<std::vector<std::string>> words;
    for (const Entry& entry : facts.entries) words.push_back(TRY(table.texts(entry.option)));
    for (std::size_t row = 0; row < counts.size(); ++row) {
        std::vector<std::uint32_t> atoms{0};
        for (std::size_t k = 0; k < facts.entries.size(); ++k) {
            const Entry& entry = facts.entries[k];
            const bool total = words[k][row] == "total";
            std::vector<std::uint32_t> longer;
            for (std::uint32_t member = 0; member < entry.axis.members; ++member) {
                const std::string& name = entry.titles.names[member];
                const bool known = std::ranges::find(words[k], name) != words[k].end();
                const bool in_group = !entry.axis.levels.empty() &&
                                      entry.groups.names[entry.axis.levels[0][member]] == words[k][row];
                if ((total && known) || name == words[k][row] || (in_group && known))
                    for (const std::uint32_t atom : atoms)
                        longer.push_back(atom * entry.axis.members + member);
            }
            atoms = std::move(longer);
        }
        std::uint64_t sum = 0;
        for (const std::uint32_t atom : atoms) sum += facts.counts[atom];
        const auto shown = number_of(counts[row]);
        // Figures corrected since are not the same facts: their difference tells nothing exact.
        if (shown && *shown != static_cast<double>(sum))
            return std::unexpected(Problem{.code = "earlier_differs",
                                           .about = file,
                                           .found = *shown,
                                           .needed = static_cast<double>(sum)});
        if (!atoms.empty())
            cells.push_back(
                {.atoms = std::move(atoms),
                 .past = shown ? engine::PublishedCell::Past::shown : engine::PublishedCell::Past::hidden});
    }
    return cells;
}

// Three entries, groups, or an earlier release: by linear programming.
Answer<Analysis> any_entries(const Request& request, const Facts& facts,
                             const engine::SuppressionOptions& options) {
    std::vector<engine::Axis> axes;
    for (const Entry& entry : facts.entries) axes.push_back(entry.axis);
    const auto table = TRY(answered(engine::crossed(axes, facts.counts)));
    std::vector<engine::PublishedCell> cells;
    for (std::size_t cell = 0; cell < table.size(); ++cell) cells.push_back(table.cell(cell));
    if (request.has("earlier"))
        for (auto& cell : TRY(earlier_cells(request, facts))) cells.push_back(std::move(cell));
    const auto all = TRY(answered(engine::Publication::create(facts.counts, std::move(cells))));
    const auto found = TRY(answered(engine::suppress(all, options)));
    const auto feasible = TRY(answered(engine::feasible_intervals(all, found.cells)));
    Analysis analysis = heading(found, options, facts.entries);
    std::vector<std::vector<std::vector<std::uint32_t>>> lines;
    for (const engine::Axis& axis : axes) lines.push_back(axis.lines());
    for (std::size_t cell = 0; cell < table.size(); ++cell) {
        std::vector<Value> row(axes.size());
        for (std::size_t k = axes.size(), left = cell; k-- > 0; left /= lines[k].size())
            row[k] = facts.entries[k].title(lines[k][left % lines[k].size()]);
        add_cell(std::move(row), analysis, found.cells[cell], all.count(cell), feasible[cell]);
    }
    return analysis;
}

Answer<Analysis> suppress(const Request& request) {
    const Facts facts = TRY(facts_of(request));
    const engine::SuppressionOptions options{
        .threshold = static_cast<std::int64_t>(TRY(request.whole_or("k", 5))),
        .zeros =
            request.text_or("zeros", "hidden") == "shown" ? engine::Zeros::shown : engine::Zeros::hidden};
    const bool grouped =
        std::ranges::any_of(facts.entries, [](const Entry& entry) { return !entry.axis.levels.empty(); });
    if (facts.entries.size() == 2 && !grouped && !request.has("earlier")) return two_entries(facts, options);
    return any_entries(request, facts, options);
}

const AnalyseMethod methods[] = {
    {"suppress", "FILE", "row column layer row-group column-group layer-group count k zeros earlier",
     "threshold primary complementary row column cell count feasible_low feasible_high", suppress},
};

}  // namespace

std::span<const AnalyseMethod> disclosure_methods() { return methods; }

}  // namespace maillage::app
