#include "platform/config/secret_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace maillage::platform::config {
namespace {

constexpr std::size_t most_bytes = 4096;

class Descriptor {
 public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

 private:
    int fd_;
};

}  // namespace

std::expected<std::string, SecretRefusal> read_secret_file(const std::string& path, std::size_t least_bytes) {
    // Checked on what was opened, not on the path: nothing can be swapped in between.
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct stat status{};
    if (file.get() < 0 || fstat(file.get(), &status) != 0)
        return std::unexpected(SecretRefusal::not_readable);
    if (!S_ISREG(status.st_mode)) return std::unexpected(SecretRefusal::not_a_file);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) return std::unexpected(SecretRefusal::open_to_others);
    std::string secret(most_bytes + 1, '\0');
    const ssize_t length = read(file.get(), secret.data(), secret.size());
    if (length < 0) return std::unexpected(SecretRefusal::not_readable);
    secret.resize(static_cast<std::size_t>(length));
    while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
    if (secret.size() > most_bytes) return std::unexpected(SecretRefusal::too_long);
    if (secret.size() < least_bytes) return std::unexpected(SecretRefusal::too_short);
    return secret;
}

}  // namespace maillage::platform::config
