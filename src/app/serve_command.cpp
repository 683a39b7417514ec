#include "app/serve_command.hpp"

#include <signal.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/error_pages.hpp"
#include "app/frame.hpp"
#include "app/help_files.hpp"
#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "app/site.hpp"
#include "domain/directory/api.hpp"
#include "platform/crypto/password_rules.hpp"
#include "platform/crypto/random.hpp"
#include "platform/http/assets.hpp"
#include "platform/http/breakdown.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/server.hpp"

namespace maillage::app {
namespace {

namespace config = platform::config;
namespace http = platform::http;

foundation::Instant system_clock() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string text_of_file(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What a mandate may name: the directory stands above the accounts.
std::vector<platform::html::Option> organisation_options(platform::db::Tx& tx, const identity::Actor& actor) {
    std::vector<platform::html::Option> options;
    for (const auto& choice : directory::organisation_choices(tx, actor))
        options.push_back({std::to_string(choice.id.value), choice.name});
    return options;
}

// Blocked before any thread starts, so that only sigwait() below takes them.
sigset_t block_stop_signals() {
    sigset_t stop;
    sigemptyset(&stop);
    for (const int number : {SIGINT, SIGTERM}) sigaddset(&stop, number);
    sigprocmask(SIG_BLOCK, &stop, nullptr);
    return stop;
}

// What the site answers besides its routes: health for the launcher and the proxy, and its static files.
http::Response answer(const Site& site, const http::StaticFiles& files, platform::db::Pool& database,
                      http::Request& request) {
    constexpr std::string_view assets = "/assets/";
    const std::string_view path = request.path;
    if (path == "/healthz") return http::Response::text(200, "ok\n");
    if (path == "/readyz")
        return database.ready() ? http::Response::text(200, "ready\n")
                                : http::Response::text(503, "not ready\n");
    if (path.starts_with(assets)) {
        request.route = "/assets/{file}";
        return files.answer(path.substr(assets.size()), request);
    }
    return site.answer(request);
}

http::ServerOptions server_options(const config::Configuration& configuration, const config::Site& where,
                                   SiteKind kind) {
    http::ServerOptions options;
    options.address = where.address;
    options.port = static_cast<std::uint16_t>(where.port);
    options.unix_socket = where.unix_socket;
    options.hosts = where.hosts;
    options.io_threads = static_cast<unsigned>(configuration.http.io_threads);
    options.workers = static_cast<unsigned>(configuration.http.workers);
    options.security.site = kind == SiteKind::agents ? http::Site::agents : http::Site::residents;
    options.security.transport =
        configuration.tls.behind_proxy ? http::Transport::behind_tls : http::Transport::plain;
    return options;
}

}  // namespace

int run_serve(const config::Configuration& configuration, SiteKind kind) {
    const sigset_t stop = block_stop_signals();
    const auto tell = [](std::string_view step) {
        std::fprintf(stderr, "%.*s\n", static_cast<int>(step.size()), step.data());
    };
    const auto installation = open_installation(installation_of(configuration),
                                                platform::cluster::Installation::Part::command, tell);
    if (!installation) return 1;
    const bool agents = kind == SiteKind::agents;
    platform::db::Pool database(
        {.connection = installation->connection(agents ? "maillage_app" : "maillage_public"),
         .context_key = installation->context_key(),
         .size = static_cast<unsigned>(configuration.database.pool)});
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone,
                                                configuration.data.folder + "/glossary");
    platform::crypto::PasswordHasher passwords({}, platform::crypto::random_bytes);
    identity::Services services{
        .database = database,
        .catalogues = catalogues,
        .clock = system_clock,
        .random_hex = platform::crypto::random_hex,
        .passwords = passwords,
        .session_limits = {.idle = std::chrono::minutes(configuration.session.idle_minutes),
                           .absolute = std::chrono::hours(configuration.session.absolute_hours)}};
    const HelpFiles help(configuration.help.folder);
    services.help_text = [&](platform::i18n::Language language, std::string_view stem) {
        return help.text_of(language, stem);
    };
    services.help_stems = [&] { return help.stems(); };
    services.guessable_words = platform::crypto::guessable_words(
        text_of_file(configuration.data.folder + "/passwords/guessable.txt"));
    services.organisations = organisation_options;
    const http::StaticFiles files(configuration.assets.folder);
    const Site site(services, agents ? agents_routes() : residents_routes(),
                    agents ? Sessions::yes : Sessions::no,
                    frame_of(assets_of(text_of_file(configuration.assets.folder + "/manifest.json")), kind));

    const config::Site& where = agents ? configuration.sites.agents : configuration.sites.public_;
    http::ServerOptions options = server_options(configuration, where, kind);
    options.on_breakdown = [&](const http::Request& request, const std::exception_ptr& thrown) {
        return site.error(request, http::status_of(http::classify(thrown)));
    };
    options.on_refusal = [&](const http::Request& request, int status) {
        return site.error(request, status);
    };
    http::Server server(std::move(options), [&](http::Request& request) {
        return http::compressed(request, answer(site, files, database, request));
    });
    try {
        server.start();
    } catch (const std::system_error& error) {
        std::fprintf(stderr, "%s:%lld: %s\n", where.address.c_str(), static_cast<long long>(where.port),
                     error.code().message().c_str());
        return 1;
    }
    int received = 0;
    sigwait(&stop, &received);
    server.stop();
    return 0;
}

}  // namespace maillage::app
