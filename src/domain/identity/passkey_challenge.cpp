#include "domain/identity/passkey_challenge.hpp"

#include <algorithm>
#include <charconv>

#include "domain/identity/sql.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::identity {
namespace {

namespace crypto = platform::crypto;
namespace db = platform::db;

// "1795500000.3f9a77c104be91d2…": the second it was given in, and 32 digits that nobody foresees.
constexpr std::size_t random_digits = 32;

std::int64_t second_of(foundation::Instant moment) {
    return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

std::string_view name_of(Ceremony ceremony) {
    switch (ceremony) {
    case Ceremony::registration: return "registration";
    case Ceremony::sign_in: return "sign_in";
    case Ceremony::second_step: return "second_step";
    case Ceremony::confirmation: return "confirmation";
    }
    __builtin_unreachable();
}

std::string bytes_of(const Services& services, const PasskeySite& site, const Asking& asking,
                     std::string_view ticket) {
    std::string said = "passkey challenge";
    for (const std::string_view part :
         {name_of(asking.ceremony), std::string_view(site.rp_id), asking.bound_to, ticket})
        said += '\n' + std::string(part);
    return crypto::hmac_sha256(services.identity_key, said);
}

}  // namespace

std::optional<PasskeySite> passkey_site(const platform::http::Request& request) {
    const std::string_view host = request.headers.get("host");
    const std::string_view name = host.substr(0, host.rfind(':'));
    const bool letters = std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || name.starts_with('[')) return std::nullopt;
    // Browsers know passkeys on https alone, and on one's own machine without.
    const std::string_view scheme = name == "localhost" ? "http://" : "https://";
    return PasskeySite{.rp_id = std::string(name), .origin = std::string(scheme) + std::string(host)};
}

Challenge new_challenge(const Services& services, const PasskeySite& site, const Asking& asking) {
    Challenge made{
        .ticket = std::to_string(second_of(services.clock())) + "." + services.random_hex(random_digits / 2),
        .bytes = {}};
    made.bytes = bytes_of(services, site, asking, made.ticket);
    return made;
}

std::optional<std::string> challenge_of(const Services& services, const PasskeySite& site,
                                        const Asking& asking, std::string_view ticket) {
    std::int64_t given = 0;
    const auto [end, error] = std::from_chars(ticket.data(), ticket.data() + ticket.size(), given);
    const std::string_view rest(end, static_cast<std::size_t>(ticket.data() + ticket.size() - end));
    if (error != std::errc() || rest.size() != random_digits + 1) return std::nullopt;
    const std::int64_t now = second_of(services.clock());
    const std::int64_t life = std::chrono::seconds(challenge_life).count();
    if (given > now || given < now - life) return std::nullopt;
    return bytes_of(services, site, asking, ticket);
}

bool use_challenge(db::Tx& tx, const std::string& challenge, foundation::Instant now) {
    return tx
        .one(
            sql::use_challenge, [](db::Row& row) { return row.int8(); },
            db::Bytes{crypto::blake2b(challenge)}, now)
        .has_value();
}

}  // namespace maillage::identity
