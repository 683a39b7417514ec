#include <algorithm>
#include <set>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "engine/points/dbscan.hpp"
#include "engine/points/hdbscan.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/points/ripley_k.hpp"
#include "foundation/result.hpp"

// Patterns of points. Distances are in the unit of the coordinates.
namespace maillage::app {
namespace {

constexpr auto plane = engine::Plane::other_unit;

// The table is let go before the calculation: of ten million lines it holds more than the answer.
Answer<Points> points_alone(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    return points_of(request, table);
}

Answer<Analysis> dbscan(const Request& request) {
    const auto points = TRY(points_alone(request));
    const engine::DbscanOptions options{
        .eps = TRY(request.number("eps")), .min_points = TRY(request.small_or("min-pts", 5)), .plane = plane};
    if (const auto refused = degrees_with_metres(points, options.eps)) return std::unexpected(*refused);
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found = TRY(answered(engine::dbscan(points.x, points.y, options, threads.executor())));
    Analysis analysis{.columns = {"row", "x", "y", "cluster", "core"}};
    analysis.figure("clusters", whole(found.clusters)).figure("noise", whole(found.noise_points));
    analysis.rows.reserve(points.x.size());
    for (std::size_t i = 0; i < points.x.size(); ++i)
        analysis.rows.push_back(
            {whole(i + 1), points.x[i], points.y[i], whole(found.cluster[i]), found.core[i] != 0});
    return analysis;
}

Answer<Analysis> hdbscan(const Request& request) {
    const auto points = TRY(points_alone(request));
    const auto least = TRY(request.small_or("min-pts", 5));
    if (const auto refused = degrees_of_a_town(request, points)) return std::unexpected(*refused);
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found = TRY(answered(engine::hdbscan(points.x, points.y, least, plane, threads.executor())));
    Analysis analysis{.columns = {"row", "x", "y", "cluster", "membership"}};
    analysis.figure("clusters", whole(found.clusters)).figure("noise", whole(found.noise_points));
    analysis.rows.reserve(points.x.size());
    for (std::size_t i = 0; i < points.x.size(); ++i)
        analysis.rows.push_back(
            {whole(i + 1), points.x[i], points.y[i], whole(found.cluster[i]), found.membership[i]});
    return analysis;
}

Answer<Analysis> nni(const Request& request) {
    const auto points = TRY(points_alone(request));
    const auto window = TRY(window_of(request));
    if (const auto refused = degrees_of_a_town(request, points)) return std::unexpected(*refused);
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found =
        TRY(answered(engine::nearest_neighbour_index(points.x, points.y, window, plane, threads.executor())));
    Analysis analysis;
    analysis.figure("index", found.index)
        .figure("mean_distance", found.mean_distance)
        .figure("expected", found.expected)
        .figure("z", found.z)
        .figure("p", found.p)
        .figure("donnelly_index", found.donnelly_index)
        .figure("donnelly_expected", found.donnelly_expected);
    return analysis;
}

Answer<engine::KCorrection> correction_of(const Request& request) {
    const std::string words = request.text_or("correction", "isotropic");
    if (words == "none") return engine::KCorrection::none;
    if (words == "border") return engine::KCorrection::border;
    if (words == "translate") return engine::KCorrection::translate;
    if (words == "isotropic") return engine::KCorrection::isotropic;
    return std::unexpected(Problem{.code = "unreadable_option", .about = "correction"});
}

Points of_mark(const Points& points, const std::vector<std::string>& marks, const std::string& mark) {
    Points found;
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i] == mark) {
            found.x.push_back(points.x[i]);
            found.y.push_back(points.y[i]);
        }
    return found;
}

// `--simulations N --seed S` adds the lowest and highest K of N patterns thrown at random into the window.
Answer<Analysis> k_of(const Request& request, const Points& points, const engine::KOptions& options) {
    Analysis analysis{.columns = {"r", "k"}};
    foundation::ThreadPool threads(TRY(request.threads()));
    if (!request.has("simulations")) {
        const auto k = TRY(answered(engine::ripley_k(points.x, points.y, options, threads.executor())));
        for (std::size_t i = 0; i < k.size(); ++i) analysis.rows.push_back({options.radii[i], k[i]});
        return analysis;
    }
    const engine::EnvelopeOptions simulated{.simulations = TRY(request.small_or("simulations", 99)),
                                            .seed = TRY(request.whole_or("seed", 1))};
    const auto found =
        TRY(answered(engine::k_envelope(points.x, points.y, options, simulated, threads.executor())));
    analysis.figure("simulations", whole(simulated.simulations));
    analysis.columns.insert(analysis.columns.end(), {"lowest", "highest"});
    for (std::size_t i = 0; i < found.observed.size(); ++i)
        analysis.rows.push_back({options.radii[i], found.observed[i], found.lowest[i], found.highest[i]});
    return analysis;
}

