#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "app/route.hpp"
#include "tests/journeys/provider.hpp"
#include "tests/support/soft_authenticator.hpp"

// What an attacker tries on every route of the agents' site. The list of routes is the program's own: an
// endpoint that is new is attacked from the day it exists, and one that changes something fails these tests
// until tests/abuse/posts.cpp says how it is used.
namespace maillage::test {

// How a form is sent by somebody who may: the fields of a valid submission.
struct Post {
    std::string_view pattern;
    // A value "?" is the hidden field of that name in `page`, "code" the next one of the account's
    // application, "passkey" the id of its passkey.
    Pairs fields = {};
    std::string_view page = {};  // pattern of the page that shows the form
    std::string_view who = "coordination";
    enum class Effect { yes, no } effect = Effect::yes;  // no: a preview, an upload that waits
    std::string file = {};                               // sent with a multipart form
    std::string_view file_field = "file", file_name = "a.csv";
    // What the browser's authenticator adds.
    enum class Passkey { none, made, shown } passkey = Passkey::none;
};
// In the order in which one may follow the other.
std::span<const Post> posts();

// The demonstration town with one existing thing behind every parameter of every route, and a second council.
class AttackedTown {
 public:
    enum class Ids { existing, absent, malformed };

    AttackedTown();

    DemoTown& laval() { return laval_; }
    // The path of a route: "/laval/actions/TRQ-13".
    std::string address(std::string_view pattern, Ids ids, std::string_view council = "laval") const;
    // The coordinator of the other council, with the same rights there.
    HttpClient stranger();
    // The code that the application of this account would show, one that was not used yet.
    std::string one_time_password(const std::string& who);
    // The fields that a browser fills in, of the one authenticator of this town.
    Pairs passkey_fields(Post::Passkey what, const std::string& who);
    std::string passkey_of(const std::string& who);
    // One text for all rows of the database but sessions, submissions and the refusals in the journal: equal
    // when nothing was written.
    std::string rows();

 private:
    std::string value_of(const platform::db::Sql& statement, const std::string& who);
    std::string made(HttpClient& browser, const std::string& page, const std::string& action, Pairs fields,
                     const std::string& before, const std::string& after);

    TownWithProvider laval_;
    SoftAuthenticator authenticator_;
    std::map<std::string, std::string, std::less<>> existing_;  // by parameter, or by pattern + parameter
};

// What an answer says, without what differs from one request to the next (date, number of the request).
std::string told(const HttpAnswer& answer);
// Any form of the page, for its token.
std::string csrf_of(HttpClient& browser, std::string_view council = "laval");

}  // namespace maillage::test
