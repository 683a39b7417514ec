#pragma once

#include <compare>
#include <cstdint>

namespace maillage::foundation {

// Euros in whole cents: sums are exact.
struct Cents {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(Cents, Cents) = default;
    friend constexpr Cents operator+(Cents a, Cents b) { return {a.value + b.value}; }
};

}  // namespace maillage::foundation
