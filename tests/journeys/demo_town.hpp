#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "app/help_files.hpp"
#include "app/site.hpp"
#include "platform/crypto/password.hpp"
#include "platform/http/server.hpp"
#include "tests/support/database.hpp"
#include "tests/support/http_client.hpp"

namespace maillage::test {

// The demonstration town in an empty, migrated database, served to real clients. The frame around pages is
// left out: a journey reads what the handlers wrote.
class ServedTown {
 public:
    explicit ServedTown(platform::db::Pool& database);
    ~ServedTown();

    // A browser in which the demonstration's account with this address (before the @) has signed in.
    HttpClient signed_in(const std::string& who);
    HttpClient visitor() const { return HttpClient(server_->port()); }
    identity::Services& services() { return services_; }
    // The help that the last page named: what the frame would link to.
    std::string last_help();

 private:
    platform::crypto::PasswordHasher passwords_;
    app::HelpFiles help_;
    identity::Services services_;
    std::mutex of_help_;
    std::string last_help_;
    std::unique_ptr<app::Site> site_;
    std::unique_ptr<platform::http::Server> server_;
};

// Built before the town that stands on it.
class TownDatabase {
 public:
    TownDatabase();
    TestDatabase& database() { return database_; }

 private:
    TestDatabase database_;
};

// The demonstration town on a database of the test's own.
class DemoTown : public TownDatabase, public ServedTown {
 public:
    DemoTown() : ServedTown(database().pool()) {}
};

// The value of the hidden field `name` in a page; "" when there is none.
std::string hidden(const std::string& page, const std::string& name);
// Sends the form found at `page_path` (its tokens) with these fields to `action`.
HttpAnswer submit(HttpClient& browser, const std::string& page_path, const std::string& action, Pairs fields);

}  // namespace maillage::test
