#include "domain/identity/scim_answer.hpp"

#include <fmt/format.h>

#include <chrono>

#include "foundation/date.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {
namespace {

namespace http = platform::http;
using platform::JsonWriter;
using platform::i18n::Key;

struct Told {
    int status;
    const char* type;  // scimType, "" when the standard has none
    Key words;
};

Told told(ScimRefusal refusal) {
    switch (refusal) {
    case ScimRefusal::not_json: return {400, "invalidSyntax", "identity.scim.not_json"};
    case ScimRefusal::no_schema: return {400, "invalidSyntax", "identity.scim.no_schema"};
    case ScimRefusal::unknown_attribute: return {400, "invalidSyntax", "identity.scim.unknown_attribute"};
    case ScimRefusal::gives_rights: return {400, "mutability", "identity.scim.gives_rights"};
    case ScimRefusal::bad_address: return {400, "invalidValue", "identity.scim.bad_address"};
    case ScimRefusal::bad_name: return {400, "invalidValue", "identity.scim.bad_name"};
    case ScimRefusal::bad_external_id: return {400, "invalidValue", "identity.scim.bad_external_id"};
    case ScimRefusal::bad_active: return {400, "invalidValue", "identity.scim.bad_active"};
    case ScimRefusal::not_removable: return {400, "mutability", "identity.scim.not_removable"};
    case ScimRefusal::bad_operation: return {400, "invalidSyntax", "identity.scim.bad_operation"};
    case ScimRefusal::no_target: return {400, "noTarget", "identity.scim.no_target"};
    case ScimRefusal::bad_path: return {400, "invalidPath", "identity.scim.bad_path"};
    case ScimRefusal::bad_filter: return {400, "invalidFilter", "identity.scim.bad_filter"};
    case ScimRefusal::not_found: return {404, "", "identity.scim.not_found"};
    case ScimRefusal::taken: return {409, "uniqueness", "identity.scim.taken"};
    case ScimRefusal::closed_by_person: return {403, "", "identity.scim.closed_by_person"};
    case ScimRefusal::changed_meanwhile: return {412, "", "identity.scim.changed_meanwhile"};
    case ScimRefusal::too_large: return {413, "", "identity.scim.too_large"};
    case ScimRefusal::wrong_type: return {415, "", "identity.scim.wrong_type"};
    case ScimRefusal::no_token: return {401, "", "identity.scim.no_token"};
    case ScimRefusal::too_fast: return {429, "", "identity.scim.too_fast"};
    case ScimRefusal::not_offered: return {501, "", "identity.scim.not_offered"};
    case ScimRefusal::not_allowed: return {405, "", "identity.scim.not_allowed"};
    }
    __builtin_unreachable();
}

http::Response error(int status, std::string_view type, const std::string& detail) {
    JsonWriter json;
    json.begin_object().key("schemas").begin_array();
    json.value("urn:ietf:params:scim:api:messages:2.0:Error").end_array();
    json.member("status", std::to_string(status));
    if (!type.empty()) json.member("scimType", type);
    json.member("detail", detail).end_object();
    return scim_json(json.take(), status);
}

// RFC 3339, to the second.
std::string moment(foundation::Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    return fmt::format("{}T{:02}:{:02}:{:02}Z", foundation::Date::from_days(day).iso(), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string location(const ScimUser& user, const std::string& base) { return base + "/Users/" + user.id; }

void write_user(JsonWriter& json, const ScimUser& user, const std::string& base) {
    json.begin_object().key("schemas").begin_array().value(scim_user_schema).end_array();
    json.member("id", user.id);
    if (user.external_id) json.member("externalId", *user.external_id);
    json.member("userName", user.address).member("displayName", user.name);
    json.key("name").begin_object().member("formatted", user.name).end_object();
    json.key("emails").begin_array().begin_object();
    json.member("value", user.address).member("type", "work").member("primary", true);
    json.end_object().end_array();
    json.member("active", user.active);
    json.key("meta").begin_object().member("resourceType", "User");
    json.member("created", moment(user.created_at)).member("lastModified", moment(user.changed_at));
    json.member("location", location(user, base)).member("version", scim_etag(user));
    json.end_object().end_object();
}

}  // namespace

bool is_scim(std::string_view path) {
    return path.starts_with(scim_root) && (path.size() == scim_root.size() || path[scim_root.size()] == '/');
}

std::string scim_base(const http::Request& request) {
    const std::string_view host = request.headers.get("host");
    const bool here = host.starts_with("localhost") || host.starts_with("127.") || host.starts_with("[::1]");
    return (here ? "http://" : "https://") + std::string(host) + std::string(scim_root);
}

http::Response scim_json(std::string document, int status) {
    return {.status = status, .type = "application/scim+json", .body = std::move(document), .headers = {}};
}

http::Response scim_refusal(const platform::i18n::Words& words, ScimRefusal refusal) {
    const Told said = told(refusal);
    http::Response response = error(said.status, said.type, words(said.words));
    if (said.status == 401) response.headers.emplace_back("www-authenticate", "Bearer realm=\"scim\"");
    return response;
}

http::Response scim_error(const platform::i18n::Words& words, int status) {
    if (status == 404) return scim_refusal(words, ScimRefusal::not_found);
    if (status == 405) return scim_refusal(words, ScimRefusal::not_allowed);
    if (status == 413) return scim_refusal(words, ScimRefusal::too_large);
    if (status == 429) return scim_refusal(words, ScimRefusal::too_fast);
    return error(status, "", words("identity.scim.breakdown"));
}

std::string scim_etag(const ScimUser& user) {
    std::string shown;
    for (const std::string& part : {user.id, user.address, user.name, user.external_id.value_or("")})
        shown += std::to_string(part.size()) + ":" + part;
    shown += user.active ? "+" : "-";
    return "W/\"" + platform::crypto::hex(platform::crypto::blake2b(shown).substr(0, 8)) + "\"";
}

http::Response scim_user(const ScimUser& user, const std::string& base, int status) {
    JsonWriter json;
    write_user(json, user, base);
    http::Response response = scim_json(json.take(), status);
    response.headers.emplace_back("etag", scim_etag(user));
    if (status == 201) response.headers.emplace_back("location", location(user, base));
    return response;
}

http::Response scim_list(const ScimPage& page, const ScimRange& range, const std::string& base) {
    JsonWriter json;
    json.begin_object().key("schemas").begin_array();
    json.value("urn:ietf:params:scim:api:messages:2.0:ListResponse").end_array();
    json.member("totalResults", page.total).member("startIndex", range.first);
    json.member("itemsPerPage", static_cast<std::int64_t>(page.users.size()));
    json.key("Resources").begin_array();
    for (const ScimUser& user : page.users) write_user(json, user, base);
    json.end_array().end_object();
    return scim_json(json.take());
}

}  // namespace maillage::identity
