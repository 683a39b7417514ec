#include "app/origin_rules.hpp"

namespace maillage::app {

bool comes_from_us(const Provenance& provenance) {
    if (!provenance.fetch_site.empty()) return provenance.fetch_site == "same-origin";
    std::string_view origin = provenance.origin;
    for (const std::string_view scheme : {"https://", "http://"})
        if (origin.starts_with(scheme)) return origin.substr(scheme.size()) == provenance.host;
    return false;
}

}  // namespace maillage::app
