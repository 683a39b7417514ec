#include "domain/identity/passkey_part.hpp"

#include <algorithm>

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/html/components.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace crypto = platform::crypto;
using html::a;
using html::el;
using html::flag;
using html::Out;

constexpr std::int64_t patience_ms = 120'000;

void credentials(platform::JsonWriter& json, std::string_view name, const std::vector<Passkey>& passkeys) {
    json.key(name).begin_array();
    for (const Passkey& passkey : passkeys)
        json.begin_object()
            .member("type", "public-key")
            .member("id", crypto::base64url(passkey.credential_id))
            .end_object();
    json.end_array();
}

// What the authenticator computes a secret from (PRF, Level 3): the same each time, so that the secret is
// too. It is bound to the passkey and to the site by the authenticator and the browser.
void secret_asked(platform::JsonWriter& json) {
    const std::string salt = crypto::base64url(crypto::sha256("maillage: the key pair of an account, 1"));
    json.key("extensions").begin_object().key("prf").begin_object().key("eval").begin_object();
    json.member("first", salt).end_object().end_object().end_object();
}

void hidden(Out& out, std::string_view name, std::string_view value = {}) {
    html::void_el(out, "input", {a("type", "hidden"), a("name", name), a("value", value)});
}

}  // namespace

void ceremony_part(Out& out, const platform::i18n::Words& words, const CeremonyPart& part) {
    const std::string stopped = words("identity.passkey.stopped"), ready = words("identity.passkey.ready"),
                      known = words("identity.passkey.known_already"),
                      unable = words("identity.passkey.unable"), waiting = words("identity.passkey.waiting");
    // What does not end the form stands behind what does.
    const std::string_view look = part.then == Then::submit ? "btn" : "btn alt";
    el(out, "div",
       {a("class", "passkey"), a("id", "passkey"), a("data-passkey", part.creates ? "create" : "get"),
        a("data-options", part.options), a("data-then", part.then == Then::submit ? "submit" : "wait"),
        flag("data-at-once", part.at_once), a("data-stopped", stopped), a("data-ready", ready),
        a("data-known", known), a("data-unable", unable), a("data-waiting", waiting)},
       [&](Out& o) {
           hidden(o, "passkey_ticket", part.ticket);
           for (const std::string_view name :
                {"passkey_id", "passkey_client", "passkey_data", "passkey_signature", "passkey_user",
                 "passkey_password", "passkey_attestation"})
               hidden(o, name);
           // Ends its form once the passkey has answered; until then the island holds it back.
           const std::string_view type = part.then == Then::submit ? "submit" : "button";
           el(o, "button", {a("type", type), a("class", look), flag("hidden", true)}, part.label);
           el(o, "p", {a("class", "muted"), a("role", "status")}, "");
           el(o, "noscript", {}, [&](Out& n) { el(n, "p", {a("class", "notice")}, part.without_script); });
       });
}

std::string proof_options(const PasskeySite& site, const Challenge& challenge,
                          const std::vector<Passkey>& allowed) {
    platform::JsonWriter json;
    json.begin_object()
        .member("challenge", crypto::base64url(challenge.bytes))
        .member("rpId", site.rp_id)
        .member("userVerification", "required")
        .member("timeout", patience_ms);
    credentials(json, "allowCredentials", allowed);
    secret_asked(json);
    json.end_object();
    return json.take();
}

std::string registration_options(const PasskeySite& site, const Challenge& challenge,
                                 const NewPasskeyFor& person, const std::vector<Passkey>& known) {
    platform::JsonWriter json;
    json.begin_object().member("challenge", crypto::base64url(challenge.bytes));
    json.key("rp").begin_object().member("id", site.rp_id).member("name", "Maillage").end_object();
    json.key("user").begin_object().member("id", crypto::base64url(person.user_handle));
    json.member("name", person.email).member("displayName", person.display_name).end_object();
    json.key("pubKeyCredParams").begin_array();
    constexpr int es256 = -7, eddsa = -8, rs256 = -257;
    for (const int algorithm : {es256, eddsa, rs256})
        json.begin_object().member("type", "public-key").member("alg", algorithm).end_object();
    json.end_array().member("attestation", "none").member("timeout", patience_ms);
    json.key("authenticatorSelection").begin_object().member("residentKey", "preferred");
    json.member("userVerification", "required").end_object();
    credentials(json, "excludeCredentials", known);
    secret_asked(json);
    json.end_object();
    return json.take();
}

std::vector<Passkey> usable_here(const std::optional<PasskeySite>& site, std::vector<Passkey> passkeys) {
    if (!site) return {};
    std::erase_if(passkeys, [&](const Passkey& passkey) { return passkey.rp_id != site->rp_id; });
    return passkeys;
}

}  // namespace maillage::identity
