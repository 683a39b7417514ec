#include "domain/identity/invitation_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/failure_store.hpp"
#include "domain/identity/key_pair_store.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr db::Context application{.reach = db::Context::Reach::system};

std::string fingerprint(std::string_view code) {
    return platform::crypto::blake2b("invitation:" + std::string(code));
}

Invited read_invited(db::Row& row) {
    const AccountId account(row.int8());
    const territory::CouncilId council(row.int8());
    Invited invited{.account = account, .council = council};
    invited.council_slug = row.text();
    invited.council_name = row.text();
    invited.display_name = row.text();
    invited.email = row.text();
    return invited;
}

}  // namespace

foundation::Instant invite(db::Tx& tx, const NewInvitation& invitation, foundation::Instant now) {
    const foundation::Instant expires_at = now + invitation_life;
    tx.run(sql::invite, invitation.council, invitation.account, db::Bytes{fingerprint(invitation.code)},
           invitation.given_by, expires_at);
    return expires_at;
}

std::expected<Invited, InvitationRefusal> find_invitation(Services& services, std::string_view typed,
                                                          std::string_view network) {
    const foundation::Instant now = services.clock();
    const std::string guesser = failure_subject("invitation", network);
    const auto code = normalised_code(typed);
    struct Looked {
        bool slow;
        std::optional<Invited> invited;
    };
    Looked looked = services.database.transaction(application, [&](db::Tx& tx) {
        Looked found{.slow = too_soon(tx, guesser, now), .invited = {}};
        if (!found.slow && code)
            found.invited = tx.one(sql::invitation_of_code, read_invited, db::Bytes{fingerprint(*code)}, now);
        return found;
    });
    if (looked.slow) return std::unexpected(InvitationRefusal::slow_down);
    if (looked.invited) return *std::move(looked.invited);
    services.database.transaction(application, [&](db::Tx& tx) { count_failure(tx, guesser, now); });
    return std::unexpected(InvitationRefusal::unknown);
}

bool accept_invitation(Services& services, const Invited& invited, std::string_view typed,
                       const std::optional<std::string>& password_record, const AlsoAccepted& also) {
    const auto code = normalised_code(typed);
    foundation::check(code.has_value(), "an invitation that was found has a code");
    const foundation::Instant now = services.clock();
    const auto accept = [&](db::Tx& tx) -> std::expected<void, InvitationRefusal> {
        const auto opened = tx.one(
            sql::take_invitation, [](db::Row& row) { return row.int8_or_null(); },
            db::Bytes{fingerprint(*code)}, now, password_record);
        if (!opened) return std::unexpected(InvitationRefusal::unknown);
        const bool given_by_somebody = opened->has_value();
        if (given_by_somebody) tx.run(sql::suspend_mandates, invited.council, invited.account);
        end_all_sessions(tx, invited.council, invited.account);
        tx.run(sql::end_half_sign_ins, invited.account);
        // Under the key of the password that was forgotten: the next sign-in makes another.
        end_key_pair(tx, {.council = invited.council, .account = invited.account});
        // Whoever the provider knew here may be somebody else too.
        tx.run(sql::unlink_subject, invited.council, invited.account);
        if (also && !also(tx)) return std::unexpected(InvitationRefusal::unknown);
        audit::record(tx, {.council = invited.council.value,
                           .account = invited.account.value,
                           .act = "identity.account.open",
                           .object_kind = "account",
                           .object = std::to_string(invited.account.value)});
        return {};
    };
    return services.database.transaction(application, accept).has_value();
}

}  // namespace maillage::identity
