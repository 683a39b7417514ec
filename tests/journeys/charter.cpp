#include "tests/journeys/charter.hpp"

namespace maillage::test {

HttpAnswer publish_charter(HttpClient& browser, const std::string& from, const std::string& text) {
    const std::string form = "/laval/accounts/charter/new";
    return submit(browser, form, "/laval/accounts/charter",
                  {{"charter_after", hidden(browser.get(form).body, "charter_after")},
                   {"charter_title", "Charte de déontologie"},
                   {"charter_text", text},
                   {"charter_from", from},
                   {"charter_signed", "1"}});
}

HttpAnswer sign_the_charter(HttpClient& browser, const std::string& version) {
    return submit(browser, "/laval/charter", "/laval/charter/signature", {{"charter_version", version}});
}

}  // namespace maillage::test
