#include "platform/sandbox/memory_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace maillage::platform::sandbox {

std::optional<Descriptor> memory_file(std::string_view content) {
    Descriptor file(memfd_create("maillage", MFD_CLOEXEC));
    if (!file.valid()) return std::nullopt;
    while (!content.empty()) {
        const ssize_t written = write(file.get(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return std::nullopt;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (lseek(file.get(), 0, SEEK_SET) != 0) return std::nullopt;
    return file;
}

std::string content_of(const Descriptor& file, std::size_t most) {
    std::string content(std::min(size_of(file), most), '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got =
            pread(file.get(), content.data() + done, content.size() - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

std::size_t size_of(const Descriptor& file) {
    struct stat status{};
    return fstat(file.get(), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

}  // namespace maillage::platform::sandbox
