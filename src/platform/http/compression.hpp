#pragma once

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// Compresses text bodies over 1 KiB for clients that accept it, at a low level: the time of a page counts
// more than its last bytes.
//
// BREACH (the length of a compressed answer tells whether an attacker's guess, reflected in the page, equals
// a secret in it): our pages hold one secret, the CSRF token, and it is masked anew in each answer
// (crypto::masked), so no two answers hold the same bytes to guess at. The cookie being SameSite=Strict,
// another site cannot make a browser ask for a page of the session either. A page that would show a lasting
// secret (a recovery code, an application password) calls leave_uncompressed.
Response compressed(const Request& request, Response response);

// The opt-out: this answer is sent as it is.
void leave_uncompressed(Response& response);

}  // namespace maillage::platform::http
