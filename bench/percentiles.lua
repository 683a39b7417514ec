-- Prints one line of JSON after wrk's own summary: latencies in milliseconds, answers that were no 2xx.
function done(summary, latency, requests)
  local line = '{"requests_per_second":%.2f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"max":%.3f,"requests":%d,"failed":%d}\n'
  local errors = summary.errors
  io.write(string.format(line,
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    summary.requests, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
