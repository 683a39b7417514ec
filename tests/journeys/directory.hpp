#pragma once

#include <string>

#include "tests/journeys/demo_town.hpp"

// The city's directory, as Entra ID or Keycloak would speak to the site.
namespace maillage::test {

// A token that somebody who manages accounts has made in the interface.
std::string make_directory_token(HttpClient& browser, const std::string& council = "laval",
                                 const std::string& name = "Annuaire");

class Directory {
 public:
    Directory(const DemoTown& town, const std::string& token) : client_(town.visitor()) {
        client_.set_header("authorization", "Bearer " + token);
    }
    // Paths below /scim/v2.
    HttpAnswer get(const std::string& path) { return client_.send("GET", root + path); }
    HttpAnswer send(const std::string& method, const std::string& path, const std::string& body = {},
                    Pairs headers = {});
    // One operation of PATCH; `value` is JSON.
    HttpAnswer replace(const std::string& id, const std::string& path, const std::string& value);

    static constexpr const char* root = "/scim/v2";

 private:
    HttpClient client_;
};

// {"schemas":[…],"userName":…, then `more`}
std::string scim_user_body(const std::string& address, const std::string& more = {});
std::string scim_patch_body(const std::string& operations);
// The value of the first text member of this name.
std::string json_text(const std::string& json, const std::string& name);

// The id of an account that exists, after somebody has handed it over to the directory.
std::string handed_over(HttpClient& browser, const std::string& who, const std::string& council = "laval");

}  // namespace maillage::test
