#include "domain/documents/download_routes.hpp"

#include "domain/documents/api.hpp"

namespace maillage::documents {
namespace {

namespace http = platform::http;

// Without words of its own: the application answers as for any page that does not exist.
http::Response not_found() { return {.status = 404}; }

}  // namespace

// Saved, never shown: an attachment with a name of our own, in a sandbox, kept by no cache.
platform::html::Answer download(identity::Call& call) {
    const auto id = file_id(call.request.param("id"));
    if (!id) return not_found();
    auto content = call.services.database.transaction(
        call.actor.context(), [&](platform::db::Tx& tx) { return read(tx, call.actor, *id); });
    if (!content) return not_found();
    const std::string name =
        "piece-" + call.services.random_hex(4) + "." + std::string(extension_of(content->kind));
    http::Response response{
        .status = 200, .type = std::string(media_type_of(content->kind)), .body = {}, .headers = {}};
    response.body = std::move(content->bytes);
    response.headers = {{"content-disposition", "attachment; filename=\"" + name + "\""},
                        {"content-security-policy", "default-src 'none'; sandbox"},
                        {"x-content-type-options", "nosniff"},
                        {"cache-control", "no-store"}};
    return response;
}

}  // namespace maillage::documents
