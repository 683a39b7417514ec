#include "tests/journeys/provider.hpp"

#include "app/demo.hpp"

namespace maillage::test {

std::string leave(HttpClient& browser, const std::string& by) {
    return browser.get(by, Redirects::stop).header("location");
}

HttpAnswer visit(TownWithProvider& town, HttpClient& browser, const std::string& subject,
                 const std::string& by) {
    town.there.subject = subject;
    return browser.get(town.there.way_back_of(leave(browser, by)), Redirects::stop);
}

std::string opening_code(DemoTown& town, const std::string& who) {
    HttpClient administrator = town.signed_in("administration");
    const std::string list = administrator.get("/laval/accounts.json?q=" + who).body;
    const std::size_t id = list.find("\"id\":\"") + 6;
    const std::string account = "/laval/accounts/" + list.substr(id, list.find('"', id) - id);
    const std::string shown = submit(administrator, account, account + "/invitation", {}).body;
    const std::size_t code = shown.find("<code>") + 6;
    return shown.substr(code, shown.find('<', code) - code);
}

HttpAnswer link_account(TownWithProvider& town, HttpClient& browser, const std::string& subject) {
    const std::string page = "/laval/profile/provider";
    submit(browser, page, page, {{"password", std::string(app::demo_password)}});
    return visit(town, browser, subject, "/sign-in/provider?go_on=1");
}

}  // namespace maillage::test
