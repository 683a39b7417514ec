#include "domain/identity/scim_request.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/scim_filter_rules.hpp"
#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/json_value.hpp"

namespace maillage::identity {
namespace {

using platform::JsonValue;
using Kind = JsonValue::Kind;
using Read = std::expected<void, ScimRefusal>;

constexpr std::string_view patch_schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
constexpr std::size_t most_operations = 100;

// Of the core schema, and kept nowhere here.
constexpr std::array<std::string_view, 17> not_kept{"schemas",
                                                    "id",
                                                    "meta",
                                                    "nickName",
                                                    "profileUrl",
                                                    "title",
                                                    "userType",
                                                    "preferredLanguage",
                                                    "locale",
                                                    "timezone",
                                                    "emails",
                                                    "phoneNumbers",
                                                    "ims",
                                                    "photos",
                                                    "addresses",
                                                    "groups",
                                                    "x509Certificates"};
constexpr std::array<std::string_view, 3> rights{"roles", "entitlements", "password"};

bool among(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::any_of(names, [&](std::string_view each) { return same_attribute(each, name); });
}

std::unexpected<ScimRefusal> refuse(ScimRefusal refusal) { return std::unexpected(refusal); }

// The parts of a name wait until all of them are known: displayName goes before them.
struct Reading {
    ScimChange change;
    std::string formatted, given, family;
    bool display = false;

