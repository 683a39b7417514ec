#pragma once

#include <memory>

#include "app/observation.hpp"
#include "app/site.hpp"
#include "platform/db/pool.hpp"
#include "platform/http/assets.hpp"
#include "platform/http/rate_limit.hpp"

namespace maillage::app {

inline constexpr std::string_view csp_reports_path = "/csp-reports";

// What stands before the routes of a site: health for the launcher and the proxy, static files, the reports
// of browsers about our content policy, and the pace of each address. A plain function of the request.
class Front {
 public:
    Front(const platform::config::Configuration& configuration, const Site& site,
          platform::db::Pool& database, Observation& observation);

    platform::http::Response answer(platform::http::Request& request) const;

 private:
    platform::http::Response paced(platform::http::Request& request) const;

    const Site& site_;
    platform::db::Pool& database_;
    Observation& observation_;
    platform::http::StaticFiles files_;
    platform::http::Middleware pace_;  // empty: no limit
};

}  // namespace maillage::app
