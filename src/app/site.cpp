#include "app/site.hpp"

#include "app/error_pages.hpp"
#include "app/language_routes.hpp"
#include "app/pipeline.hpp"
#include "domain/identity/scim_answer.hpp"
#include "domain/identity/scim_routes.hpp"
#include "platform/http/breakdown.hpp"

namespace maillage::app {

namespace http = platform::http;

namespace {

// The city's directory speaks below /scim/v2, with a token and without a session: no step of the pipeline is
// its own.
void add_scim(http::Router& router, identity::Services& services) {
    using http::Method;
    const auto service = std::make_shared<identity::ScimService>(services);
    const auto handler = [service, &services](http::Request& request) {
        return service->answer(request, services.catalogues.of(language_of(request)));
    };
    for (const Method method : {Method::get, Method::post, Method::put, Method::patch, Method::delete_})
        router.add(method, std::string(identity::scim_root) + "/{resource*}", handler);
}

}  // namespace

Site::Site(identity::Services& services, std::span<const Route> routes, Sessions sessions, DrawFrame frame)
    : services_(services), sessions_(sessions), frame_(std::move(frame)) {
    if (sessions == Sessions::yes) add_scim(router_, services);
    for (const Route& route : routes) {
        const auto handler = [this, &route](http::Request& request) { return serve(route, request); };
        router_.add(route.method, route.pattern, handler);
        // A pattern that ends with a parameter takes the twin's ".json" with it (see serve); a literal one
        // needs a second entry.
        if (route.json != nullptr && !route.pattern.ends_with('}'))
            router_.add(route.method, std::string(route.pattern) + ".json", handler);
    }
}

namespace {

// An address that no route has: whoever asks is not looked up, the page is that of a visitor.
const Route nowhere{http::Method::get, "", identity::Act::read_public, nullptr};

}  // namespace

// What no route answers (404, 405) gets the same words as any other error; its headers stay (Allow).
http::Response Site::answer(http::Request& request) const {
    http::Response response = router_.handle(request);
    if (!request.route.empty() || response.status < 400) return response;
    if (sessions_ == Sessions::yes && identity::is_scim(request.path)) return error(request, response.status);
    const Pipeline lost{.services = services_, .route = nowhere, .request = request, .frame = frame_};
    http::Response page =
        request.path.ends_with(".json") ? error(request, response.status) : lost.error(response.status);
    for (auto& header : response.headers) page.headers.push_back(std::move(header));
    return page;
}

namespace {

// Errors that come before any session is looked up speak the language of the account too.
void remember_language(const Pipeline& pipeline, http::Response& response) {
    const std::string& language = pipeline.session->language;
    if (pipeline.wants_json || pipeline.request.cookies.get(language_cookie) == language) return;
    http::set_cookie(response, language_choice(language));
}

}  // namespace

http::Response Site::serve(const Route& route, http::Request& request) const {
    Pipeline pipeline{.services = services_, .route = route, .request = request, .frame = frame_};
    if (route.json != nullptr && request.path.ends_with(".json")) {
        pipeline.wants_json = true;
        for (auto& [name, value] : request.params)
            if (route.pattern.ends_with("{" + name + "}"))
                value.resize(value.size() - std::string_view(".json").size());
    }
    if (const auto cookie = request.cookies.find(session_cookie); cookie && sessions_ == Sessions::yes)
        pipeline.session = identity::find_session(services_, *cookie);
    if (pipeline.session) pipeline.actor = pipeline.session->actor;
    for (const auto step : {require_our_origin, read_form, require_session, require_permission})
        if (auto ended = step(pipeline)) return *std::move(ended);
    const bool once = request.method == http::Method::post && route.once != Route::Once::no;
    http::Response response = once ? run_once(pipeline) : run(pipeline);
    // Refusals stay alike byte for byte, whoever asks.
    if (pipeline.session && response.status < 400) remember_language(pipeline, response);
    return response;
}

http::Response Site::error(const http::Request& request, int status) const {
    const auto& words = services_.catalogues.of(language_of(request));
    if (sessions_ == Sessions::yes && identity::is_scim(request.path))
        return identity::scim_error(words, status);
    const bool json = request.path.ends_with(".json");
    // Too large is for the user to mend, and nothing is broken: the site's own page says how.
    if (status == 413 && !json) {
        http::Request lost = request;
        return Pipeline{.services = services_, .route = nowhere, .request = lost, .frame = frame_}.error(413);
    }
    return json ? error_json(words, status) : plain_error_page(words, status, request.id);
}

http::Response Site::breakdown(const http::Request& request, const std::exception_ptr& thrown) const {
    return error(request, http::status_of(http::classify(thrown)));
}

platform::i18n::Language language_of(const http::Request& request) {
    if (const auto chosen = request.cookies.find(language_cookie))
        return platform::i18n::language_of(*chosen);
    const std::string_view accepted = request.headers.get("accept-language");
    const std::size_t english = accepted.find("en"), french = accepted.find("fr");
    return english < french ? platform::i18n::Language::en : platform::i18n::Language::fr;
}

}  // namespace maillage::app
