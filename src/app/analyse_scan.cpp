#include <algorithm>
#include <cmath>
#include <map>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "app/analyse_scan_rows.hpp"
#include "app/analyse_titles.hpp"
#include "engine/scan/permutation_scan.hpp"
#include "engine/scan/space_time_scan.hpp"
#include "foundation/date.hpp"
#include "foundation/result.hpp"

// Clusters in space, in space and time.
namespace maillage::app {
namespace {

// How the coordinates were read: without `--latlon` degrees are a plane, in which a circle is an ellipse.
std::string coordinates_of(const engine::ScanOptions& options) {
    return options.zones.coordinates == engine::ScanCoordinates::plane ? "plane" : "degrees";
}

Answer<Analysis> scan_in_time(const Request& request, const InputTable& table, const Units& units,
                              const engine::ScanOptions& options, bool bernoulli) {
    const auto column = TRY(request.text("time"));
    const auto cells = TRY(table.texts(column));
    const StepNames steps = in_order(cells);
    const auto cases = TRY(table.numbers_of(request, "cases"));
    const auto people = TRY(table.numbers_of(request, "population"));
    constexpr std::size_t most = std::size_t{1} << 27U;
    if (units.names.size() * steps.size() > most)
        return std::unexpected(Problem{.code = "overflow",
                                       .found = static_cast<double>(units.names.size() * steps.size()),
                                       .needed = most});
    std::map<std::string_view, std::size_t> number;
    for (std::size_t step = 0; step < steps.size(); ++step) number[steps[step]] = step;
    std::vector<double> there(units.names.size() * steps.size()), expected(there.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        const std::size_t cell = units.of_row[row] * steps.size() + number[cells[row]];
        there[cell] += cases[row];
        expected[cell] += people[row];
    }
    const engine::SpaceTimeOptions asked{
        .scan = options,
        .largest_time_share = TRY(request.number_or("max-time-share", 0.5)),
        .time = request.has("prospective") ? engine::ScanTime::prospective : engine::ScanTime::retrospective};
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto method = bernoulli ? engine::space_time_bernoulli_scan : engine::space_time_scan;
    const auto found = TRY(answered(
        method(units.places.x, units.places.y,
               {.units = units.names.size(), .steps = steps.size(), .cases = there, .expected = expected},
               asked, threads.executor())));
    Analysis analysis = clusters_of(found, units, steps);
    analysis.figure("coordinates", coordinates_of(options));
    add_replication(analysis, found, options);
    if (asked.time == engine::ScanTime::prospective) add_recurrence(analysis, found, "recurrence_steps", 1);
    return analysis;
}

// Rows at the same place are one unit; without time they add up.
Answer<Analysis> scan(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Units units = TRY(units_of(request, table));
    const double radius = TRY(request.number_or("max-radius", 0));
    const auto options = TRY(options_of(request, request.has("latlon"), radius));
    const std::string model = request.text_or("model", "poisson");
    if (model != "poisson" && model != "bernoulli")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "model"});
    if (request.has("time")) return scan_in_time(request, table, units, options, model == "bernoulli");
    const auto cases = TRY(table.numbers_of(request, "cases"));
    const auto people = TRY(table.numbers_of(request, "population"));
    std::vector<double> there(units.names.size()), expected(there.size());
    for (std::size_t row = 0; row < cases.size(); ++row) {
        there[units.of_row[row]] += cases[row];
        expected[units.of_row[row]] += people[row];
    }
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto method = model == "poisson" ? engine::poisson_scan : engine::bernoulli_scan;
    const auto found =
        TRY(answered(method(units.places.x, units.places.y, there, expected, options, threads.executor())));
    Analysis analysis = clusters_of(found, units, {});
    analysis.figure("coordinates", coordinates_of(options));
    add_replication(analysis, found, options);
    return analysis;
}

struct Period {
    double first, last;
};

// `--from DATE --to DATE`, the days looked at, which hold every fact; without them, from the first to the
// last.
Answer<Period> period_of(const Request& request, const std::vector<double>& days) {
    const auto [earliest, latest] = std::ranges::minmax(days);
    Period period{.first = earliest, .last = latest};
    for (const auto& [option, end] : {std::pair("from", &period.first), std::pair("to", &period.last)}) {
        if (!request.has(option)) continue;
        const auto day = foundation::Date::parse_iso(TRY(request.text(option)));
        if (!day) return std::unexpected(Problem{.code = "unreadable_option", .about = option});
        *end = static_cast<double>(day->days().time_since_epoch().count());
    }
    for (std::size_t row = 0; row < days.size(); ++row)
        if (std::floor(days[row]) < period.first || std::floor(days[row]) > period.last)
            return std::unexpected(
                Problem{.code = "index_out_of_range", .about = "date", .found = static_cast<double>(row)});
    return period;
}

