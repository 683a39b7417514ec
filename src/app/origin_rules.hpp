#pragma once

#include <string_view>

namespace maillage::app {

// Where a browser says that a request comes from.
struct Provenance {
    std::string_view fetch_site;  // Sec-Fetch-Site, empty when the browser sends none
    std::string_view origin;      // Origin, empty when absent
    std::string_view host;        // Host of the request
};

// A request that changes something comes from our own pages: Sec-Fetch-Site is same-origin, or, where the
// browser does not send it, Origin names our host (ASVS 5.0 V3.5).
bool comes_from_us(const Provenance& provenance);

}  // namespace maillage::app
