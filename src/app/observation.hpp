#pragma once

#include <atomic>
#include <exception>
#include <memory>

#include "platform/config/configuration.hpp"
#include "platform/http/metrics.hpp"
#include "platform/log/log.hpp"

namespace maillage::app {

// What an operator sees of one site: a log line an answer, a line a breakdown, and the page of metrics on a
// loopback port of its own. No path, no query, no name.
class Observation {
 public:
    Observation(const platform::config::Configuration& configuration, foundation::Clock clock);

    void count_csp_report() { ++csp_reports_; }
    void answered(const platform::http::Answered& answer);
    void broke(const platform::http::Request& request, const std::exception_ptr& thrown) const;
    // Serves /healthz and /metrics on 127.0.0.1:`port`. A port that is taken is told in the log and no
    // reason not to serve the site.
    void listen(const std::string& address, std::uint16_t port, const platform::http::Server& site);

 private:
    platform::log::Log log_;
    platform::http::Metrics metrics_;
    std::atomic<std::uint64_t> csp_reports_{0};
    std::unique_ptr<platform::http::Server> server_;
};

}  // namespace maillage::app
