#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

// Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as
// easy as 1, 2, 3", SC'11). A draw is a function of (seed, stream, replicate, unit, draw): every replicate
// owns its counters, so any split of the work over threads gives the same numbers.
namespace maillage::engine {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
    constexpr std::uint64_t multiplier_0 = 0xD2511F53U, multiplier_1 = 0xCD9E8D57U;
    constexpr std::uint32_t weyl_0 = 0x9E3779B9U, weyl_1 = 0xBB67AE85U;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product_0 = multiplier_0 * counter[0];
        const std::uint64_t product_1 = multiplier_1 * counter[2];
        counter = {static_cast<std::uint32_t>(product_1 >> 32U) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(product_1),
                   static_cast<std::uint32_t>(product_0 >> 32U) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(product_0)};
        key[0] += weyl_0;
        key[1] += weyl_1;
    }
    return counter;
}

// The outputs of `blocks` counters that follow one another, one behind the other: the rounds of several
// blocks side by side in vectors. The same numbers as philox() gives.
void philox_blocks(PhiloxCounter first, PhiloxKey key, std::uint32_t* out);
inline constexpr std::size_t blocks_at_once = 16;

// One number per method, so that two methods with the same seed do not share draws.
enum class Stream : std::uint32_t {
    permutation = 1,
    knox = 2,
    scan_poisson = 3,
    scan_bernoulli = 4,
    scan_space_time = 5,
    scan_permutation = 6,
    envelope = 7,
    demonstration = 8,
    subset_scan = 9,
    rounding = 10
};

// The draws of one unit in one replicate, in order. Who draws more than a block's four numbers draws many, as
// a rule: from then on 16 blocks are made at once.
class Draws {
 public:
    Draws(std::uint64_t seed, Stream stream, std::uint32_t replicate, std::uint32_t unit = 0)
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)},
          counter_{0, unit, replicate, static_cast<std::uint32_t>(stream)} {}

    std::uint32_t next_u32() {
        if (at_ == made_) refill();
        return numbers_[at_++];
    }
    std::uint64_t next_u64() {
        const std::uint64_t low = next_u32();
        return low | static_cast<std::uint64_t>(next_u32()) << 32U;
    }
    // Uniform in [0, 1), 53 bits.
    double uniform() { return static_cast<double>(next_u64() >> 11U) * 0x1p-53; }
    // Uniform in 0 … bound−1, without bias (Lemire 2019: multiply high, reject the short interval).
    std::uint32_t below(std::uint32_t bound) {
        std::uint64_t product = static_cast<std::uint64_t>(next_u32()) * bound;
        if (static_cast<std::uint32_t>(product) < bound) {
            const std::uint32_t threshold = (0U - bound) % bound;
            while (static_cast<std::uint32_t>(product) < threshold)
                product = static_cast<std::uint64_t>(next_u32()) * bound;
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

 private:
    void refill() {
        at_ = 0;
        if (made_ == 0) {
            const PhiloxCounter block = philox(counter_, key_);
            std::copy(block.begin(), block.end(), numbers_.begin());
            made_ = 4;
            ++counter_[0];
            return;
        }
        philox_blocks(counter_, key_, numbers_.data());
        made_ = 4 * blocks_at_once;
        counter_[0] += blocks_at_once;
    }

    PhiloxKey key_;
    PhiloxCounter counter_;
    std::array<std::uint32_t, 4 * blocks_at_once> numbers_{};
    unsigned at_ = 0, made_ = 0;
};

}  // namespace maillage::engine
