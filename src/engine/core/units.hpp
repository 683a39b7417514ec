#pragma once

#include <compare>
#include <cstdint>

// Units that do not mix: metres are not days, victims are not vehicles.
namespace maillage::engine {

struct Metres {
    double value;
    friend constexpr auto operator<=>(Metres, Metres) = default;
};
struct Days {
    std::int32_t value;
    friend constexpr auto operator<=>(Days, Days) = default;
};  // since 1970-01-01, or a length
struct Minutes {
    std::int64_t value;
    friend constexpr auto operator<=>(Minutes, Minutes) = default;
};
struct PerThousand {
    double value;
    friend constexpr auto operator<=>(PerThousand, PerThousand) = default;
};

// What one fact counts (SSMSI's "unité de compte"). Two series with different units do not add.
enum class CountingUnit : std::uint8_t { victim, offence, vehicle, dwelling, heard_victim, suspect, report };

// A count whose unit is known while compiling: adding victims to vehicles does not compile.
template <CountingUnit Unit>
struct Count {
    std::uint32_t value = 0;
    friend constexpr Count operator+(Count a, Count b) { return {a.value + b.value}; }
    friend constexpr auto operator<=>(Count, Count) = default;
};

}  // namespace maillage::engine
