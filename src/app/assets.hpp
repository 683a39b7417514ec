#pragma once

#include <string>
#include <string_view>

namespace maillage::app {

// Addresses of what every page loads; the names carry the hash of their content.
struct Assets {
    std::string script;
    std::string style;
    std::string font;  // the text weight, loaded early; empty when the build found no font
    std::string icon;
};

// From the manifest that web/build.mjs writes: {"app.js": "app-5F2A….js", …}, below /assets/.
Assets assets_of(std::string_view manifest);

}  // namespace maillage::app
