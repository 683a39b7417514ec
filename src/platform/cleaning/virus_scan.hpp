#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace maillage::platform::cleaning {

enum class ScanVerdict : std::uint8_t {
    clean,
    infected,
    no_answer  // nobody listens, it did not answer in time, or not with a verdict: nothing is known
};

// Asks ClamAV's daemon on its unix socket, by its command INSTREAM: the file passes through the socket and is
// never on our disk. Anything but its "OK" is not clean. Worker only.
ScanVerdict scan(const std::string& socket_path, std::string_view bytes,
                 std::chrono::milliseconds patience = std::chrono::seconds(60));

}  // namespace maillage::platform::cleaning
