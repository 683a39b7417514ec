#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"

namespace maillage::identity {

// A form that arrived when its session had ended: nothing typed is lost. Kept ten minutes, readable once, by
// the browser that holds the token.
struct KeptForm {
    std::string path;
    platform::http::Fields fields;
    std::vector<std::string> files = {};  // the fields in which a file was chosen: it is not kept
};

// The token for the cookie. Passwords and files are left out.
std::string keep_form(Services& services, const KeptForm& form);
std::optional<KeptForm> take_kept_form(Services& services, std::string_view token);

}  // namespace maillage::identity
