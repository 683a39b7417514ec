#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"

// What is asked for after the password: the code of an authenticator application, or a passkey; and the codes
// for the day the telephone is lost: shown once, used once. The secret is sealed, the recovery codes are kept
// as fingerprints.
namespace maillage::identity {

inline constexpr int recovery_codes_given = 10;

struct SecondFactor {
    foundation::Instant since;
    std::int64_t recovery_codes = 0;  // that were not used yet
    bool application = false;
    std::int64_t passkeys = 0;
};
struct Holder {
    territory::CouncilId council;
    AccountId account;
};
inline Holder holder_of(const Actor& actor) { return {.council = actor.council, .account = actor.account}; }
std::optional<SecondFactor> second_factor_of(platform::db::Tx& tx, const Holder& holder);

// A fresh secret for the actor's application: asked for by nothing until a code of it was typed. Nothing when
// an application is in force already.
std::optional<std::string> begin_second_factor(platform::db::Tx& tx, const Services& services,
                                               const Actor& actor);
// The secret that waits for its first code.
std::optional<std::string> secret_set_up(platform::db::Tx& tx, const Services& services, const Actor& actor);
// From now on sign-in asks for it. The recovery codes, or nothing when the code is not one of the secret.
std::optional<std::vector<std::string>> confirm_second_factor(platform::db::Tx& tx, const Services& services,
                                                              const Actor& actor, std::string_view typed);
// Ten new ones; the old ones are worth nothing any more.
std::vector<std::string> renew_recovery_codes(platform::db::Tx& tx, const Services& services,
                                              const Holder& holder);
// The application alone. The recovery codes go with the last thing that they stand in for.
void end_application(platform::db::Tx& tx, const Holder& holder);
void end_recovery_codes_of_nothing(platform::db::Tx& tx, const Holder& holder);
// Takes away a factor that its person has lost. The mandates wait for a second person again, who is not `by`:
// by itself this must not let anybody in.
bool take_factor_away(platform::db::Tx& tx, const Holder& holder, std::optional<AccountId> by);

// What wrong codes and wrong passkeys are counted under, once the password was right.
std::string factor_failures(const Holder& holder);
// The wrong ones since the last right one.
std::int64_t wrong_codes(platform::db::Tx& tx, const Holder& holder);

enum class CodeVerdict { of_the_application, recovery_code, wrong, slow_down };
// Takes the typed code, once, under the application's context. Wrong ones make the next one wait, and are in
// the journal: whoever types them knew the password.
CodeVerdict take_code(platform::db::Tx& tx, const Services& services, const Holder& holder,
                      std::string_view typed);

}  // namespace maillage::identity
