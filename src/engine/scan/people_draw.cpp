#include "engine/scan/people_draw.hpp"

#include <algorithm>
#include <cmath>

namespace maillage::engine {

PeopleDraw::PeopleDraw(std::span<const double> people, double cases) {
    for (const double here : people) {
        people_ += static_cast<std::uint64_t>(std::llround(here));
        upto_.push_back(people_);
    }
    cases_ = std::min(static_cast<std::uint64_t>(std::llround(cases)), people_);
}

void PeopleDraw::draw(Draws draws, std::span<std::uint32_t> cells) const {
    const bool others = 2 * cases_ > people_;
    if (others)
        for (std::size_t cell = 0; cell < cells.size(); ++cell)
            cells[cell] = static_cast<std::uint32_t>(upto_[cell] - (cell == 0 ? 0 : upto_[cell - 1]));
    std::vector<bool> chosen(people_, false);
    for (std::uint64_t left = others ? people_ - cases_ : cases_; left > 0;) {
        const std::uint64_t one = draws.below(static_cast<std::uint32_t>(people_));
        if (chosen[one]) continue;
        chosen[one] = true;
        const auto cell = std::upper_bound(upto_.begin(), upto_.end(), one) - upto_.begin();
        cells[static_cast<std::size_t>(cell)] += others ? ~0U : 1U;
        --left;
    }
}

}  // namespace maillage::engine
