#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/server.hpp"

namespace maillage::platform::http {

// Counts and times of answers by route pattern, rendered as OpenMetrics text. Patterns are finite, so is
// memory.
class Metrics {
 public:
    // For ServerOptions::on_answered.
    void record(const Answered& answered);
    // A value read when the page is asked for: open connections, queue, memory. `name` without "maillage_".
    void add_gauge(std::string name, std::string help, std::function<double()> read);
    std::string render() const;
    static constexpr std::string_view type = "application/openmetrics-text; version=1.0.0; charset=utf-8";

 private:
    static constexpr std::array<double, 12> bounds_s{0.001, 0.0025, 0.005, 0.01, 0.02, 0.05,
                                                     0.1,   0.25,   0.5,   1,    2.5,  10};
    struct Timing {
        std::array<std::uint64_t, bounds_s.size() + 1> buckets{};  // the last one: slower than all bounds
        std::uint64_t count = 0;
        double sum_s = 0;
    };
    struct Gauge {
        std::string name, help;
        std::function<double()> read;
    };
    struct Answers {
        Method method;
        std::string route;
        int status;
        auto operator<=>(const Answers&) const = default;
    };

    void render_timings(std::string& text) const;

    mutable std::mutex mutex_;
    std::map<Answers, std::uint64_t> answers_;
    std::map<std::string, Timing> timings_;  // by route
    std::map<std::string, std::uint64_t> refusals_;
    std::vector<Gauge> gauges_;
};

}  // namespace maillage::platform::http
