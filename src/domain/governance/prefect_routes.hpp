#pragma once

#include "domain/identity/api.hpp"

// What the prefect told the council, and when (R-GOV-2).
namespace maillage::governance {

platform::html::Answer show_prefect_records(identity::Call& call);  // GET  /{council}/prefect-records
platform::http::Response prefect_records_json(identity::Call& call);
platform::html::Answer submit_prefect_record(identity::Call& call);    // POST /{council}/prefect-records
platform::html::Answer withdraw_prefect_record(identity::Call& call);  // POST …/{record}/withdrawal
platform::html::Answer restore_prefect_record(identity::Call& call);   // POST …/{record}/restoration

}  // namespace maillage::governance
