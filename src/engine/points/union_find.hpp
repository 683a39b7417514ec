#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace maillage::engine {

// Disjoint sets (Tarjan 1975, J. ACM 22:215): union by size, paths halved on the way.
class UnionFind {
 public:
    explicit UnionFind(std::size_t elements) : parent_(elements), size_(elements, 1) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    std::uint32_t find(std::uint32_t element) {
        while (parent_[element] != element) element = parent_[element] = parent_[parent_[element]];
        return element;
    }
    bool same(std::uint32_t a, std::uint32_t b) { return find(a) == find(b); }
    // The root of the union.
    std::uint32_t join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        if (a == b) return a;
        if (size_[a] < size_[b]) std::swap(a, b);
        parent_[b] = a;
        size_[a] += size_[b];
        return a;
    }
    std::uint32_t size(std::uint32_t element) { return size_[find(element)]; }

 private:
    std::vector<std::uint32_t> parent_, size_;
};

}  // namespace maillage::engine