struct DatedUnits {
    Units units;
    std::vector<engine::DatedCases> cases;
    StepNames days;
};

Answer<DatedUnits> dated_units(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    DatedUnits found{.units = TRY(units_of(request, table)), .cases = {}, .days = {}};
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    std::vector<std::uint32_t> counts(days.size(), 1);
    if (request.has("cases")) {
        const auto cases_column = TRY(request.text("cases"));
        counts = TRY(table.counts(cases_column));
    }
    if (days.empty()) return std::unexpected(Problem{.code = "empty"});
    const auto [first, last] = TRY(period_of(request, days));
    // Also what is not finite: every comparison with it fails.
    if (!(last - first < 65535) || !(std::abs(first) < 3'000'000))
        return std::unexpected(Problem{.code = "overflow", .found = last - first, .needed = 65535});
    const auto day_zero = static_cast<int>(std::floor(first));
    const auto steps = static_cast<std::uint32_t>(std::floor(last) - std::floor(first)) + 1;
    for (std::uint32_t step = 0; step < steps; ++step)
        found.days.push_back(foundation::Date::from_days(
                                 std::chrono::sys_days(std::chrono::days(day_zero + static_cast<int>(step))))
                                 .iso());
    for (std::size_t i = 0; i < days.size(); ++i)
        found.cases.push_back({.unit = found.units.of_row[i],
                               .day = static_cast<std::uint32_t>(std::floor(days[i]) - std::floor(first)),
                               .count = counts[i]});
    return found;
}

// The largest window, which nobody sets to nothing; without the option, the usual half of cases or days.
Answer<std::optional<double>> limit_of(const Request& request, std::string_view option) {
    if (!request.has(option)) return std::optional<double>();
    const double limit = TRY(request.number(option));
    if (!(limit > 0))
        return std::unexpected(Problem{
            .code = "parameter_out_of_range", .about = std::string(option), .found = limit, .needed = 0});
    return std::optional(limit);
}

// The radius is in kilometres, so the coordinates are metres, or degrees when they look so; `--planar` says
// that they do not.
Answer<Analysis> scan_stp(const Request& request) {
    const auto dated = TRY(dated_units(request));
    const Points& places = dated.units.places;
    const bool prospective = request.has("prospective");
    const bool degrees = request.has("latlon") || (!request.has("planar") && within_degrees(places));
    const double every = TRY(request.number_or("every-days", 1));
    if (!(every > 0)) return std::unexpected(Problem{.code = "unreadable_option", .about = "every-days"});
    const auto kilometres = TRY(limit_of(request, "max-radius-km"));
    const auto days = TRY(limit_of(request, "max-days"));
    const auto period = static_cast<std::uint32_t>(dated.days.size());
    const engine::PermutationScanOptions options{
        .scan = TRY(options_of(request, degrees, 1000 * kilometres.value_or(0))),
        .days = period,
        .most_days = days ? static_cast<std::uint32_t>(std::min<double>(*days, period)) : period / 2,
        .time = prospective ? engine::ScanTime::prospective : engine::ScanTime::retrospective};
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found =
        TRY(answered(engine::permutation_scan(places.x, places.y, dated.cases, options, threads.executor())));
    Analysis analysis = clusters_of(found, dated.units, dated.days);
    analysis.figure("first_day", dated.days.front())
        .figure("days", whole(dated.days.size()))
        .figure("coordinates", coordinates_of(options.scan))
        .figure("max_radius_km", kilometres ? Value(*kilometres) : Value())
        .figure("max_days", whole(options.most_days));
    analysis.columns.emplace_back("days");
    for (std::size_t i = 0; i < found.clusters.size(); ++i)
        analysis.rows[i].push_back(whole(found.clusters[i].to_step - found.clusters[i].from_step + 1));
    add_replication(analysis, found, options.scan);
    if (prospective) add_recurrence(analysis, found, "recurrence_days", every);
    return analysis;
}

const AnalyseMethod methods[] = {
    {"scan", "FILE",
     "cases population x y id latlon model max-share max-radius time max-time-share prospective replicates "
     "seed sequential-stop gumbel",
     cluster_columns, scan},
    {"scan-stp", "FILE",
     "x y date cases id from to latlon planar max-share max-radius-km max-days prospective every-days "
     "replicates "
     "seed sequential-stop gumbel",
     cluster_columns, scan_stp},
};

}  // namespace

std::span<const AnalyseMethod> scan_methods() { return methods; }

}  // namespace maillage::app
