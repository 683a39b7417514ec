#include "app/serve_command.hpp"

#include <signal.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/frame.hpp"
#include "app/front.hpp"
#include "app/help_files.hpp"
#include "app/runtime.hpp"
#include "domain/directory/api.hpp"
#include "platform/cluster/readiness.hpp"
#include "platform/crypto/password_rules.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/server.hpp"
#include "platform/oidc/provider.hpp"
#include "platform/sandbox/confinement.hpp"

namespace maillage::app {
namespace {

namespace config = platform::config;
namespace http = platform::http;

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
    options.security.reports = csp_reports_path;
    options.security.transport =
        configuration.tls.behind_proxy ? http::Transport::behind_tls : http::Transport::plain;
    return options;
}

// Where a browser of this machine, or the proxy, finds the site.
std::string address_of(const config::Site& where, std::uint16_t port) {
    if (!where.unix_socket.empty()) return "unix:" + where.unix_socket;
    const bool local = std::ranges::find(where.hosts, "localhost") != where.hosts.end();
    const std::string host = local || where.hosts.empty() ? "localhost" : where.hosts.front();
    return "http://" + host + ":" + std::to_string(port) + "/";
}

// The server of one site until a signal asks it to stop. Returns the exit status.
int serve_until_stopped(const config::Configuration& configuration, SiteKind kind, const Site& site,
                        platform::db::Pool& database, const sigset_t& stop) {
    const bool agents = kind == SiteKind::agents;
    const config::Site& where = agents ? configuration.sites.agents : configuration.sites.public_;
    Observation observation(configuration, system_clock);
    const Front front(configuration, site, database, observation);
    // What it needed to start is read; from here on it starts nothing, whoever takes it over.
    if (!platform::sandbox::confine_this_process()) {
        std::fprintf(stderr, "seccomp: %s\n", "refusé par le noyau / refused by the kernel");
        return 1;
    }
    http::ServerOptions options = server_options(configuration, where, kind);
    options.on_breakdown = [&](const http::Request& request, const std::exception_ptr& thrown) {
        observation.broke(request, thrown);
        return site.breakdown(request, thrown);
    };
    options.on_refusal = [&](const http::Request& request, int status) {
        return site.error(request, status);
    };
    options.on_answered = [&](const http::Answered& answer) { observation.answered(answer); };
    http::Server server(std::move(options), [&](http::Request& request) {
        return http::compressed(request, front.answer(request));
    });
    try {
        server.start();
    } catch (const std::system_error& error) {
        std::fprintf(stderr, "%s:%lld: %s\n", where.address.c_str(), static_cast<long long>(where.port),
                     error.code().message().c_str());
        return 1;
    }
    // Each site is a process: the residents' metrics stand at the port that follows.
    observation.listen(configuration.metrics.address,
                       static_cast<std::uint16_t>(configuration.metrics.port + (agents ? 0 : 1)), server);
    platform::cluster::tell_ready((agents ? "agents " : "public ") + address_of(where, server.port()));
    int received = 0;
    sigwait(&stop, &received);
    server.stop();
    return 0;
}

// One that is configured wrongly signs nobody in, and `maillage check` says why; local accounts go on.
std::unique_ptr<platform::oidc::Provider> usable_provider(const config::Configuration& configuration) {
    auto settings = platform::oidc::settings_of(configuration);
    if (!settings) {
        const std::string key(platform::oidc::key_of(settings.error()));
        std::fprintf(stderr, "%s: %s\n", key.c_str(), "clé incorrecte / wrong key");
        return nullptr;
    }
    if (!*settings) return nullptr;
    auto fetch = platform::oidc::web_fetch({.ca_file = (*settings)->ca_file});
    return std::make_unique<platform::oidc::Provider>(**std::move(settings), std::move(fetch), system_clock);
}

}  // namespace

int run_serve(const config::Configuration& configuration, SiteKind kind) {
    const sigset_t stop = block_stop_signals();
    const bool agents = kind == SiteKind::agents;
    const auto runtime =
        Runtime::open(configuration, {.role = agents ? "maillage_app" : "maillage_public",
                                      .connections = static_cast<unsigned>(configuration.database.pool)});
    if (!runtime) return 1;
    identity::Services& services = runtime->services();
    const HelpFiles help(configuration.help.folder);
    services.help_text = [&](platform::i18n::Language language, std::string_view stem) {
        return help.text_of(language, stem);
    };
    services.help_stems = [&] { return help.stems(); };
    services.guessable_words = platform::crypto::guessable_words(
        text_of_file(configuration.data.folder + "/passwords/guessable.txt"));
    services.organisations = organisation_options;
    // The residents' site knows no account.
    if (agents) services.identity_key = runtime->installation().identity_key();
    const auto provider = agents ? usable_provider(configuration) : nullptr;
    services.provider = provider.get();
    const Site site(services, agents ? agents_routes() : residents_routes(),
                    agents ? Sessions::yes : Sessions::no,
                    frame_of(assets_of(text_of_file(configuration.assets.folder + "/manifest.json")), kind));
    return serve_until_stopped(configuration, kind, site, runtime->database(), stop);
}

}  // namespace maillage::app
