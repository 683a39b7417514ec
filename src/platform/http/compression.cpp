#include "platform/http/compression.hpp"

#include "platform/http/encodings.hpp"

namespace maillage::platform::http {
namespace {

constexpr std::size_t worth_it = 1024;
constexpr std::string_view opt_out = "identity";

bool is_text(std::string_view media_type) {
    const std::string_view type = media_type.substr(0, media_type.find(';'));
    if (type == "text/event-stream") return false;
    return type.starts_with("text/") || type.ends_with("json") || type == "image/svg+xml" ||
           type == "application/openmetrics-text";
}

}  // namespace

void leave_uncompressed(Response& response) { response.headers.emplace_back("content-encoding", opt_out); }

Response compressed(const Request& request, Response response) {
    const auto coded =
        std::ranges::find(response.headers, "content-encoding", &std::pair<std::string, std::string>::first);
    if (coded != response.headers.end()) {
        if (coded->second == opt_out) response.headers.erase(coded);
        return response;
    }
    auto* body = std::get_if<std::string>(&response.body);
    if (body == nullptr || body->size() < worth_it || !is_text(response.type)) return response;
    response.headers.emplace_back("vary", "accept-encoding");
    const Encoding encoding = accepted_encoding(request.headers.get("accept-encoding"));
    if (encoding == Encoding::identity) return response;
    *body = encoded(encoding, *body, Effort::page);
    response.headers.emplace_back("content-encoding", name_of(encoding));
    return response;
}

}  // namespace maillage::platform::http