    Read take(std::string_view attribute, const JsonValue& value);
    Read take_name(std::string_view part, const JsonValue& value);
    Read finish();
};

std::expected<std::string, ScimRefusal> text_of(const JsonValue& value, std::size_t longest,
                                                ScimRefusal bad) {
    const std::string_view text = foundation::trimmed(value.words);
    if (!value.is(Kind::text) || text.empty() || !foundation::is_clean_utf8(text) ||
        text.find_first_of("\r\n\t") != text.npos || foundation::length_in_characters(text) > longest)
        return refuse(bad);
    return std::string(text);
}

std::optional<bool> truth_of(const JsonValue& value) {
    if (value.is(Kind::boolean)) return value.truth;
    if (value.is(Kind::text) && same_attribute(value.words, "true")) return true;
    if (value.is(Kind::text) && same_attribute(value.words, "false")) return false;
    return std::nullopt;
}

constexpr std::size_t longest_name = 120, longest_external_id = 200;

Read Reading::take(std::string_view attribute, const JsonValue& value) {
    const auto is = [&](std::string_view name) { return same_attribute(attribute, name); };
    if (is("userName")) {
        change.address = normalised_email(value.words);
        return value.is(Kind::text) && change.address ? Read() : refuse(ScimRefusal::bad_address);
    }
    if (is("displayName")) {
        if (value.empty()) return {};
        change.name = TRY(text_of(value, longest_name, ScimRefusal::bad_name));
        display = true;
        return {};
    }
    if (is("externalId")) {
        change.external_id.emplace();
        if (!value.empty())
            *change.external_id = TRY(text_of(value, longest_external_id, ScimRefusal::bad_external_id));
        return {};
    }
    if (is("active")) {
        change.active = truth_of(value);
        return change.active ? Read() : refuse(ScimRefusal::bad_active);
    }
    if (is("name")) {
        if (!value.is(Kind::object)) return value.empty() ? Read() : refuse(ScimRefusal::bad_name);
        for (std::size_t i = 0; i < value.names.size(); ++i) TRY(take_name(value.names[i], value.items[i]));
        return {};
    }
    if (attribute.size() > 5 && same_attribute(attribute.substr(0, 5), "name."))
        return take_name(attribute.substr(5), value);
    // Empty lists of rights are what some directories always send.
    if (among(rights, attribute)) return value.empty() ? Read() : refuse(ScimRefusal::gives_rights);
    if (among(not_kept, attribute) || attribute.starts_with("urn:")) return {};
    return refuse(ScimRefusal::unknown_attribute);
}

Read Reading::take_name(std::string_view part, const JsonValue& value) {
    const auto is = [&](std::string_view name) { return same_attribute(part, name); };
    std::string* kept = is("formatted")    ? &formatted
                        : is("givenName")  ? &given
                        : is("familyName") ? &family
                                           : nullptr;
    if (kept != nullptr) {
        if (!value.empty()) *kept = TRY(text_of(value, longest_name, ScimRefusal::bad_name));
        return {};
    }
    const bool known = is("middleName") || is("honorificPrefix") || is("honorificSuffix");
    return known ? Read() : refuse(ScimRefusal::unknown_attribute);
}

Read Reading::finish() {
    if (display) return {};
    std::string name = formatted;
    if (name.empty() && !given.empty() && !family.empty()) name = given + " " + family;
    if (name.empty()) return {};
    if (foundation::length_in_characters(name) > longest_name) return refuse(ScimRefusal::bad_name);
    change.name = std::move(name);
    return {};
}

const JsonValue* member(const JsonValue& object, std::string_view name) {
    for (std::size_t i = 0; i < object.names.size(); ++i)
        if (same_attribute(object.names[i], name)) return &object.items[i];
    return nullptr;
}

std::expected<JsonValue, ScimRefusal> object_with_schema(std::string_view body, std::string_view schema) {
    auto read = JsonValue::parse(body);
    if (!read || !read->is(Kind::object)) return refuse(ScimRefusal::not_json);
    const JsonValue* schemas = member(*read, "schemas");
    const bool said = schemas != nullptr && std::ranges::any_of(schemas->items, [&](const JsonValue& each) {
                          return same_attribute(each.words, schema);
                      });
    if (!said) return refuse(ScimRefusal::no_schema);
    return *std::move(read);
}

// "userName", "urn:…:User:userName", "emails[type eq \"work\"].value": the attribute that a path begins with,
// and the rest of "name.familyName".
std::expected<std::string_view, ScimRefusal> attribute_of(std::string_view path) {
    if (path.size() > scim_user_schema.size() &&
        same_attribute(path.substr(0, scim_user_schema.size()), scim_user_schema) &&
        path[scim_user_schema.size()] == ':')
        path.remove_prefix(scim_user_schema.size() + 1);
    if (path.starts_with("urn:")) return path;
    const std::size_t filter = path.find('[');
    if (filter != path.npos) {
        if (path.find(']', filter) == path.npos) return refuse(ScimRefusal::bad_path);
        return path.substr(0, filter);
    }
    const std::size_t dot = path.find('.');
    if (dot != path.npos && !same_attribute(path.substr(0, dot), "name")) path = path.substr(0, dot);
    const bool letters = std::ranges::all_of(path, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    });
    return letters && !path.empty() ? std::expected<std::string_view, ScimRefusal>(path)
                                    : refuse(ScimRefusal::bad_path);
}

Read remove(Reading& reading, std::string_view attribute) {
    if (same_attribute(attribute, "externalId")) {
        reading.change.external_id.emplace();
        return {};
    }
    for (const std::string_view needed : {"userName", "displayName", "active"})
        if (same_attribute(attribute, needed)) return refuse(ScimRefusal::not_removable);
    if (among(rights, attribute)) return refuse(ScimRefusal::gives_rights);
    return reading.take(attribute, JsonValue());
}

Read operate(Reading& reading, const JsonValue& operation) {
    const JsonValue *op = member(operation, "op"), *path = member(operation, "path"),
                    *value = member(operation, "value");
    if (op == nullptr || !op->is(Kind::text)) return refuse(ScimRefusal::bad_operation);
    const bool removes = same_attribute(op->words, "remove");
    if (!removes && !same_attribute(op->words, "add") && !same_attribute(op->words, "replace"))
        return refuse(ScimRefusal::bad_operation);
    if (path != nullptr && !path->empty()) {
        if (!path->is(Kind::text)) return refuse(ScimRefusal::bad_path);
        const std::string_view attribute = TRY(attribute_of(path->words));
        if (removes) return remove(reading, attribute);
        if (value == nullptr) return refuse(ScimRefusal::bad_operation);
        return reading.take(attribute, *value);
    }
    if (removes) return refuse(ScimRefusal::no_target);
    if (value == nullptr || !value->is(Kind::object)) return refuse(ScimRefusal::bad_operation);
    for (std::size_t i = 0; i < value->names.size(); ++i) {
        const std::string_view attribute = TRY(attribute_of(value->names[i]));
        TRY(reading.take(attribute, value->items[i]));
    }
    return {};
}

}  // namespace

std::expected<ScimChange, ScimRefusal> read_scim_user(std::string_view body) {
    const JsonValue user = TRY(object_with_schema(body, scim_user_schema));
    Reading reading;
    for (std::size_t i = 0; i < user.names.size(); ++i) TRY(reading.take(user.names[i], user.items[i]));
    TRY(reading.finish());
    if (!reading.change.address) return refuse(ScimRefusal::bad_address);
    return std::move(reading.change);
}

std::expected<ScimChange, ScimRefusal> read_scim_patch(std::string_view body) {
    const JsonValue patch = TRY(object_with_schema(body, patch_schema));
    const JsonValue* operations = member(patch, "Operations");
    if (operations == nullptr || !operations->is(Kind::list) || operations->items.empty() ||
        operations->items.size() > most_operations)
        return refuse(ScimRefusal::bad_operation);
    Reading reading;
    for (const JsonValue& operation : operations->items) TRY(operate(reading, operation));
    TRY(reading.finish());
    return std::move(reading.change);
}

}  // namespace maillage::identity
