#include "domain/indicators/entry_grid.hpp"

#include <algorithm>
#include <cmath>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/series_rules.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

constexpr double largest = 1e12;

std::string plain(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string in_field(const Words& words, double value) {
    std::string text = plain(value);
    if (words.language() == platform::i18n::Language::fr)
        if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

// What a reader hears of a cell: its row and its column.
std::string name_of_cell(const Words& words, const GridCell& cell) {
    const Definition& said = cell.reading->indicator.definition;
    return localised(words, said.name, said.name_en) + ", " + in_words(words, cell.period);
}

class CellReader {
 public:
    CellReader(const Words& words, const GridCell& cell, html::FormState& state)
        : words_(words), cell_(cell), state_(state), measure_(cell.reading->measure()) {}

    std::optional<Figure> read() {
        const bool share = measure_ == Measure::share;
        const bool empty = blank(cell_.field()) && (!share || blank(cell_.whole_field()));
        if (empty) return std::nullopt;
        Figure figure;
        if (cell_.known != nullptr) figure = *cell_.known;
        figure.period = cell_.period;
        if (cell_.known == nullptr) figure.perimeter = cell_.reading->indicator.definition.perimeter;
        const auto value = number(cell_.field());
        if (value) figure.value = *value;
        if (share) {
            figure.of = number(cell_.whole_field());
            figure.of_perimeter = figure.perimeter;
            if (value && figure.of && (*figure.of <= 0 || *value > *figure.of))
                refuse(cell_.whole_field(), words_("indicators.refusal.part_above_whole"));
        }
        return figure;
    }

 private:
    bool blank(const std::string& field) const { return foundation::trimmed(state_.value(field)).empty(); }

    void refuse(const std::string& field, std::string why) {
        state_.refuse(field, std::move(why), name_of_cell(words_, cell_));
    }

    std::optional<double> number(const std::string& field) {
        const auto value = html::parse_typed_number(state_.value(field));
        const bool whole = measure_ == Measure::count || measure_ == Measure::share;
        if (!value || std::abs(*value) > largest)
            refuse(field, words_("indicators.refusal.no_number"));
        else if (whole && (*value < 0 || *value != std::floor(*value)))
            refuse(field, words_("indicators.refusal.no_count"));
        else
            return value;
        return std::nullopt;
    }

    const Words& words_;
    const GridCell& cell_;
    html::FormState& state_;
    const Measure measure_;
};

// Then the heads of the columns name the periods, once for all rows.
bool same_periods(const std::vector<std::vector<GridCell>>& grid) {
    if (grid.empty()) return false;
    const auto periods = [](const auto& row) {
        std::vector<Period> all;
        for (const GridCell& cell : row) all.push_back(cell.period);
        return all;
    };
    return std::ranges::all_of(grid, [&](const auto& row) {
        return row.size() == grid_periods && periods(row) == periods(grid.front());
    });
}

void input(Out& out, const std::string& field, const std::string& label, const html::FormState& state) {
    const html::FieldError* error = state.error(field);
    const std::string message = field + "-error";
    html::void_el(
        out, "input",
        {a("type", "text"), a("inputmode", "decimal"), a("class", "n"), a("id", field), a("name", field),
         a("value", state.value(field)), a("aria-label", label), a("autocomplete", "off"),
         a("maxlength", "20"), html::a_if("aria-invalid", error != nullptr ? "true" : ""),
         html::a_if("aria-describedby", error != nullptr ? message : std::string())});
    if (error != nullptr) el(out, "span", {a("class", "error"), a("id", message)}, error->message);
}

}  // namespace

std::string GridCell::field() const {
    std::string period_part = written(period);
    std::ranges::replace(period_part, '/', '_');
    return "v-" + reading->indicator.definition.code + "_" + period_part;
}
std::string GridCell::whole_field() const { return field() + "_of"; }

std::vector<std::vector<GridCell>> grid_of(const Section& section, foundation::Date today) {
    std::vector<std::vector<GridCell>> grid;
    for (const Reading& reading : section.readings) {
        const Definition& said = reading.indicator.definition;
        if (said.computed) continue;
        std::vector<GridCell> row;
        for (const Period& period : latest_periods(said.frequency, today, grid_periods)) {
            GridCell cell{.reading = &reading, .period = period};
            for (const Figure& figure : reading.figures)
                if (figure.period == period && figure.perimeter == said.perimeter) cell.known = &figure;
            row.push_back(cell);
        }
        grid.push_back(std::move(row));
    }
    return grid;
}

html::FormState state_of(const Words& words, const std::vector<std::vector<GridCell>>& grid) {
    html::FormState state;
    for (const auto& row : grid)
        for (const GridCell& cell : row) {
            if (cell.known == nullptr) continue;
            state.values.add(cell.field(), in_field(words, cell.known->value));
            if (cell.known->of) state.values.add(cell.whole_field(), in_field(words, *cell.known->of));
        }
    return state;
}

std::vector<GridEntry> read_grid(const Call& call, const std::vector<std::vector<GridCell>>& grid,
                                 html::FormState& state) {
    for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
    std::vector<GridEntry> entries;
    for (const auto& row : grid)
        for (const GridCell& cell : row) {
            const auto figure = CellReader(call.words, cell, state).read();
            if (figure && (cell.known == nullptr || !(*figure == *cell.known)))
                entries.push_back({.indicator = cell.reading->indicator.id, .figure = *figure});
        }
    return entries;
}

html::Page entry_page(Call& call, const Section& section, const std::vector<std::vector<GridCell>>& grid,
                      const html::FormState& state) {
    const Words& words = call.words;
    const std::string title = words("indicators.entry.title", {{"group", section.group.code}});
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")},
                               {group_name(words, section.group), group_path(call, section.group)},
                               {title, ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(out, title, words("indicators.entry.why"));
    html::error_summary(out, words, state);
    const html::Url target = html::Url::path(group_path(call, section.group, "/entry"));
    html::form_open(out, target, fresh_tokens(call));
    html::Table description{.caption = title, .columns = {{words("indicators.field.name")}}};
    const bool alike = same_periods(grid);
    for (std::size_t i = 0; i < grid_periods; ++i)
        description.columns.push_back(
            {alike ? in_words(words, grid.front()[i].period)
                   : words("indicators.entry.column",
                           {{"n", words.number(static_cast<std::int64_t>(grid_periods - i))}})});
    el(out, "div", {a("class", "fill")}, [&](Out& o) {
        html::table(o, words, description, grid, [&](html::Row& row, const std::vector<GridCell>& cells) {
            const Definition& said = cells.front().reading->indicator.definition;
            row.heading([&](Out& cell) {
                cell.text(localised(words, said.name, said.name_en));
                el(cell, "div", {a("class", "muted")}, in_words(words, said.frequency));
            });
            for (const GridCell& cell : cells)
                row.cell([&](Out& field) {
                    if (!alike) el(field, "div", {a("class", "muted")}, in_words(words, cell.period));
                    const std::string name = name_of_cell(words, cell);
                    input(field, cell.field(), name, state);
                    if (said.measure != Measure::share) return;
                    el(field, "span", {a("class", "muted")}, words("indicators.entry.of"));
                    input(field, cell.whole_field(), words("indicators.entry.whole", {{"cell", name}}),
                          state);
                });
        });
    });
    html::submit(out, words("indicators.entry.save"));
    html::form_close(out);
    return page;
}

}  // namespace maillage::indicators
