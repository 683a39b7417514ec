#pragma once

#include "domain/identity/api.hpp"

namespace maillage::indicators {

platform::html::Answer show_dashboard(identity::Call& call);
platform::http::Response dashboard_json(identity::Call& call);
platform::html::Answer show_group(identity::Call& call);
platform::http::Response group_json(identity::Call& call);
platform::html::Answer submit_agreement(identity::Call& call);
platform::html::Answer show_entry(identity::Call& call);
platform::html::Answer submit_entry(identity::Call& call);

platform::html::Answer export_entry(identity::Call& call);
platform::html::Answer send_table(identity::Call& call);
platform::html::Answer show_table(identity::Call& call);
platform::http::Response table_json(identity::Call& call);
platform::html::Answer confirm_table(identity::Call& call);

platform::html::Answer show_missing(identity::Call& call);
platform::http::Response missing_json(identity::Call& call);
platform::html::Answer show_new_indicator(identity::Call& call);
platform::html::Answer submit_new_indicator(identity::Call& call);
platform::html::Answer show_indicator(identity::Call& call);
platform::http::Response indicator_json(identity::Call& call);
platform::html::Answer show_edit_indicator(identity::Call& call);
platform::html::Answer submit_indicator(identity::Call& call);
platform::html::Answer submit_retirement(identity::Call& call);
platform::html::Answer submit_return(identity::Call& call);
platform::html::Answer submit_figure(identity::Call& call);
platform::html::Answer submit_withdrawal(identity::Call& call);
platform::html::Answer submit_restoration(identity::Call& call);

platform::html::Answer submit_comment(identity::Call& call);
platform::html::Answer change_own_comment(identity::Call& call);
platform::html::Answer submit_comment_removal(identity::Call& call);

}  // namespace maillage::indicators
