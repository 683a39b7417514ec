
#include "domain/directory/contact_store.hpp"
#include "domain/directory/organisation_routes.hpp"
#include "foundation/whole_number.hpp"
#include "platform/json_writer.hpp"

// The twins of the directory's pages.
namespace maillage::directory {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using platform::JsonWriter;

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const std::string& text : texts) json.value(text);
    json.end_array();
}

}  // namespace

http::Response list_json(Call& call) {
    const http::Fields& query = call.request.query;
    ListQuestion question{.words = std::string(query.get("q").substr(0, 200)),
                          .kind = std::string(query.get("kind")),
                          .network = std::string(query.get("network")),
                          .archived = query.get("archived") == "1"};
    question.page = std::clamp<std::int64_t>(
        foundation::whole_number<std::int64_t>(query.get("page")).value_or(1), 1, 10'000);
    const OrganisationList list = call.services.database.transaction(
        call.actor.context(), [&](db::Tx& tx) { return list_organisations(tx, call.actor, question); });
    JsonWriter json;
    json.begin_object()
        .member("total", list.total)
        .member("page", question.page)
        .key("organisations")
        .begin_array();
    for (const OrganisationRow& row : list.rows) {
        json.begin_object()
            .member("key", row.organisation.key)
            .member("name", row.organisation.name)
            .member("short_name", row.organisation.short_name)
            .member("kind", row.organisation.kind)
            .member("phone", row.phone)
            .member("website", row.website);
        write_texts(json, "networks", row.networks);
        json.end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

http::Response organisation_json(Call& call) {
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const auto found = find_organisation(tx, call.actor, call.request.param("organisation"));
        if (!found) return http::Response::refused(404);
        const OrganisationFields& fields = found->fields;
        JsonWriter json;
        json.begin_object()
            .member("key", found->key)
            .member("name", fields.name)
            .member("short_name", fields.short_name)
            .member("kind", fields.kind)
            .member("address", fields.address)
            .member("phone", fields.phone)
            .member("website", fields.website)
            .member("note", fields.note)
            .member("archived", found->archived);
        write_texts(json, "networks", fields.networks);
        json.key("contacts").begin_array();
        for (const Contact& contact : contacts(tx, call.actor, found->id))
            json.begin_object()
                .member("function", contact.fields.function)
                .member("name", contact.fields.name)
                .member("email", contact.fields.email)
                .member("phone", contact.fields.phone)
                .member("basis", contact.fields.basis)
                .member("informed_on",
                        contact.fields.informed_on ? contact.fields.informed_on->iso() : std::string())
                .member("fictional", contact.fictional)
                .end_object();
        json.end_array().end_object();
        return http::Response::json(json.take());
    });
}

}  // namespace maillage::directory
