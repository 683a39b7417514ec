#pragma once

// A function compiled several times, for the vectors of AVX-512, AVX2 and the plain x86-64; the loader takes
// the widest the processor has. Multiplications and additions are never fused (-ffp-contract=off) and lanes
// never change their order, so all versions give the same bits. Sanitizers start too late for such functions:
// their builds have the plain version only. tests/wide says MAILLAGE_WIDE itself, and compiles each width
// alone.
#if defined(MAILLAGE_WIDE)
#elif defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) &&         \
    !(defined(__has_feature) && (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
                                 __has_feature(coverage_sanitizer)))
#define MAILLAGE_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define MAILLAGE_WIDE
#endif
