#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/executor.hpp"

namespace maillage::bench {

// What a run found, by name: the peers print the same names, and the bench compares the values. Two names are
// not results but the least the calculation needs, for the distance to the machine's limits: `bytes` read and
// written when every input and result passes through memory once, `flops` additions and multiplications.
using Facts = std::vector<std::pair<std::string, double>>;

// Input is read before the clock starts: `prepare` returns what is timed.
struct Method {
    std::string name;
    std::function<std::function<Facts()>(std::size_t n, const foundation::Executor& run)> prepare;
};

std::vector<Method> density_methods();
std::vector<Method> k_methods();
std::vector<Method> point_methods();
std::vector<Method> lattice_methods();
std::vector<Method> scan_methods();
std::vector<Method> week_methods();
std::vector<Method> count_methods();
std::vector<Method> reference_methods();

}  // namespace maillage::bench
