#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>

namespace maillage::test {

// Speaks clamd's INSTREAM on a unix socket of its own: what a real one answers, without its hundreds of
// megabytes of signatures. It knows one virus: the file that EICAR defined for trying scanners.
class VirusDaemon {
 public:
    enum class Manner : std::uint8_t {
        honest,
        silent,  // takes the file and says nothing
        rude,    // answers what is no verdict
        small    // stops at 100 bytes, as a daemon with a low StreamMaxLength
    };
    explicit VirusDaemon(Manner manner = Manner::honest);
    ~VirusDaemon();
    VirusDaemon(const VirusDaemon&) = delete;
    VirusDaemon& operator=(const VirusDaemon&) = delete;

    std::string socket_path() const { return folder_ / "clamd.sock"; }

 private:
    void serve(const std::stop_token& stop);
    std::string verdict_on(int visitor) const;

    Manner manner_;
    std::filesystem::path folder_;
    int listening_ = -1;
    std::jthread thread_;
};

// The 68 bytes, in two halves so that no scanner of the machine takes our sources away.
std::string eicar();

}  // namespace maillage::test
