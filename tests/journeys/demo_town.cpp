#include "tests/journeys/demo_town.hpp"

#include <stdexcept>

#include "app/all_sql.hpp"
#include "app/demo.hpp"
#include "platform/crypto/random.hpp"
#include "tests/support/words.hpp"

namespace maillage::test {
namespace {

constexpr platform::crypto::PasswordCost cheap{.passes = 1, .memory_bytes = 8192};

// Tuesday 24 November 2026, 9 h in Laval.
foundation::Instant morning() {
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(8);
}

}  // namespace

TownDatabase::TownDatabase() : database_(app::all_migrations()) {}

ServedTown::ServedTown(platform::db::Pool& database)
    : passwords_({.cost = cheap}, platform::crypto::random_bytes),
      help_(MAILLAGE_SOURCE_DIR "/docs/aide"),
      services_{.database = database,
                .catalogues = catalogues(),
                .clock = [] { return morning(); },
                .random_hex = platform::crypto::random_hex,
                .passwords = passwords_,
                .session_limits = {},
                .identity_key = "a secret of the installation"} {
    services_.help_text = [this](platform::i18n::Language language, std::string_view stem) {
        return help_.text_of(language, stem);
    };
    services_.help_stems = [this] { return help_.stems(); };
    app::load_demo(database, passwords_, MAILLAGE_SOURCE_DIR "/data",
                   *foundation::Date::create(2026, 11, 24));
    site_ = std::make_unique<app::Site>(services_, app::agents_routes(), app::Sessions::yes,
                                        [this](const app::Frame& frame) {
                                            const std::lock_guard lock(of_help_);
                                            last_help_ = frame.page.help;
                                            return frame.page.main.bytes;
                                        });
    platform::http::ServerOptions options;
    options.hosts = {"localhost"};
    options.workers = 2;
    options.on_breakdown = [this](const platform::http::Request& request, const std::exception_ptr& thrown) {
        return site_->breakdown(request, thrown);
    };
    options.on_refusal = [this](const platform::http::Request& request, int status) {
        return site_->error(request, status);
    };
    server_ = std::make_unique<platform::http::Server>(
        std::move(options), [this](platform::http::Request& request) { return site_->answer(request); });
    server_->start();
}

ServedTown::~ServedTown() { server_->stop(); }

std::string ServedTown::last_help() {
    const std::lock_guard lock(of_help_);
    return last_help_;
}

HttpClient ServedTown::signed_in(const std::string& who) {
    HttpClient browser = visitor();
    const HttpAnswer answer = browser.post(
        "/sign-in",
        {{"email", who + "@laval.example"}, {"password", std::string(app::demo_password)}, {"next", "/"}},
        Redirects::stop);
    if (answer.status != 303) throw std::runtime_error("nobody signs in as " + who);
    return browser;
}

std::string hidden(const std::string& page, const std::string& name) {
    const std::string mark = "name=\"" + name + "\" value=\"";
    const std::size_t start = page.find(mark);
    if (start == page.npos) return {};
    return page.substr(start + mark.size(), page.find('"', start + mark.size()) - start - mark.size());
}

HttpAnswer submit(HttpClient& browser, const std::string& page_path, const std::string& action,
                  Pairs fields) {
    const std::string page = browser.get(page_path).body;
    fields.emplace_back("csrf", hidden(page, "csrf"));
    fields.emplace_back("key", hidden(page, "key"));
    if (!hidden(page, "version").empty()) fields.emplace_back("version", hidden(page, "version"));
    return browser.post(action, fields);
}

}  // namespace maillage::test
