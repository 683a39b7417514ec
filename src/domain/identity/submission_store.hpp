#pragma once

#include <optional>
#include <string>
#include <variant>

#include "domain/identity/api.hpp"

namespace maillage::identity {

// The answer that was given to a key, given again.
struct Replay {
    int status = 303;
    std::string location, body;
};
struct Fresh {};      // nobody used this key: go on, then finish()
struct OtherForm {};  // the key was used for something else
struct Unknown {};    // the first attempt has not answered (yet, or it was killed): look before trying again

using Submission = std::variant<Fresh, Replay, OtherForm, Unknown>;

// Reserves `key` before the act; waits up to two seconds for a first attempt that is under way. A second
// submission of the same form never runs the act again.
Submission begin_submission(Services& services, const Actor& actor, const std::string& key,
                            std::string_view request_bytes);
void finish_submission(Services& services, const Actor& actor, const std::string& key, const Replay& answer);
// The act was refused and changed nothing: the corrected form may use the key again.
void forget_submission(Services& services, const Actor& actor, const std::string& key);

}  // namespace maillage::identity
