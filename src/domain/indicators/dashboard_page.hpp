#pragma once

#include <vector>

#include "domain/indicators/board.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::indicators {

// The council's indicators and, group by group, theirs.
platform::html::Page dashboard_page(identity::Call& call, const std::vector<Section>& board);
// One group: its set judged, its indicators with their charts, the decision by which it agrees.
platform::html::Page group_page(identity::Call& call, const Section& section,
                                const platform::html::FormState& agreement);
// What is asked of whom: every figure that is missing, by the organisation that gives it.
platform::html::Page missing_page(identity::Call& call, const std::vector<Section>& board);

}  // namespace maillage::indicators
