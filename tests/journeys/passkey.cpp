#include "tests/journeys/passkey.hpp"

#include <stdexcept>

#include "app/demo.hpp"
#include "platform/crypto/bytes.hpp"
#include "tests/journeys/second_factor.hpp"

namespace maillage::test {
namespace {

using platform::crypto::base64url;
using platform::crypto::from_base64url;

// In the question of a page, whose quotes are escaped.
std::string member(const std::string& page, const std::string& name, std::size_t from = 0) {
    const std::string mark = "&quot;" + name + "&quot;:&quot;";
    const std::size_t at = page.find(mark, from);
    if (at == page.npos) throw std::runtime_error("no " + name + " in " + page.substr(0, 3000));
    const std::size_t start = at + mark.size();
    return page.substr(start, page.find("&quot;", start) - start);
}

}  // namespace

Asked asked_by(const HttpAnswer& page, const HttpClient& browser) {
    return {.challenge = member(page.body, "challenge"), .origin = browser.origin()};
}

Pairs filled_in(SoftAuthenticator& authenticator, const HttpAnswer& page, const HttpClient& browser,
                const std::string& secret) {
    Pairs fields{{"passkey_ticket", hidden(page.body, "passkey_ticket")},
                 {"passkey_id", base64url(authenticator.id)},
                 {"passkey_password", base64url(secret)}};
    const Asked asked = asked_by(page, browser);
    if (page.body.find("data-passkey=\"create\"") != page.body.npos) {
        authenticator.user_handle =
            from_base64url(member(page.body, "id", page.body.find("&quot;user&quot;"))).value();
        const Created created = authenticator.create(asked);
        fields.emplace_back("passkey_client", base64url(created.client_data));
        fields.emplace_back("passkey_attestation", base64url(created.attestation_object));
        return fields;
    }
    const Proved proved = authenticator.prove(asked);
    fields.emplace_back("passkey_client", base64url(proved.client_data));
    fields.emplace_back("passkey_data", base64url(proved.authenticator_data));
    fields.emplace_back("passkey_signature", base64url(proved.signature));
    fields.emplace_back("passkey_user", base64url(authenticator.user_handle));
    return fields;
}

std::vector<std::string> add_passkey(HttpClient& browser, SoftAuthenticator& authenticator,
                                     const std::string& secret) {
    const std::string page = "/laval/profile/passkeys";
    const HttpAnswer made =
        submit(browser, page, page, {{"name", "Clé bleue"}, {"password", std::string(app::demo_password)}});
    Pairs fields = filled_in(authenticator, made, browser, secret);
    fields.emplace_back("name", hidden(made.body, "name"));
    return recovery_codes(send_form(browser, made, page + "/registration", fields).body);
}

HttpAnswer sign_in_with(HttpClient& browser, SoftAuthenticator& authenticator, const std::string& secret) {
    const HttpAnswer page = browser.get("/sign-in/passkey?next=/laval/profile");
    Pairs fields = filled_in(authenticator, page, browser, secret);
    fields.emplace_back("next", hidden(page.body, "next"));
    return browser.post("/sign-in/passkey", fields, Redirects::stop);
}

}  // namespace maillage::test
