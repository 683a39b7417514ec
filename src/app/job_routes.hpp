#pragma once

#include "domain/identity/api.hpp"

// Work under way for the one who asks: how far it is, what it left, and how to stop it. A job of somebody
// else does not exist.
namespace maillage::app {

platform::html::Answer show_jobs(identity::Call& call);
platform::http::Response jobs_json(identity::Call& call);
platform::html::Answer show_job(identity::Call& call);
platform::http::Response job_json(identity::Call& call);
platform::html::Answer job_events(identity::Call& call);
platform::html::Answer job_result(identity::Call& call);
platform::html::Answer cancel_job(identity::Call& call);

}  // namespace maillage::app
