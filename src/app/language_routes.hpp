#pragma once

#include "domain/identity/api.hpp"
#include "platform/http/cookies.hpp"

namespace maillage::app {

// The language of a browser without session, in a cookie of its own; back to the page it came from.
platform::html::Answer switch_visitor_language(identity::Call& call);

// The cookie that keeps "fr" or "en" for pages that know no account.
platform::http::Cookie language_choice(std::string_view language);

}  // namespace maillage::app
