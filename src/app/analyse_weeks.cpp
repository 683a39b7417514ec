#include "app/analyse_weeks.hpp"

#include <algorithm>
#include <cmath>

#include "foundation/result.hpp"

namespace maillage::app {

namespace {

// "FIRST,LAST", "FIRST:LAST" as in R, "FIRST-LAST" or "FIRST" alone.
Answer<std::vector<double>> range_of(const Request& request) {
    const std::string_view option = request.has("range") ? "range" : "from";
    const std::string words = TRY(request.text(option));
    std::vector<double> range;
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find_first_of(",:-", at), words.size());
        const auto week = number_of(std::string_view(words).substr(at, end - at));
        if (!week || *week != std::floor(*week))
            return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
        range.push_back(*week);
        at = end + 1;
    }
    return range;
}

}  // namespace

Answer<Weeks> weeks_of(const Request& request, std::size_t first) {
    const auto table = TRY(InputTable::of(request));
    Weeks weeks{.counts = TRY(table.numbers_of(request, "counts")), .from = first};
    if (!request.has("range") && !request.has("from")) return weeks;
    const std::vector<double> range = TRY(range_of(request));
    const auto size = static_cast<double>(weeks.counts.size());
    const double last = range.size() > 1 ? range[1] : std::max(range[0], size);
    if (range.size() > 2 || range[0] < 1 || last < range[0])
        return std::unexpected(Problem{.code = "unreadable_option", .about = "range"});
    if (last > size)
        return std::unexpected(
            Problem{.code = "too_few_events", .about = "range", .found = size, .needed = last});
    weeks.from = static_cast<std::size_t>(range[0]) - 1;
    weeks.counts.resize(static_cast<std::size_t>(last));
    return weeks;
}

}  // namespace maillage::app
