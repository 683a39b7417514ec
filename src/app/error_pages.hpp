#pragma once

#include "domain/identity/api.hpp"

namespace maillage::app {

// The page of an error, inside the site's frame: what happened and what to do, in the user's language.
platform::html::Page error_page(const platform::i18n::Words& words, int status, std::string_view incident);
// The same without frame, for what happens outside a route (the kernel's refusals, a broken database).
platform::http::Response plain_error_page(const platform::i18n::Words& words, int status,
                                          std::string_view incident);
platform::http::Response error_json(const platform::i18n::Words& words, int status);
// The same with a sentence of its own.
platform::http::Response error_json(int status, std::string_view message);

}  // namespace maillage::app
