#pragma once

#include "domain/governance/prefect_store.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::governance {

// Amber when the rule is not met; a link to the page of what was told.
void prefect_notice(platform::html::Out& out, const identity::Call& call,
                    const std::vector<PrefectRecord>& records);
platform::html::Page prefect_page(identity::Call& call, const std::vector<PrefectRecord>& records,
                                  const platform::html::FormState& state);

}  // namespace maillage::governance
