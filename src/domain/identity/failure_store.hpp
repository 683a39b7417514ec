#pragma once

#include <string>
#include <string_view>

#include "foundation/instant.hpp"
#include "platform/db/tx.hpp"

// Failed attempts, counted under fingerprints: each makes the next one wait, and nobody is ever locked out.
namespace maillage::identity {

std::string failure_subject(std::string_view kind, std::string_view value);
bool too_soon(platform::db::Tx& tx, const std::string& subject, foundation::Instant now);
// Of a guess that took its time, before it is answered: whether others, counted meanwhile, would have made it
// wait. Of many guesses at once no more are judged than of as many one after the other.
bool overtaken(platform::db::Tx& tx, const std::string& subject, foundation::Instant now);
std::int64_t failures_of(platform::db::Tx& tx, const std::string& subject);
void count_failure(platform::db::Tx& tx, const std::string& subject, foundation::Instant now);
void forget_failures(platform::db::Tx& tx, const std::string& subject);
// The network that failures are counted for: /24 of an IPv4 address, /56 of an IPv6 one, near enough by its
// text.
std::string network_of(std::string_view peer);

}  // namespace maillage::identity
