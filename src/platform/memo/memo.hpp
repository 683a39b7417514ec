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
// small query of the version instead of the whole computation. Keys name the council, the question, and the
// rights that the answer depends on: never put in what depends on one person.
class Memo {
 public:
    explicit Memo(std::size_t most_kilobytes = 16'384) : most_kilobytes_(most_kilobytes) {}

    // The value kept under `key` for `version`; otherwise make(), kept in place of what was there. Two
    // threads may both compute: the values are equal. `kilobytes`: about how large the value may be.
    template <class Value, class Make>
    std::shared_ptr<const Value> get(std::string_view key, std::string_view version, Make&& make,
                                     std::size_t kilobytes = 1) {
        const std::any kept = find(key, version);
        if (const auto* value = std::any_cast<std::shared_ptr<const Value>>(&kept)) return *value;
        auto made = std::make_shared<const Value>(make());
        keep(key, version, made, kilobytes);
        return made;
    }
    std::size_t size() const;

 private:
    struct Entry {
        std::string version;
        std::any value;
        std::size_t kilobytes;
    };

    std::any find(std::string_view key, std::string_view version) const;
    void keep(std::string_view key, std::string_view version, std::any value, std::size_t kilobytes);

    const std::size_t most_kilobytes_;
    std::size_t kilobytes_ = 0;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace maillage::platform
