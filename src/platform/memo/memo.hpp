#pragma once

#include <any>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace maillage::platform {

// What was computed from data at one of its versions, kept until asked for at another. A lookup costs one
// small query of the version instead of the whole computation. Keys name the council and the question: never
// put in what depends on who asks.
class Memo {
 public:
    explicit Memo(std::size_t most_keys = 4096) : most_keys_(most_keys) {}

    // The value kept under `key` for `version`; otherwise make(), kept in place of what was there. Two
    // threads may both compute: the values are equal.
    template <class Value, class Make>
    std::shared_ptr<const Value> get(std::string_view key, std::string_view version, Make&& make) {
        const std::any kept = find(key, version);
        if (const auto* value = std::any_cast<std::shared_ptr<const Value>>(&kept)) return *value;
        auto made = std::make_shared<const Value>(make());
        keep(key, version, made);
        return made;
    }
    std::size_t size() const;

 private:
    struct Entry {
        std::string version;
        std::any value;
    };

    std::any find(std::string_view key, std::string_view version) const;
    void keep(std::string_view key, std::string_view version, std::any value);

    const std::size_t most_keys_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace maillage::platform
