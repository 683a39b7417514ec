#include "engine/core/philox.hpp"

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

MAILLAGE_WIDE void blocks(PhiloxCounter first, PhiloxKey key, std::uint32_t* out) {
    constexpr std::size_t n = blocks_at_once;
    constexpr std::uint64_t multiplier_0 = 0xD2511F53U, multiplier_1 = 0xCD9E8D57U;
    constexpr std::uint32_t weyl_0 = 0x9E3779B9U, weyl_1 = 0xBB67AE85U;
    std::uint32_t a[n], b[n], c[n], d[n];
    for (std::size_t k = 0; k < n; ++k) {
        a[k] = first[0] + static_cast<std::uint32_t>(k);
        b[k] = first[1];
        c[k] = first[2];
        d[k] = first[3];
    }
    for (int round = 0; round < 10; ++round) {
        for (std::size_t k = 0; k < n; ++k) {
            const std::uint64_t product_0 = multiplier_0 * a[k], product_1 = multiplier_1 * c[k];
            a[k] = static_cast<std::uint32_t>(product_1 >> 32U) ^ b[k] ^ key[0];
            c[k] = static_cast<std::uint32_t>(product_0 >> 32U) ^ d[k] ^ key[1];
            b[k] = static_cast<std::uint32_t>(product_1);
            d[k] = static_cast<std::uint32_t>(product_0);
        }
        key[0] += weyl_0;
        key[1] += weyl_1;
    }
    for (std::size_t k = 0; k < n; ++k) {
        out[4 * k] = a[k];
        out[4 * k + 1] = b[k];
        out[4 * k + 2] = c[k];
        out[4 * k + 3] = d[k];
    }
}

}  // namespace

void philox_blocks(PhiloxCounter first, PhiloxKey key, std::uint32_t* out) { blocks(first, key, out); }

}  // namespace maillage::engine
