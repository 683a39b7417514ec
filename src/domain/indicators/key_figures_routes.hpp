#pragma once

#include "domain/identity/api.hpp"

namespace maillage::indicators {

platform::html::Answer show_key_figures(identity::Call& call);
platform::http::Response key_figures_json(identity::Call& call);
platform::html::Answer show_key_choice(identity::Call& call);
platform::html::Answer submit_key_choice(identity::Call& call);

}  // namespace maillage::indicators
