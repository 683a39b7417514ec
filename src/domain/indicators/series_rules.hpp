#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/indicators/indicator_types.hpp"

namespace maillage::indicators {

// Figures of periods of one length and one perimeter, in order, with a gap where one is missing: what may be
// drawn on one axis. Twelve months and eleven are two series.
struct FigureSeries {
    int months = 12;
    std::vector<Period> periods;
    std::vector<std::optional<Figure>> figures;  // one a period
    std::size_t known = 0;
};
// The series with most figures first. `figures` in any order.
std::vector<FigureSeries> series_of(std::span<const Figure> figures);
// Whether one of its shares has a base that no percentage is said of (R-STA-2).
bool has_small_base(const FigureSeries& series);

// The periods that nobody has entered yet: from the one after the latest figure (the latest complete one when
// there is no figure) to the latest that was complete `grace_days` before today. At most `most`, oldest
// first.
inline constexpr int grace_days = 30;
std::vector<Period> missing_periods(const Definition& definition, std::span<const Figure> figures,
                                    foundation::Date today, std::size_t most = 12);

// The last `count` periods of that frequency which are complete today: the columns of the entry grid.
std::vector<Period> latest_periods(Frequency frequency, foundation::Date today, std::size_t count);

}  // namespace maillage::indicators