// With `--mark COL`, K of the points of each mark among themselves.
Answer<Analysis> k_function(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    if (const auto refused = degrees_of_a_town(request, points)) return std::unexpected(*refused);
    const auto radii = TRY(request.numbers("r"));
    const engine::KOptions options{.window = TRY(window_of(request)),
                                   .radii = radii,
                                   .correction = TRY(correction_of(request)),
                                   .plane = plane};
    if (!request.has("mark")) return k_of(request, points, options);
    const auto column = TRY(request.text("mark"));
    const auto marks = TRY(table.texts(column));
    Analysis all;
    for (const std::string& mark : std::set<std::string>(marks.begin(), marks.end())) {
        Analysis one = TRY(k_of(request, of_mark(points, marks, mark), options));
        if (all.columns.empty()) {
            all = {.figures = one.figures, .columns = one.columns};
            all.columns.insert(all.columns.begin(), "mark");
        }
        for (auto& row : one.rows) {
            row.insert(row.begin(), Value(mark));
            all.rows.push_back(std::move(row));
        }
    }
    if (all.columns.empty()) return std::unexpected(Problem{.code = "empty", .found = 0});
    return all;
}

// `--mark COL --from A --to B`; without them, every ordered pair of different marks, 20 marks at most.
Answer<std::vector<std::pair<std::string, std::string>>> pairs_of(const Request& request,
                                                                  const std::vector<std::string>& marks) {
    constexpr std::size_t most = 20;
    std::vector<std::pair<std::string, std::string>> pairs;
    if (request.has("from") || request.has("to")) {
        pairs.emplace_back(TRY(request.text("from")), TRY(request.text("to")));
        return pairs;
    }
    const std::set<std::string> different(marks.begin(), marks.end());
    const auto found = static_cast<double>(different.size());
    if (different.size() < 2)
        return std::unexpected(
            Problem{.code = "too_few_events", .about = "mark", .found = found, .needed = 2});
    if (different.size() > most)
        return std::unexpected(
            Problem{.code = "missing_option", .about = "from", .found = found, .needed = most});
    for (const auto& from : different)
        for (const auto& to : different)
            if (from != to) pairs.emplace_back(from, to);
    return pairs;
}

Answer<Analysis> cross_k(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    const auto column = TRY(request.text("mark"));
    const auto marks = TRY(table.texts(column));
    if (const auto refused = degrees_of_a_town(request, points)) return std::unexpected(*refused);
    const auto radii = TRY(request.numbers("r"));
    const engine::KOptions options{.window = TRY(window_of(request)),
                                   .radii = radii,
                                   .correction = TRY(correction_of(request)),
                                   .plane = plane};
    foundation::ThreadPool threads(TRY(request.threads()));
    Analysis analysis{.columns = {"from", "to", "r", "k"}};
    for (const auto& [from, to] : TRY(pairs_of(request, marks))) {
        const Points first = of_mark(points, marks, from), second = of_mark(points, marks, to);
        const auto k = TRY(
            answered(engine::cross_k({first.x, first.y}, {second.x, second.y}, options, threads.executor())));
        for (std::size_t i = 0; i < radii.size(); ++i) analysis.rows.push_back({from, to, radii[i], k[i]});
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"dbscan", "FILE", "x y eps min-pts", "clusters noise row x y cluster core", dbscan},
    {"hdbscan", "FILE", "x y min-pts planar", "clusters noise row x y cluster membership", hdbscan},
    {"nni", "FILE", "x y window planar", "index mean_distance expected z p donnelly_index donnelly_expected",
     nni},
    {"k-function", "FILE", "x y window r correction mark simulations seed planar", "r k", k_function},
    {"cross-k", "FILE", "x y window r correction mark from to planar", "from to r k", cross_k},
};

}  // namespace

std::span<const AnalyseMethod> point_methods() { return methods; }

}  // namespace maillage::app
