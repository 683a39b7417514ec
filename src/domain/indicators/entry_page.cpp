#include <algorithm>

#include "domain/indicators/entry_grid.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/table_pages.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// The grid as a form, and the ways to fill it from a spreadsheet.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

// Then the heads of the columns name the periods, once for all rows.
bool same_periods(const Grid& grid) {
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

std::vector<std::string> column_titles(const Words& words, const Grid& grid) {
    const bool alike = same_periods(grid);
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < grid_periods; ++i)
        titles.push_back(alike ? in_words(words, grid.front()[i].period)
                               : words("indicators.entry.column",
                                       {{"n", words.number(static_cast<std::int64_t>(grid_periods - i))}}));
    return titles;
}

void provisional_boxes(Out& out, const Words& words, const Grid& grid, const html::FormState& state) {
    html::SelectField field{.name = std::string(provisional_columns),
                            .label = words("indicators.entry.provisional"),
                            .options = {},
                            .hint = words("indicators.entry.provisional_hint")};
    for (const std::string& title : column_titles(words, grid))
        field.options.push_back({std::to_string(field.options.size()), title});
    html::checkbox_group(out, words, field, state);
}

void grid_table(Out& out, const Words& words, const std::string& title, const Grid& grid,
                const html::FormState& state) {
    html::Table description{.caption = title, .columns = {{words("indicators.field.name")}}};
    const bool alike = same_periods(grid);
    for (std::string& name : column_titles(words, grid)) description.columns.push_back({std::move(name)});
    html::table(out, words, description, grid, [&](html::Row& row, const std::vector<GridCell>& cells) {
        const Definition& said = cells.front().reading->indicator.definition;
        row.heading([&](Out& cell) {
            cell.text(localised(words, said.name, said.name_en));
            el(cell, "div", {a("class", "muted")}, in_words(words, said.frequency));
        });
        for (const GridCell& cell : cells)
            row.cell([&](Out& field) {
                if (!alike) el(field, "div", {a("class", "muted")}, in_words(words, cell.period));
                const std::string name = cell.name(words);
                cell_input(field, cell.field(), name, state, said.measure);
                if (said.measure != Measure::share) return;
                el(field, "span", {a("class", "muted")}, words("indicators.entry.of"));
                cell_input(field, cell.whole_field(), words("indicators.entry.whole", {{"cell", name}}),
                           state, said.measure);
            });
    });
}

}  // namespace

void cell_input(Out& out, const std::string& field, const std::string& label, const html::FormState& state,
                Measure measure) {
    const html::FieldError* error = state.error(field);
    const std::string message = field + "-error";
    const bool whole = measure == Measure::count || measure == Measure::share;
    html::void_el(out, "input",
                  {a("type", "text"), a("inputmode", "decimal"), a("class", "n"), a("id", field),
                   a("name", field), a("value", state.value(field)), a("aria-label", label),
                   a("autocomplete", "off"), a("maxlength", "20"), html::a_if("data-whole", whole ? "1" : ""),
                   html::a_if("aria-invalid", error != nullptr ? "true" : ""),
                   html::a_if("aria-describedby", error != nullptr ? message : std::string())});
    if (error != nullptr) el(out, "span", {a("class", "error"), a("id", message)}, error->message);
}

html::Page entry_page(Call& call, const Section& section, const Grid& grid, const html::FormState& state) {
    const Words& words = call.words;
    const bool council = section.group.code.empty();
    const std::string name = group_name(words, section.group);
    const std::string title = entry_title(words, section);
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")}},
                    .help = "indicators"};
    if (!council) page.crumbs.push_back({name, group_path(call, section.group)});
    page.crumbs.push_back({title, ""});
    Out& out = page.main;
    html::page_heading(out, title, words("indicators.entry.why"));
    html::error_summary(out, words, state);
    const html::Url target = html::Url::path(group_path(call, section.group, "/entry"));
    html::form_open(out, target, fresh_tokens(call));
    html::void_el(out, "input", {a("type", "hidden"), a("name", shown_field), a("value", shown_of(grid))});
    // What the script that pastes says, in the user's language.
    el(out, "div",
       {a("class", "fill"), a("data-most", std::to_string(most_pasted)),
        a("data-too-much", words("indicators.table.too_much",
                                 {{"cells", words.number(static_cast<std::int64_t>(most_pasted))}})),
        a("data-pasted", words("indicators.entry.pasted")),
        a("data-outside", words("indicators.entry.outside")),
        a("data-no-number", words("indicators.refusal.no_number")),
        a("data-no-count", words("indicators.refusal.no_count"))},
       [&](Out& o) { grid_table(o, words, title, grid, state); });
    provisional_boxes(out, words, grid, state);
    html::submit(out, words("indicators.entry.save"));
    html::form_close(out);
    spreadsheet_panel(out, call, section, state);
    return page;
}

}  // namespace maillage::indicators
