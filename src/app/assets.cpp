#include "app/assets.hpp"

namespace maillage::app {
namespace {

// The build writes plain names, without escapes: the value is what stands between the next two quotes.
std::string address(std::string_view manifest, std::string_view logical) {
    const std::string key = "\"" + std::string(logical) + "\":";
    const std::size_t at = manifest.find(key);
    if (at == manifest.npos) return {};
    const std::size_t from = manifest.find('"', at + key.size());
    const std::size_t to = from == manifest.npos ? from : manifest.find('"', from + 1);
    if (to == manifest.npos) return {};
    return "/assets/" + std::string(manifest.substr(from + 1, to - from - 1));
}

}  // namespace

Assets assets_of(std::string_view manifest) {
    return {.script = address(manifest, "app.js"),
            .style = address(manifest, "app.css"),
            .font = address(manifest, "inter-400.woff2"),
            .icon = address(manifest, "maillage.svg")};
}

}  // namespace maillage::app
