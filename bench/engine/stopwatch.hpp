#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/executor.hpp"

namespace maillage::bench {

// What one run is asked: sizes up to `most`, methods whose name holds `only`.
struct Wanted {
    std::size_t most = 100000;
    std::string only;
    foundation::Executor run;
};

// Runs the body three times, once if it takes more than two seconds, and prints a line
// method,tool,n,params,median_s,min_s,cpu_s,peak_mb; cpu_s: of all threads, the least of the runs, to be read
// where the machine is busy with other work
class Stopwatch {
 public:
    explicit Stopwatch(const Wanted& wanted) : wanted_(wanted) {}
    bool wants(std::string_view method, std::size_t n) const;
    void time(std::string_view method, std::size_t n, std::string_view params,
              const std::function<void()>& body) const;
    std::size_t most() const { return wanted_.most; }
    const foundation::Executor& run() const { return wanted_.run; }

 private:
    const Wanted& wanted_;
};

void point_methods(const Stopwatch& watch);
void area_methods(const Stopwatch& watch);
void real_data(const Stopwatch& watch);

}  // namespace maillage::bench
