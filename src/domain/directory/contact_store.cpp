#include "domain/directory/contact_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/directory/sql.hpp"

namespace maillage::directory {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

ContactId read_id(db::Row& row) { return ContactId(row.int8()); }

Contact read_contact(db::Row& row) {
    Contact contact{.id = ContactId(row.int8())};
    contact.fields = {.function = row.text(), .name = row.text(), .email = row.text(), .phone = row.text()};
    contact.fields.basis = row.text();
    contact.fields.informed_on = row.date_or_null();
    contact.fictional = row.boolean();
    return contact;
}

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, ContactId contact) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "contact",
                       .object = std::to_string(contact.value)});
}

}  // namespace

std::vector<Contact> contacts(db::Tx& tx, const Actor& actor, OrganisationId organisation) {
    if (!may(actor, Act::read_directory)) return {};
    return tx.all(sql::contacts_of_organisation, read_contact, actor.council, organisation);
}

std::vector<ContactChoice> contact_choices(db::Tx& tx, const Actor& actor, OrganisationId organisation) {
    std::vector<ContactChoice> choices;
    for (Contact& contact : contacts(tx, actor, organisation))
        choices.push_back({.id = contact.id, .function = std::move(contact.fields.function)});
    return choices;
}

std::optional<Contact> find_contact(db::Tx& tx, const Actor& actor, std::string_view key, ContactId contact) {
    if (!may(actor, Act::read_directory)) return std::nullopt;
    return tx.one(sql::contact_by_id, read_contact, actor.council, key, contact);
}

std::expected<ContactId, Refusal> create_contact(db::Tx& tx, const Actor& actor, std::string_view key,
                                                 const ContactFields& fields) {
    if (!may(actor, Act::edit_directory)) return std::unexpected(Refusal::not_found);
    const auto id = tx.one(sql::create_contact, read_id, actor.council, key, fields.function, fields.name,
                           fields.email, fields.phone, false, fields.basis, fields.informed_on);
    if (!id) return std::unexpected(Refusal::not_found);
    note_act(tx, actor, "directory.contact.create", *id);
    return *id;
}

std::expected<void, Refusal> update_contact(db::Tx& tx, const Actor& actor, std::string_view key,
                                            ContactId contact, const ContactFields& fields) {
    if (!may(actor, Act::edit_directory) ||
        !tx.one(sql::update_contact, read_id, actor.council, key, contact, fields.function, fields.name,
                fields.email, fields.phone, fields.basis, fields.informed_on))
        return std::unexpected(Refusal::not_found);
    note_act(tx, actor, "directory.contact.update", contact);
    return {};
}

std::expected<void, Refusal> remove_contact(db::Tx& tx, const Actor& actor, std::string_view key,
                                            ContactId contact, Presence presence) {
    const bool away = presence == Presence::put_away;
    if (!may(actor, Act::edit_directory) ||
        !tx.one(sql::set_contact_removed, read_id, actor.council, key, contact, away))
        return std::unexpected(Refusal::not_found);
    note_act(tx, actor, away ? "directory.contact.remove" : "directory.contact.restore", contact);
    return {};
}

}  // namespace maillage::directory
