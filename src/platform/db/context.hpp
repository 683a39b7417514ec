#pragma once

#include <string>
#include <string_view>

#include "platform/db/pool.hpp"

namespace maillage::platform::db {

// The value of app.ctx: "account|council|reach|acts|backend pid|expiry|MAC", MAC = HMAC-SHA256 in hex over
// what stands before it. The database checks it with the key of ctx.mac_key, which the runtime role cannot
// read: a statement injected under that role can change the setting, not sign it. Valid for ten minutes on
// one backend.
std::string signed_context(const Context& context, int backend_pid, std::string_view key);

}  // namespace maillage::platform::db
