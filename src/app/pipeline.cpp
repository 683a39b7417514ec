#include "app/pipeline.hpp"

#include "app/error_pages.hpp"
#include "app/origin_rules.hpp"
#include "domain/audit/api.hpp"
#include "domain/identity/kept_form_store.hpp"
#include "domain/identity/submission_store.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/mask.hpp"
#include "platform/http/cookies.hpp"

namespace maillage::app {
namespace {

namespace http = platform::http;
using identity::Act;

bool is_read(http::Method method) { return method == http::Method::get || method == http::Method::head; }

// The path and query that sign-in leads back to.
std::string wanted(const http::Request& request) {
    std::string path = request.path;
    char separator = '?';
    for (const auto& [name, value] : request.query.pairs()) {
        path += separator + http::encode_component(name) + "=" + http::encode_component(value);
        separator = '&';
    }
    return path;
}

http::Response to_sign_in(const http::Request& request) {
    return http::Response::see_other("/sign-in?next=" + http::encode_component(wanted(request)));
}

// What makes two submissions the same form: every field but the masked token, every file.
std::string submitted_bytes(const Pipeline& pipeline) {
    const http::Request& request = pipeline.request;
    const http::FormData& form = pipeline.form;
    std::string bytes = request.path + "\n";
    for (const auto& [name, typed] : form.fields.pairs()) {
        if (name == "csrf") continue;
        // A fast hash of a password would help whoever steals the table: it is keyed with a secret that the
        // database does not hold. Not the session's token, which changes with the password.
        const bool secret = name.find("password") != std::string::npos;
        const std::string value =
            secret ? platform::crypto::hmac_sha256(pipeline.services.identity_key, typed) : typed;
        bytes += std::to_string(name.size()) + ":" + name + std::to_string(value.size()) + ":" + value;
    }
    for (const http::UploadedFile& file : form.files)
        bytes += file.field + ":" + file.name + ":" + file.bytes;
    return bytes;
}

// What somebody tried and may not is in the journal too: the route, never what its address names.
void note_refusal(const Pipeline& pipeline) {
    constexpr std::size_t longest_object = 80;
    pipeline.services.database.transaction(pipeline.actor.context(), [&](platform::db::Tx& tx) {
        audit::record(tx, {.council = pipeline.actor.council.value,
                           .account = pipeline.actor.account.value,
                           .act = identity::name_of(pipeline.route.act),
                           .object_kind = "route",
                           .object = std::string(pipeline.route.pattern.substr(0, longest_object)),
                           .outcome = audit::Entry::Outcome::refused});
    });
}

http::Response already_done(const Pipeline& pipeline) {
    const auto& words = pipeline.words();
    platform::html::Page page{.title = words("app.done.title")};
    platform::html::el(page.main, "h1", {}, words("app.done.title"));
    platform::html::el(page.main, "p", {}, words("app.done.advice"));
    return pipeline.finished(std::move(page));
}

}  // namespace

const platform::i18n::Words& Pipeline::words() const {
    if (!session) return services.catalogues.of(language_of(request));
    return services.catalogues.of(platform::i18n::language_of(session->language));
}

identity::Call Pipeline::call() const {
    const foundation::Instant now = services.clock();
    return {.request = request,
            .form = form,
            .actor = actor,
            .words = words(),
            .services = services,
            .tokens = {.csrf = session ? platform::crypto::masked(session->csrf_secret) : std::string(),
                       .idempotency = services.random_hex(16)},
            .now = now,
            .today = words().today(now)};
}

http::Response Pipeline::finished(platform::html::Answer answer) const {
    if (auto* response = std::get_if<http::Response>(&answer)) return std::move(*response);
    const auto& page = std::get<platform::html::Page>(answer);
    const identity::Call context = call();
    return {.status = page.status,
            .body = frame({.call = context, .session = session ? &*session : nullptr, .page = page}),
            .headers = page.headers};
}

http::Response Pipeline::error(int status) const {
    if (wants_json) return error_json(words(), status);
    return finished(error_page(words(), status, request.id));
}

std::optional<http::Response> require_our_origin(Pipeline& pipeline) {
    const http::Request& request = pipeline.request;
    if (is_read(request.method)) return std::nullopt;
    const bool ours = comes_from_us({.fetch_site = request.headers.get("sec-fetch-site"),
                                     .origin = request.headers.get("origin"),
                                     .host = request.headers.get("host")});
    if (!ours) return pipeline.error(403);
    return std::nullopt;
}

std::optional<http::Response> read_form(Pipeline& pipeline) {
    if (is_read(pipeline.request.method)) return std::nullopt;
    auto form = http::parse_form(pipeline.request);
    if (!form) return pipeline.error(400);
    pipeline.form = *std::move(form);
    return std::nullopt;
}

namespace {

// A link in a mail or on another site: the browser keeps the strict cookie to itself on the way here.
bool arrives_from_elsewhere(const http::Request& request) {
    const std::string_view site = request.headers.get("sec-fetch-site");
    return site == "cross-site" || site == "same-site";
}

// What was typed comes back on the page /kept-form, once whoever sent it has done what `path` asks.
http::Response kept_for_later(const Pipeline& pipeline, std::string_view path) {
    identity::KeptForm kept{.path = pipeline.request.path, .fields = pipeline.form.fields};
    for (const http::UploadedFile& file : pipeline.form.files)
        if (!file.name.empty()) kept.files.push_back(file.field);
    const std::string token = identity::keep_form(pipeline.services, kept);
    http::Response response = http::Response::see_other(std::string(path));
    http::set_cookie(
        response,
        {.name = std::string(kept_form_cookie), .value = token, .max_age = std::chrono::minutes(10)});
    return response;
}

// Whose mandates wait for a signature under the charter is led to its text, whatever the address: decided
// from the account alone, before anything is read, so that it tells nothing of what is behind the address.
http::Response to_charter(const Pipeline& pipeline) {
    if (pipeline.wants_json) return error_json(403, pipeline.words()("identity.charter.suspended"));
    const std::string page = "/" + pipeline.actor.council_slug + "/charter?next=";
    if (!is_read(pipeline.request.method)) return kept_for_later(pipeline, page + "/kept-form");
    return http::Response::see_other(page + http::encode_component(wanted(pipeline.request)));
}

// A page of ours asks again by itself, and then the cookie comes along: whoever has a session goes on, the
// others sign in.
http::Response arrival(const Pipeline& pipeline) {
    const auto& words = pipeline.words();
    const std::string address = "/sign-in?next=" + http::encode_component(wanted(pipeline.request));
    platform::html::Page page{.title = words("app.arrival.title")};
    platform::html::el(page.main, "h1", {}, page.title);
    const auto target = platform::html::Url::path(address);
    platform::html::el(page.main, "p", {}, [&](platform::html::Out& p) {
        platform::html::el(p, "a", {url("href", target)}, words("app.arrival.go_on"));
    });
    http::Response response = pipeline.finished(std::move(page));
    response.headers.emplace_back("refresh", "0; url=" + address);
    return response;
}

}  // namespace

std::optional<http::Response> require_session(Pipeline& pipeline) {
    const http::Request& request = pipeline.request;
    if (pipeline.route.act == Act::read_public) return std::nullopt;
    if (pipeline.session) {
        if (is_read(request.method)) return std::nullopt;
        const std::string secret = platform::crypto::unmasked(pipeline.form.fields.get("csrf"));
        if (!platform::crypto::equal_in_constant_time(secret, pipeline.session->csrf_secret))
            return pipeline.error(403);
        return std::nullopt;
    }
    if (pipeline.wants_json) return pipeline.error(401);
    if (is_read(request.method))
        return arrives_from_elsewhere(request) ? arrival(pipeline) : to_sign_in(request);
    return kept_for_later(pipeline, "/sign-in?next=/kept-form");
}

// "Not allowed" and "does not exist" answer alike: another council's pages, an act without the right, no such
// page.
std::optional<http::Response> require_permission(Pipeline& pipeline) {
    const std::string_view council = pipeline.request.param("council");
    const bool own = council.empty() || council == pipeline.actor.council_slug;
    const identity::Object asked{.council = own ? pipeline.actor.council.value : 0};
    if (identity::may(pipeline.actor, pipeline.route.act, asked)) return std::nullopt;
    if (pipeline.session) note_refusal(pipeline);
    if (own && pipeline.session && pipeline.session->charter_unsigned) return to_charter(pipeline);
    return pipeline.error(404);
}

http::Response run(Pipeline& pipeline) {
    identity::Call call = pipeline.call();
    http::Response response =
        pipeline.wants_json ? pipeline.route.json(call) : pipeline.finished(pipeline.route.page(call));
    const auto* body = std::get_if<std::string>(&response.body);
    // Whatever a handler says of a thing that is not there, the answer is the one of a refusal, byte for
    // byte.
    if (response.status == 404) return pipeline.error(404);
    if (response.status >= 400 && body != nullptr && body->empty()) return pipeline.error(response.status);
    return response;
}

http::Response run_once(Pipeline& pipeline) {
    const std::string key(pipeline.form.fields.get("key"));
    if (key.size() < 16 || key.size() > 80) return pipeline.error(400);
    identity::Services& services = pipeline.services;
    const auto submission =
        identity::begin_submission(services, pipeline.actor, key, submitted_bytes(pipeline));
    if (const auto* replay = std::get_if<identity::Replay>(&submission)) {
        if (!replay->location.empty()) return http::Response::see_other(replay->location);
        if (!replay->body.empty()) return {.status = replay->status, .body = replay->body};
        return already_done(pipeline);
    }
    if (std::holds_alternative<identity::OtherForm>(submission)) return pipeline.error(422);
    if (std::holds_alternative<identity::AlreadyDone>(submission)) return already_done(pipeline);
    const auto* fresh = std::get_if<identity::Fresh>(&submission);
    if (fresh == nullptr) return pipeline.error(409);

    const auto mark = identity::mark_of(pipeline.actor, key, *fresh);
    pipeline.actor.before_commit = &mark;
    http::Response response = run(pipeline);
    pipeline.actor.before_commit = nullptr;
    if (response.status >= 400) {
        identity::forget_submission(services, pipeline.actor, key);
        return response;
    }
    identity::Replay answer{.status = response.status, .location = {}, .body = {}};
    for (const auto& [name, value] : response.headers)
        if (name == "location") answer.location = value;
    // A page answered to a POST (a preview) is given again as it is, up to a size that stays reasonable to
    // keep.
    constexpr std::size_t largest_kept = 256 * 1024;
    if (const auto* text = std::get_if<std::string>(&response.body);
        text != nullptr && pipeline.route.once == Route::Once::yes && text->size() <= largest_kept)
        answer.body = *text;
    identity::finish_submission(services, pipeline.actor, key, answer);
    return response;
}

}  // namespace maillage::app
