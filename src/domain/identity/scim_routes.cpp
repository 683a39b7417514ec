#include "domain/identity/scim_routes.hpp"

#include <algorithm>

#include "domain/identity/failure_store.hpp"
#include "domain/identity/scim_answer.hpp"
#include "domain/identity/scim_filter_rules.hpp"
#include "domain/identity/scim_request.hpp"
#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::identity {
namespace {

namespace http = platform::http;
namespace db = platform::db;
using http::Method;

constexpr db::Context application{.reach = db::Context::Reach::system};
constexpr http::Rate pace{.per_second = 25, .burst = 100};

template <class T>
using Found = std::expected<T, ScimRefusal>;
using Answered = Found<http::Response>;

// One request of one directory.
struct Asked {
    http::Request& request;
    const platform::i18n::Words& words;
    Services& services;
    const DirectoryClient& client;
    std::string base;
    foundation::Instant now;

    template <class Work>
    auto transaction(Work&& work) const {
        return services.database.transaction(client.context(), std::forward<Work>(work));
    }
};

std::int64_t number_or(std::string_view text, std::int64_t otherwise) {
    return foundation::whole_number<std::int64_t>(text).value_or(otherwise);
}

// RFC 7644 § 3.4.2.4: a page that begins before 1 begins at 1, a negative count is 0.
ScimRange range_of(const http::Request& request) {
    constexpr std::int64_t last = 1'000'000'000;
    return {.first = std::clamp<std::int64_t>(number_or(request.query.get("startIndex"), 1), 1, last),
            .count = std::clamp<std::int64_t>(number_or(request.query.get("count"), most_scim_users), 0,
                                              most_scim_users)};
}

// RFC 9110 § 13.1: a list of versions, or "*" for any; compared weakly, as the versions are weak.
bool names_version(std::string_view header, const std::string& etag) {
    const auto opaque = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
    for (const std::string_view each : foundation::split(header, ',')) {
        const std::string_view tag = foundation::trimmed(each);
        if (tag == "*" || opaque(tag) == opaque(etag)) return true;
    }
    return false;
}

Answered list_users(const Asked& asked) {
    const ScimFilter filter = TRY(parse_scim_filter(asked.request.query.get("filter")));
    const ScimRange range = range_of(asked.request);
    const ScimPage page =
        asked.transaction([&](db::Tx& tx) { return list_scim_users(tx, asked.client, filter, range); });
    return scim_list(page, range, asked.base);
}

Answered create_user(const Asked& asked) {
    const ScimChange wanted = TRY(read_scim_user(asked.request.body));
    const ScimUser made = TRY(
        asked.transaction([&](db::Tx& tx) { return create_scim_user(tx, asked.client, wanted, asked.now); }));
    return scim_user(made, asked.base, 201);
}

// The account asked for, in the state that the directory says it knows.
Found<ScimUser> find_asked(const Asked& asked, db::Tx& tx, std::string_view id) {
    auto user = find_scim_user(tx, asked.client, id);
    if (!user) return std::unexpected(ScimRefusal::not_found);
    const auto expected = asked.request.headers.find("if-match");
    if (expected && !names_version(*expected, scim_etag(*user)))
        return std::unexpected(ScimRefusal::changed_meanwhile);
    return *std::move(user);
}

Answered show_user(const Asked& asked, std::string_view id) {
    const ScimUser user = TRY(asked.transaction([&](db::Tx& tx) { return find_asked(asked, tx, id); }));
    const auto known = asked.request.headers.find("if-none-match");
    if (known && names_version(*known, scim_etag(user)))
        return http::Response{.status = 304,
                              .type = "application/scim+json",
                              .body = std::string(),
                              .headers = {{"etag", scim_etag(user)}}};
    return scim_user(user, asked.base);
}

Answered change_user(const Asked& asked, std::string_view id) {
    const bool whole = asked.request.method == Method::put;
    const ScimChange wanted =
        TRY(whole ? read_scim_user(asked.request.body) : read_scim_patch(asked.request.body));
    const auto changed = asked.transaction([&](db::Tx& tx) -> Found<ScimUser> {
        const ScimUser user = TRY(find_asked(asked, tx, id));
        return change_scim_user(tx, asked.client, user, wanted, asked.now);
    });
    if (!changed) return std::unexpected(changed.error());
    return scim_user(*changed, asked.base);
}

Answered end_user(const Asked& asked, std::string_view id) {
    const auto ended = asked.transaction([&](db::Tx& tx) -> Found<void> {
        const ScimUser user = TRY(find_asked(asked, tx, id));
        end_scim_user(tx, asked.client, user, asked.now, asked.words.today(asked.now));
        return {};
    });
    if (!ended) return std::unexpected(ended.error());
    return http::Response{
        .status = 204, .type = "application/scim+json", .body = std::string(), .headers = {}};
}

Answered one_user(const Asked& asked, std::string_view id) {
    switch (asked.request.method) {
    case Method::get:
    case Method::head: return show_user(asked, id);
    case Method::put:
    case Method::patch: return change_user(asked, id);
    case Method::delete_: return end_user(asked, id);
    case Method::post:
    case Method::options: return std::unexpected(ScimRefusal::not_allowed);
    }
    __builtin_unreachable();
}

Answered route(const Asked& asked) {
    const std::string_view path = std::string_view(asked.request.path).substr(scim_root.size());
    const bool reads = asked.request.method == Method::get || asked.request.method == Method::head;
    if (path == "/Users") {
        if (reads) return list_users(asked);
        if (asked.request.method == Method::post) return create_user(asked);
        return std::unexpected(ScimRefusal::not_allowed);
    }
    constexpr std::string_view one = "/Users/";
    if (path.starts_with(one) && path.size() > one.size() && path.find('/', one.size()) == path.npos)
        return one_user(asked, path.substr(one.size()));
    if (path == "/Groups" || path.starts_with("/Groups/") || path == "/Bulk" || path == "/Me")
        return std::unexpected(ScimRefusal::not_offered);
    const bool described = path == "/ServiceProviderConfig" || path == "/ResourceTypes" || path == "/Schemas";
    if (!described) return std::unexpected(ScimRefusal::not_found);
    if (!reads) return std::unexpected(ScimRefusal::not_allowed);
    if (path == "/ServiceProviderConfig") return scim_configuration(asked.base);
    return path == "/Schemas" ? scim_schemas(asked.base) : scim_resource_types(asked.base);
}

Found<void> acceptable(const http::Request& request) {
    if (request.method != Method::post && request.method != Method::put && request.method != Method::patch)
        return {};
    const std::string_view type = foundation::trimmed(
        request.headers.get("content-type").substr(0, request.headers.get("content-type").find(';')));
    const bool json =
        same_attribute(type, "application/scim+json") || same_attribute(type, "application/json");
    return json ? Found<void>() : std::unexpected(ScimRefusal::wrong_type);
}

std::string_view bearer_of(const http::Request& request) {
    const std::string_view header = request.headers.get("authorization");
    constexpr std::string_view scheme = "Bearer ";
    if (header.size() < scheme.size() || !same_attribute(header.substr(0, scheme.size()), scheme)) return {};
    return foundation::trimmed(header.substr(scheme.size()));
}

// Wrong tokens slow their network down, as wrong passwords do; the right one is never held up by them.
Found<DirectoryClient> authenticate(Services& services, const http::Request& request) {
    if (auto client = find_directory_client(services, bearer_of(request))) return *std::move(client);
    const std::string subject = failure_subject("scim", network_of(request.peer));
    const foundation::Instant now = services.clock();
    const bool wait = services.database.transaction(application, [&](db::Tx& tx) {
        if (too_soon(tx, subject, now)) return true;
        count_failure(tx, subject, now);
        return false;
    });
    return std::unexpected(wait ? ScimRefusal::too_fast : ScimRefusal::no_token);
}

}  // namespace

ScimService::ScimService(Services& services) : services_(services), pace_(pace, services.clock) {}

http::Response ScimService::answer(http::Request& request, const platform::i18n::Words& words) {
    const auto answered = [&]() -> Answered {
        const DirectoryClient client = TRY(authenticate(services_, request));
        if (pace_.take(client.token)) return std::unexpected(ScimRefusal::too_fast);
        TRY(acceptable(request));
        return route({.request = request,
                      .words = words,
                      .services = services_,
                      .client = client,
                      .base = scim_base(request),
                      .now = services_.clock()});
    }();
    http::Response response = answered ? *answered : scim_refusal(words, answered.error());
    if (response.status == 429) response.headers.emplace_back("retry-after", "60");
    return response;
}

}  // namespace maillage::identity
