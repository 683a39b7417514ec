#include "app/front.hpp"

#include "app/runtime.hpp"

namespace maillage::app {
namespace {

namespace http = platform::http;

constexpr std::string_view assets = "/assets/";

http::Middleware pace_of(const platform::config::Configuration& configuration, const Site& site) {
    const auto per_second = configuration.http.requests_per_second;
    if (per_second == 0) return {};
    const http::Rate rate{.per_second = static_cast<double>(per_second),
                          .burst = static_cast<double>(configuration.http.burst)};
    return http::limit_rate(std::make_shared<http::RateLimiter>(rate, system_clock),
                            [&site](const http::Request& request) { return site.error(request, 429); });
}

}  // namespace

Front::Front(const platform::config::Configuration& configuration, const Site& site,
             platform::db::Pool& database, Observation& observation)
    : site_(site),
      database_(database),
      observation_(observation),
      files_(configuration.assets.folder),
      pace_(pace_of(configuration, site)) {}

http::Response Front::answer(http::Request& request) const {
    const std::string_view path = request.path;
    if (path == "/healthz") return http::Response::text(200, "ok\n");
    if (path == "/readyz")
        return database_.ready() ? http::Response::text(200, "ready\n")
                                 : http::Response::text(503, "not ready\n");
    if (path.starts_with(assets)) {
        request.route = "/assets/{file}";
        return files_.answer(path.substr(assets.size()), request);
    }
    return paced(request);
}

http::Response Front::paced(http::Request& request) const {
    const auto next = [this](http::Request& passed) {
        if (passed.path != csp_reports_path || passed.method != http::Method::post)
            return site_.answer(passed);
        // Its content is whatever a browser, or anybody, wrote: counted, never read nor kept.
        passed.route = csp_reports_path;
        observation_.count_csp_report();
        return http::Response{.status = 204, .body = std::string()};
    };
    return pace_ ? pace_(request, next) : next(request);
}

}  // namespace maillage::app
