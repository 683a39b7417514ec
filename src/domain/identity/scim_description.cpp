#include <span>

#include "domain/identity/scim_answer.hpp"
#include "platform/json_writer.hpp"

// What a directory may ask about the service itself (RFC 7644 § 4, RFC 7643 § 5 to 7). In English, as the
// standard is: programs read it.
namespace maillage::identity {
namespace {

namespace http = platform::http;
using platform::JsonWriter;

struct Attribute {
    const char *name, *type, *description;
    bool multiple = false, required = false, exact = false;
    const char *mutability = "readWrite", *uniqueness = "none";
    std::span<const Attribute> parts = {};
};

constexpr Attribute name_parts[] = {{.name = "formatted",
                                     .type = "string",
                                     .description = "The name as it is shown: displayName goes before it."},
                                    {.name = "givenName",
                                     .type = "string",
                                     .description = "Part of the name when nothing else tells it.",
                                     .mutability = "writeOnly"},
                                    {.name = "familyName",
                                     .type = "string",
                                     .description = "Part of the name when nothing else tells it.",
                                     .mutability = "writeOnly"}};
constexpr Attribute email_parts[] = {
    {.name = "value", .type = "string", .description = "userName.", .mutability = "readOnly"},
    {.name = "type", .type = "string", .description = "work", .mutability = "readOnly"},
    {.name = "primary", .type = "boolean", .description = "true", .mutability = "readOnly"}};
constexpr Attribute user_attributes[] = {
    {.name = "userName",
     .type = "string",
     .description = "The mail address that opens the account.",
     .required = true,
     .uniqueness = "server"},
    {.name = "displayName", .type = "string", .description = "The name on the pages."},
    {.name = "name",
     .type = "complex",
     .description = "The name, when there is no displayName.",
     .parts = name_parts},
    {.name = "emails",
     .type = "complex",
     .description = "The address again.",
     .multiple = true,
     .mutability = "readOnly",
     .parts = email_parts},
    {.name = "active",
     .type = "boolean",
     .description = "Whether the account may sign in. Opening it again gives no right back: its mandates "
                    "wait for a second person."}};

void write(JsonWriter& json, const Attribute& attribute) {
    json.begin_object().member("name", attribute.name).member("type", attribute.type);
    json.member("multiValued", attribute.multiple).member("description", attribute.description);
    json.member("required", attribute.required).member("caseExact", attribute.exact);
    json.member("mutability", attribute.mutability).member("returned", "default");
    json.member("uniqueness", attribute.uniqueness);
    if (!attribute.parts.empty()) {
        json.key("subAttributes").begin_array();
        for (const Attribute& part : attribute.parts) write(json, part);
        json.end_array();
    }
    json.end_object();
}

void schemas_of(JsonWriter& json, std::string_view schema) {
    json.key("schemas").begin_array().value(schema).end_array();
}

void meta(JsonWriter& json, const char* type, const std::string& location) {
    json.key("meta").begin_object().member("resourceType", type).member("location", location).end_object();
}

void list_head(JsonWriter& json, std::int64_t total) {
    json.begin_object();
    schemas_of(json, "urn:ietf:params:scim:api:messages:2.0:ListResponse");
    json.member("totalResults", total).member("startIndex", 1).member("itemsPerPage", total);
    json.key("Resources").begin_array();
}

void supported(JsonWriter& json, const char* what, bool yes) {
    json.key(what).begin_object().member("supported", yes).end_object();
}

}  // namespace

http::Response scim_configuration(const std::string& base) {
    JsonWriter json;
    json.begin_object();
    schemas_of(json, "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
    supported(json, "patch", true);
    json.key("bulk").begin_object().member("supported", false).member("maxOperations", 0);
    json.member("maxPayloadSize", 0).end_object();
    json.key("filter")
        .begin_object()
        .member("supported", true)
        .member("maxResults", most_scim_users)
        .end_object();
    supported(json, "changePassword", false);
    supported(json, "sort", false);
    supported(json, "etag", true);
    json.key("authenticationSchemes").begin_array().begin_object();
    json.member("type", "oauthbearertoken").member("name", "Bearer token");
    json.member("description", "A token made in Maillage by who manages the accounts of the council.");
    json.member("primary", true).end_object().end_array();
    meta(json, "ServiceProviderConfig", base + "/ServiceProviderConfig");
    json.end_object();
    return scim_json(json.take());
}

http::Response scim_resource_types(const std::string& base) {
    JsonWriter json;
    list_head(json, 1);
    json.begin_object();
    schemas_of(json, "urn:ietf:params:scim:schemas:core:2.0:ResourceType");
    json.member("id", "User").member("name", "User").member("endpoint", "/Users");
    json.member("description", "An account. Rights are not provisioned: they come from mandates.");
    json.member("schema", scim_user_schema).key("schemaExtensions").begin_array().end_array();
    meta(json, "ResourceType", base + "/ResourceTypes/User");
    json.end_object().end_array().end_object();
    return scim_json(json.take());
}

http::Response scim_schemas(const std::string& base) {
    JsonWriter json;
    list_head(json, 1);
    json.begin_object();
    schemas_of(json, "urn:ietf:params:scim:schemas:core:2.0:Schema");
    json.member("id", scim_user_schema).member("name", "User").member("description", "User account");
    json.key("attributes").begin_array();
    for (const Attribute& attribute : user_attributes) write(json, attribute);
    json.end_array();
    meta(json, "Schema", base + "/Schemas/" + std::string(scim_user_schema));
    json.end_object().end_array().end_object();
    return scim_json(json.take());
}

}  // namespace maillage::identity
