#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// Files with a hash in their names, read and compressed once at start-up, answered from memory. Nothing that
// is not in the folder at start-up can be asked for: no path is ever built from a request.
class StaticFiles {
 public:
    // Throws std::filesystem::filesystem_error when the folder is not there.
    explicit StaticFiles(const std::string& folder);

    // 404 for a name that is not there; may be cached for ever otherwise.
    Response answer(std::string_view name, const Request& request) const;
    std::size_t count() const { return files_.size(); }

 private:
    struct File {
        std::string type;
        std::shared_ptr<const std::string> plain, gzip, brotli;
    };
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace maillage::platform::http
