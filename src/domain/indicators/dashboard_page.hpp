#pragma once

#include <vector>

#include "domain/indicators/agreement_form.hpp"
#include "domain/indicators/board.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::indicators {

// The council's indicators and, group by group, theirs.
platform::html::Page dashboard_page(identity::Call& call, const std::vector<Section>& board);
// One group: its set judged, its indicators with their charts, the decision by which it agrees.
struct GroupView {
    const Section& section;
    const std::vector<DecidingBody>& bodies;
    const platform::html::FormState& agreement;  // what was typed
};
platform::html::Page group_page(identity::Call& call, const GroupView& view);
// What is asked of whom: every figure that is missing, by the organisation that gives it, and every indicator
// that has none. Whoever sits for one organisation reads what is asked of that one.
bool is_asked(const identity::Call& call, const Reading& reading);
platform::html::Page missing_page(identity::Call& call, const std::vector<Section>& board);

}  // namespace maillage::indicators
