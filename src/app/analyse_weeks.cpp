#include "app/analyse_weeks.hpp"

#include <algorithm>

#include "foundation/result.hpp"

namespace maillage::app {

Answer<Weeks> weeks_of(const Request& request, std::size_t first) {
    const auto table = TRY(InputTable::of(request));
    Weeks weeks{.counts = TRY(table.numbers_of(request, "counts")), .from = first};
    if (!request.has("range") && !request.has("from")) return weeks;
    std::vector<double> range = TRY(request.numbers(request.has("range") ? "range" : "from"));
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
