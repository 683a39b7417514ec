#include <chrono>
#include <cmath>
#include <limits>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "app/analyse_titles.hpp"
#include "engine/counts/event_table.hpp"
#include "foundation/date.hpp"
#include "foundation/result.hpp"

// How many facts of each category, each month, in each square of a lattice.
namespace maillage::app {
namespace {

std::string month_name(int month) {
    const int year = static_cast<int>(std::floor(month / 12.0)), within = month - 12 * year + 1;
    return std::to_string(year) + (within < 10 ? "-0" : "-") + std::to_string(within);
}

// Months since year 0 of each day.
Answer<std::vector<int>> months_of(const std::vector<double>& days) {
    constexpr double far = 3'000'000;
    std::vector<int> months;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (!(std::abs(days[i]) < far))
            return std::unexpected(Problem{.code = "not_finite", .found = static_cast<double>(i)});
        const auto date = foundation::Date::from_days(
            std::chrono::sys_days(std::chrono::days(static_cast<int>(std::floor(days[i])))));
        months.push_back(12 * date.year() + static_cast<int>(date.month()) - 1);
    }
    return months;
}

// Squares of a given side over the rectangle that holds the facts, from its lower left corner.
struct Lattice {
    engine::Rectangle window;
    double side = 0;
    std::uint32_t columns = 1, rows = 1;
    std::vector<std::uint32_t> cell;
};

Answer<Lattice> lattice_of(const Request& request, const Points& points) {
    Lattice lattice;
    lattice.side = TRY(request.number("cell"));
    if (!(lattice.side > 0) || !std::isfinite(lattice.side))
        return std::unexpected(Problem{.code = "parameter_out_of_range", .found = lattice.side, .needed = 0});
    if (const auto refused = engine::unusable_places(points.x, points.y, engine::Plane::other_unit))
        return std::unexpected(problem_of(*refused));
    if (const auto refused = degrees_with_metres(points, lattice.side)) return std::unexpected(*refused);
    lattice.window = TRY(window_around(request, points));
    const double columns = std::max(1.0, std::ceil(lattice.window.width() / lattice.side));
    const double rows = std::max(1.0, std::ceil(lattice.window.height() / lattice.side));
    constexpr double most = 1e8;
    if (!(columns * rows <= most))
        return std::unexpected(Problem{.code = "overflow", .found = columns * rows, .needed = most});
    lattice.columns = static_cast<std::uint32_t>(columns);
    lattice.rows = static_cast<std::uint32_t>(rows);
    const auto within = [&](double offset, std::uint32_t count) {
        return std::min(count - 1, static_cast<std::uint32_t>(offset / lattice.side));
    };
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        if (!lattice.window.contains(points.x[i], points.y[i]))
            return std::unexpected(
                Problem{.code = "index_out_of_range", .about = "window", .found = static_cast<double>(i)});
        lattice.cell.push_back(within(points.y[i] - lattice.window.bottom, lattice.rows) * lattice.columns +
                               within(points.x[i] - lattice.window.left, lattice.columns));
    }
    return lattice;
}

struct Keys {
    Titles categories;
    std::vector<std::uint8_t> category;
    std::vector<std::uint16_t> month;
    int first_month = 0;
    std::uint32_t months = 1;
};

Answer<Keys> keys_of(const Request& request, const InputTable& table) {
    Keys keys;
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    const auto months = TRY(months_of(days));
    if (months.empty()) return std::unexpected(Problem{.code = "empty", .found = 0});
    const auto [first, last] = std::ranges::minmax(months);
    keys.first_month = first;
    keys.months = static_cast<std::uint32_t>(last - first) + 1;
    constexpr std::size_t most_categories = 256, most_months = 65535;
    if (keys.months > most_months)
        return std::unexpected(
            Problem{.code = "overflow", .found = static_cast<double>(keys.months), .needed = most_months});
    for (const int month : months) keys.month.push_back(static_cast<std::uint16_t>(month - first));
    std::vector<std::string> words(months.size());
    if (request.has("category")) {
        const auto column = TRY(request.text("category"));
        words = TRY(table.texts(column));
    }
    for (const std::string& word : words) {
        keys.category.push_back(static_cast<std::uint8_t>(keys.categories.of(word)));
        if (keys.categories.names.size() > most_categories)
            return std::unexpected(
                Problem{.code = "overflow", .about = "category", .found = 257, .needed = most_categories});
    }
    return keys;
}

// Only what is not 0 is printed.
Answer<Analysis> counts(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Keys keys = TRY(keys_of(request, table));
    const bool cells = request.has("cell");
    Lattice lattice{.cell = std::vector<std::uint32_t>(keys.month.size(), 0)};
    if (cells) {
        const Points points = TRY(points_of(request, table));
        lattice = TRY(lattice_of(request, points));
    }
    const engine::CountShape shape{.categories = static_cast<std::uint32_t>(keys.categories.names.size()),
                                   .months = keys.months,
                                   .columns = lattice.columns,
                                   .rows = lattice.rows};
    const auto events =
        TRY(answered(engine::EventTable::create({keys.category, keys.month, lattice.cell}, shape)));
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found = events.by_cell(threads.executor());

    Analysis analysis{.columns = {"category", "month"}};
    if (cells) analysis.columns.insert(analysis.columns.end(), {"x", "y"});
    analysis.columns.emplace_back("count");
    analysis.figure("events", whole(events.events())).figure("months", whole(keys.months));
    if (cells)
        analysis.figure("columns", whole(lattice.columns)).figure("rows_of_cells", whole(lattice.rows));
    for (std::size_t at = 0; at < found.size(); ++at) {
        if (found[at] == 0) continue;
        const std::size_t cell = at % shape.cells(), key = at / shape.cells();
        std::vector<Value> row{keys.categories.names[key / shape.months],
                               month_name(keys.first_month + static_cast<int>(key % shape.months))};
        if (cells) {
            const auto centre = [&](double begin, std::size_t number) {
                return begin + (static_cast<double>(number) + 0.5) * lattice.side;
            };
            row.insert(row.end(), {Value(centre(lattice.window.left, cell % shape.columns)),
                                   Value(centre(lattice.window.bottom, cell / shape.columns))});
        }
        row.push_back(whole(found[at]));
        analysis.rows.push_back(std::move(row));
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"counts", "FILE", "category date x y cell window", "events months category month x y count", counts},
};

}  // namespace

std::span<const AnalyseMethod> count_methods() { return methods; }

}  // namespace maillage::app
