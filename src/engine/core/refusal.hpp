#pragma once

#include <cstdint>
#include <expected>

// Bad data is a value, with the figures that prove it; the caller finds the sentence.
namespace maillage::engine {

enum class Reason : std::uint8_t {
    empty,                         // found 0 records
    too_few_events,                // found, needed
    fewer_than_3_distinct_places,  // found, needed = 3
    zero_population,               // found = index of the first zone that has cases and nobody
    all_identical,                 // found = the value
    collinear,                     // columns of a regression determine each other; found = iteration
    not_finite,                    // found = index of the first such record
    negative,                      // found = index of the first such record
    looks_like_degrees,            // found = largest absolute coordinate
    lengths_differ,                // found, needed
    periods_differ,                // found, needed (numbers of months)
    units_differ,                  // counting units do not add
    window_invalid,                // found = width, needed > 0
    parameter_out_of_range,        // found, needed = the nearest bound
    zero_cell,                     // found = index of the cell: widen the area or the period
    no_neighbours,                 // every unit is an island
    index_out_of_range,            // found = index, needed = size
    overflow,                      // found events, needed = the largest accepted
    did_not_converge               // found = iterations
};

struct Refusal {
    Reason reason;
    double found = 0;
    double needed = 0;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Outcome = std::expected<T, Refusal>;

}  // namespace maillage::engine
