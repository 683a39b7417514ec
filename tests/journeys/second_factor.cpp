#include "tests/journeys/second_factor.hpp"

#include <stdexcept>

#include "app/demo.hpp"
#include "platform/crypto/totp.hpp"

namespace maillage::test {
namespace {

std::string from_base32(const std::string& text) {
    const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    unsigned kept = 0, bits = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == alphabet.npos) continue;
        kept = (kept << 5U) | static_cast<unsigned>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>((kept >> bits) & 0xffU);
    }
    return bytes;
}

}  // namespace

Authenticator::Authenticator(ServedTown& town, const std::string& page) : town_(town) {
    const std::string mark = "<code class=\"secret\">";
    const std::size_t at = page.find(mark);
    if (at == page.npos) throw std::runtime_error("no secret in " + page.substr(0, 2000));
    secret_ = from_base32(page.substr(at + mark.size(), page.find('<', at + mark.size()) - at - mark.size()));
}

std::string Authenticator::code(int steps_from_now) const {
    return platform::crypto::one_time_password(
        secret_, platform::crypto::totp_step(town_.services().clock()) + steps_from_now);
}

HttpAnswer send_form(HttpClient& browser, const HttpAnswer& page, const std::string& action, Pairs fields) {
    fields.emplace_back("csrf", hidden(page.body, "csrf"));
    fields.emplace_back("key", hidden(page.body, "key"));
    return browser.post(action, fields);
}

HttpAnswer give_password(HttpClient& browser, const std::string& who, const std::string& next) {
    return browser.post(
        "/sign-in",
        {{"email", who + "@laval.example"}, {"password", std::string(app::demo_password)}, {"next", next}},
        Redirects::stop);
}

HttpAnswer give_code(HttpClient& browser, const std::string& code) {
    return browser.post("/sign-in/code", {{"next", "/"}, {"one_time_password", code}}, Redirects::stop);
}

std::vector<std::string> recovery_codes(const std::string& page) {
    const std::string mark = "<li><code>";
    std::vector<std::string> codes;
    for (std::size_t at = page.find(mark); at != page.npos; at = page.find(mark, at + 1))
        codes.push_back(page.substr(at + mark.size(), page.find('<', at + mark.size()) - at - mark.size()));
    return codes;
}

SetUp set_up_second_factor(ServedTown& town, HttpClient& browser) {
    const std::string page = "/laval/profile/second-factor";
    const HttpAnswer shown = submit(browser, page, page, {{"password", std::string(app::demo_password)}});
    Authenticator application(town, shown.body);
    const HttpAnswer codes =
        send_form(browser, shown, page + "/confirmation", {{"one_time_password", application.code(-1)}});
    return {.application = std::move(application), .codes = recovery_codes(codes.body)};
}

}  // namespace maillage::test
