#pragma once

#include "domain/identity/api.hpp"

// Who did what, for the data-protection officer and the coordinator.
namespace maillage::identity {

platform::html::Answer show_journal(Call& call);
platform::http::Response show_journal_json(Call& call);

}  // namespace maillage::identity
