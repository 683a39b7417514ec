#pragma once

#include "domain/identity/api.hpp"
#include "platform/http/rate_limit.hpp"
#include "platform/http/router.hpp"

// SCIM 2.0 (RFC 7643, RFC 7644): the city's directory keeps accounts in step. No cookie counts here, only the
// token.
namespace maillage::identity {

class ScimService {
 public:
    explicit ScimService(Services& services);

    // The answer to a request below /scim/v2, in the language of `words`.
    platform::http::Response answer(platform::http::Request& request, const platform::i18n::Words& words);

 private:
    Services& services_;
    platform::http::RateLimiter pace_;
};

}  // namespace maillage::identity
