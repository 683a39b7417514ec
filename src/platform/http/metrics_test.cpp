#include "platform/http/metrics.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace maillage::platform::http {
namespace {

using namespace std::chrono_literals;

TEST(Metrics, count_answers_and_their_times_by_route) {
    Metrics metrics;
    metrics.record({.method = Method::get, .route = "/{council}", .status = 200, .took = 1500us});
    metrics.record({.method = Method::get, .route = "/{council}", .status = 200, .took = 20s});
    metrics.record({.method = Method::get, .status = 400, .refusal = "framing"});
    metrics.add_gauge("connections", "Open connections.", [] { return 3.0; });

    const std::string text = metrics.render();

    for (const std::string_view line :
         {"maillage_http_answers_total{method=\"GET\",route=\"/{council}\",status=\"200\"} 2\n",
          "maillage_http_answers_total{method=\"GET\",route=\"\",status=\"400\"} 1\n",
          "maillage_http_refusals_total{reason=\"framing\"} 1\n",
          "maillage_http_answer_seconds_bucket{route=\"/{council}\",le=\"0.001\"} 0\n",
          "maillage_http_answer_seconds_bucket{route=\"/{council}\",le=\"0.0025\"} 1\n",
          "maillage_http_answer_seconds_bucket{route=\"/{council}\",le=\"+Inf\"} 2\n",
          "maillage_http_answer_seconds_count{route=\"/{council}\"} 2\n",
          "maillage_http_answer_seconds_sum{route=\"/{council}\"} 20.001500\n",
          "# TYPE maillage_connections gauge\n", "maillage_connections 3\n"})
        EXPECT_TRUE(text.contains(line)) << line << text;
    EXPECT_TRUE(text.ends_with("# EOF\n"));
}

TEST(Metrics, lose_no_answer_that_several_threads_count_while_the_page_is_read) {
    Metrics metrics;
    std::atomic<bool> counted = false;
    std::jthread reader([&] {
        while (!counted) EXPECT_TRUE(metrics.render().ends_with("# EOF\n"));
    });
    {
        std::vector<std::jthread> writers;
        for (int i = 0; i < 4; ++i)
            writers.emplace_back([&] {
                for (int answer = 0; answer < 250; ++answer)
                    metrics.record({.method = Method::get, .route = "/health", .status = 200, .took = 1ms});
            });
    }
    counted = true;
    reader.join();

    EXPECT_TRUE(metrics.render().contains(
        "maillage_http_answers_total{method=\"GET\",route=\"/health\",status=\"200\"} 1000\n"));
}

}  // namespace
}  // namespace maillage::platform::http
