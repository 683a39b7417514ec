#include "app/observation.hpp"

#include <system_error>

#include "platform/http/breakdown.hpp"
#include "platform/http/method_names.hpp"

namespace maillage::app {
namespace {

namespace http = platform::http;
namespace log = platform::log;

http::Response page(const http::Metrics& metrics, const http::Request& request) {
    if (request.path == "/healthz") return http::Response::text(200, "ok\n");
    if (request.path != "/metrics") return http::Response::text(404, "404\n");
    return {.status = 200, .type = std::string(http::Metrics::type), .body = metrics.render()};
}

}  // namespace

Observation::Observation(const platform::config::Configuration& configuration, foundation::Clock clock)
    : log_(log::level_of(configuration.log.level).value_or(log::Level::info), std::move(clock),
           log::standard_error()) {}

void Observation::answered(const http::Answered& answer) {
    metrics_.record(answer);
    const log::Code method{name_of(answer.method)}, id{answer.id};
    if (answer.refusal.empty())
        log_.info("request", {{"method", method},
                              {"route", log::Route{answer.route}},
                              {"status", answer.status},
                              {"took_us", answer.took.count()},
                              {"id", id}});
    else
        log_.info("refused", {{"status", answer.status}, {"why", log::Code{answer.refusal}}, {"id", id}});
}

void Observation::broke(const http::Request& request, const std::exception_ptr& thrown) const {
    const std::string what = http::what_of(thrown);
    log_.error("breakdown", {{"route", log::Route{request.route}},
                             {"id", log::Code{request.id}},
                             {"what", log::Breakdown{what}}});
}

void Observation::listen(const std::string& address, std::uint16_t port, const http::Server& site) {
    metrics_.add_gauge("connections", "Open connections.",
                       [&site] { return double(site.load().connections); });
    metrics_.add_gauge("waiting", "Requests waiting for a worker.",
                       [&site] { return double(site.load().waiting); });
    metrics_.add_gauge("csp_reports", "Reports of browsers that the content policy stopped something.",
                       [this] { return double(csp_reports_.load()); });
    http::ServerOptions options;
    options.address = address;
    options.port = port;
    options.hosts = {"localhost", "127.0.0.1"};
    options.io_threads = 1;
    options.workers = 1;
    server_ = std::make_unique<http::Server>(
        std::move(options), [this](http::Request& request) { return page(metrics_, request); });
    try {
        server_->start();
    } catch (const std::system_error& taken) {
        server_.reset();
        log_.warning("metrics.not_served", {{"port", port}, {"error", taken.code().value()}});
    }
}

}  // namespace maillage::app
