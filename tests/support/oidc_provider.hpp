#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/instant.hpp"
#include "platform/oidc/fetch.hpp"
#include "platform/oidc/settings.hpp"

namespace maillage::test {

// An identity provider in the memory of the test. It does everything right until the test changes something.
class OidcProvider {
 public:
    enum class Signing {
        rs256,
        es256,
        none,
        shared_secret,  // HS256 with the published modulus as its key
        other_key,      // under the id of the published one
        unknown_key,
        new_key,  // which the set holds from its second copy on
        critical  // with a condition in the header that a reader must understand
    };
    using Claims = std::map<std::string, std::string>;  // JSON texts; an empty one leaves the claim out

    explicit OidcProvider(foundation::Clock clock) : clock_(std::move(clock)) {}

    static platform::oidc::Settings settings();
    platform::oidc::Fetch fetch();

    // A person signs in at the address that the site sent them to: the code that they bring back.
    std::string sign_in(const std::string& address);
    // The same, with all that the browser then asks our site for: "/sign-in/provider/back?code=…".
    std::string way_back_of(const std::string& address);

    std::string subject = "agent-7f3a";
    Claims id_token, userinfo, discovery;  // in place of, or beside, what it says
    Signing id_signing = Signing::rs256, userinfo_signing = Signing::rs256;
    std::map<std::string, platform::oidc::Answer> instead;  // of what a path answers: "/token"
    std::vector<platform::oidc::Question> asked;
    std::size_t times_asked(std::string_view path) const;

 private:
    struct Begun {
        std::string nonce, challenge, state, redirect;
    };
    std::expected<platform::oidc::Answer, platform::oidc::FetchTrouble> answer(
        const platform::oidc::Question& question);
    platform::oidc::Answer tokens(const platform::oidc::Question& question);
    std::string key_set();
    std::int64_t now() const;

    foundation::Clock clock_;
    std::map<std::string, Begun> codes_;
    std::size_t given_ = 0;
};

}  // namespace maillage::test
