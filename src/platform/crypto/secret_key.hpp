#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace maillage::platform::crypto {

// 32 secret bytes, wiped when they go out of scope. Moved, never copied, never printed.
class SecretKey {
 public:
    static constexpr std::size_t size = 32;

    SecretKey() = default;
    ~SecretKey();
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;

    std::span<unsigned char, size> bytes() { return bytes_; }
    std::span<const unsigned char, size> bytes() const { return bytes_; }

 private:
    std::array<unsigned char, size> bytes_{};
};

}  // namespace maillage::platform::crypto
