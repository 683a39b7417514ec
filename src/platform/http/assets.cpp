#include "platform/http/assets.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "platform/http/encodings.hpp"
#include "platform/http/security_headers.hpp"

namespace maillage::platform::http {
namespace {

struct Kind {
    std::string_view extension, type;
    bool compressible;
};
constexpr std::array kinds{
    Kind{".js", "text/javascript; charset=utf-8", true},
    Kind{".mjs", "text/javascript; charset=utf-8", true},
    Kind{".css", "text/css; charset=utf-8", true},
    Kind{".svg", "image/svg+xml", true},
    Kind{".json", "application/json", true},
    Kind{".map", "application/json", true},
    Kind{".woff2", "font/woff2", false},
    Kind{".png", "image/png", false},
    Kind{".ico", "image/x-icon", false},
    Kind{".txt", "text/plain; charset=utf-8", true},
};

std::shared_ptr<const std::string> shared(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace

StaticFiles::StaticFiles(const std::string& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string extension = entry.path().extension().string();
        for (const Kind& kind : kinds) {
            if (kind.extension != extension) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::string bytes(std::istreambuf_iterator<char>(in), {});
            File file{.type = std::string(kind.type)};
            if (kind.compressible) {
                file.gzip = shared(encoded(Encoding::gzip, bytes, Effort::asset));
                file.brotli = shared(encoded(Encoding::brotli, bytes, Effort::asset));
            }
            file.plain = shared(std::move(bytes));
            files_.emplace(entry.path().filename().string(), std::move(file));
        }
    }
}

Response StaticFiles::answer(std::string_view name, const Request& request) const {
    const auto found = files_.find(name);
    if (found == files_.end()) return Response::text(404, "404\n");
    const File& file = found->second;
    Response response{.type = file.type, .body = file.plain};
    const Encoding encoding = accepted_encoding(request.headers.get("accept-encoding"));
    const auto& compressed = encoding == Encoding::brotli ? file.brotli : file.gzip;
    if (encoding != Encoding::identity && compressed) {
        response.body = compressed;
        response.headers.emplace_back("content-encoding", name_of(encoding));
    }
    response.headers.emplace_back("vary", "accept-encoding");
    cache_forever(response);
    return response;
}

}  // namespace maillage::platform::http
