#pragma once

#include <functional>
#include <string>
#include <variant>

#include "domain/identity/api.hpp"

namespace maillage::identity {

// Go on with the act; `mark` is to be the actor's before_commit, then answer with finish() or forget().
struct Fresh {
    foundation::Instant started_at;
};
// The answer that was given to a key, given again.
struct Replay {
    int status = 303;
    std::string location, body;
};
struct AlreadyDone {};  // the act is committed, its answer was lost: say so, do not run it again
struct OtherForm {};    // the key was used for something else
struct UnderWay {};     // the first attempt is still running: come back in a few seconds

using Submission = std::variant<Fresh, Replay, AlreadyDone, OtherForm, UnderWay>;

// One form, one effect. The key is reserved first; the act's own transaction marks it as committed, so that a
// kill -9 at any instant leaves either nothing, and the same form may be sent again, or the whole act, and it
// is never run twice. A first attempt that has not committed after five seconds is taken over: should it
// still be alive, its commit fails on the mark.
Submission begin_submission(Services& services, const Actor& actor, const std::string& key,
                            std::string_view request_bytes);
// What Actor::before_commit is to be for this submission.
std::function<void(platform::db::Tx&)> mark_of(const Actor& actor, const std::string& key,
                                               const Fresh& fresh);
void finish_submission(Services& services, const Actor& actor, const std::string& key, const Replay& answer);
// The act was refused and changed nothing: the corrected form may use the key again.
void forget_submission(Services& services, const Actor& actor, const std::string& key);

}  // namespace maillage::identity
