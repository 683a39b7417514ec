#include "platform/http/metrics.hpp"

#include <fmt/core.h>

#include "platform/http/method_names.hpp"

namespace maillage::platform::http {
namespace {

std::string escaped(std::string_view label) {
    std::string text;
    for (const char c : label) {
        if (c == '\\' || c == '"') text += '\\';
        text += c == '\n' ? ' ' : c;
    }
    return text;
}

void open_family(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
    text += fmt::format("# TYPE maillage_{0} {1}\n# HELP maillage_{0} {2}\n", name, type, help);
}

}  // namespace

void Metrics::record(const Answered& answered) {
    const double took_s = std::chrono::duration<double>(answered.took).count();
    const auto slot = static_cast<std::size_t>(std::ranges::lower_bound(bounds_s, took_s) - bounds_s.begin());
    const std::string route(answered.route);
    const std::scoped_lock lock(mutex_);
    ++answers_[{.method = answered.method, .route = route, .status = answered.status}];
    if (!answered.refusal.empty()) {
        ++refusals_[std::string(answered.refusal)];
        return;
    }
    Timing& timing = timings_[route];
    ++timing.buckets[slot];
    ++timing.count;
    timing.sum_s += took_s;
}

void Metrics::add_gauge(std::string name, std::string help, std::function<double()> read) {
    const std::scoped_lock lock(mutex_);
    gauges_.push_back({.name = std::move(name), .help = std::move(help), .read = std::move(read)});
}

void Metrics::render_timings(std::string& text) const {
    open_family(text, "http_answer_seconds", "histogram", "Time from the last byte received to the answer.");
    text += "# UNIT maillage_http_answer_seconds seconds\n";
    for (const auto& [route, timing] : timings_) {
        const std::string label = escaped(route);
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < timing.buckets.size(); ++i) {
            below += timing.buckets[i];
            const std::string bound = i < bounds_s.size() ? fmt::format("{}", bounds_s[i]) : "+Inf";
            text += fmt::format("maillage_http_answer_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", label,
                                bound, below);
        }
        text += fmt::format("maillage_http_answer_seconds_count{{route=\"{}\"}} {}\n", label, timing.count);
        text += fmt::format("maillage_http_answer_seconds_sum{{route=\"{}\"}} {:.6f}\n", label, timing.sum_s);
    }
}

std::string Metrics::render() const {
    const std::scoped_lock lock(mutex_);
    std::string text;
    open_family(text, "http_answers", "counter", "Answers by route pattern; the empty route is none.");
    for (const auto& [answer, count] : answers_)
        text += fmt::format("maillage_http_answers_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n",
                            name_of(answer.method), escaped(answer.route), answer.status, count);
    open_family(text, "http_refusals", "counter", "Requests that the gate refused, by reason.");
    for (const auto& [reason, count] : refusals_)
        text += fmt::format("maillage_http_refusals_total{{reason=\"{}\"}} {}\n", escaped(reason), count);
    render_timings(text);
    for (const Gauge& gauge : gauges_) {
        open_family(text, gauge.name, "gauge", gauge.help);
        text += fmt::format("maillage_{} {}\n", gauge.name, gauge.read());
    }
    return text + "# EOF\n";
}

}  // namespace maillage::platform::http
