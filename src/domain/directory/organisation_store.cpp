#include "domain/directory/organisation_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/directory/organisation_rules.hpp"
#include "domain/directory/sql.hpp"
#include "foundation/text.hpp"

namespace maillage::directory {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

OrganisationId read_id(db::Row& row) { return OrganisationId(row.int8()); }

OrganisationChoice read_choice(db::Row& row) {
    return {.id = OrganisationId(row.int8()),
            .key = row.text(),
            .name = row.text(),
            .short_name = row.text(),
            .kind = row.text()};
}

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, std::string_view key) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "organisation",
                       .object = std::string(key)});
}

void set_networks(db::Tx& tx, const Actor& actor, OrganisationId id, const OrganisationFields& fields) {
    tx.run(sql::leave_networks, actor.council, id);
    tx.run(sql::join_networks, actor.council, id, fields.networks);
}

std::string free_key(db::Tx& tx, const Actor& actor, std::string_view name) {
    const std::string wanted = key_of(name);
    const auto taken = [&](const std::string& key) {
        return tx.single(
                   sql::organisation_key_taken, [](db::Row& row) { return row.int8(); }, actor.council, key) >
               0;
    };
    std::string key = wanted;
    // "new" is the address of the form.
    for (int number = 2; key == "new" || taken(key); ++number) key = wanted + "-" + std::to_string(number);
    return key;
}

}  // namespace

std::vector<OrganisationChoice> organisation_choices(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_directory)) return {};
    return tx.all(sql::organisation_choices, read_choice, actor.council);
}

std::int64_t count_organisations(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_directory)) return 0;
    return tx.single(sql::count_organisations, [](db::Row& row) { return row.int8(); }, actor.council);
}

std::vector<Network> networks(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_directory)) return {};
    return tx.all(
        sql::networks_of_council,
        [](db::Row& row) { return Network{.code = row.text(), .name = row.text(), .purpose = row.text()}; },
        actor.council);
}

OrganisationList list_organisations(db::Tx& tx, const Actor& actor, const ListQuestion& question) {
    OrganisationList list;
    if (!may(actor, Act::read_directory)) return list;
    list.rows = tx.all(
        sql::organisation_list,
        [&](db::Row& row) {
            OrganisationRow found{.organisation = read_choice(row)};
            found.phone = row.text();
            found.website = row.text();
            found.archived = row.boolean();
            found.networks = row.texts();
            list.total = row.int8();
            return found;
        },
        actor.council, foundation::folded(foundation::trimmed(question.words)), question.kind,
        question.network, question.archived, rows_a_page, (question.page - 1) * rows_a_page);
    return list;
}

std::optional<Organisation> find_organisation(db::Tx& tx, const Actor& actor, std::string_view key) {
    if (!may(actor, Act::read_directory)) return std::nullopt;
    return tx.one(
        sql::organisation_by_key,
        [](db::Row& row) {
            Organisation found{.id = OrganisationId(row.int8()), .key = row.text()};
            found.fields = {.name = row.text(),
                            .short_name = row.text(),
                            .kind = row.text(),
                            .address = row.text(),
                            .phone = row.text(),
                            .website = row.text(),
                            .note = row.text()};
            found.version = row.int8();
            found.archived = row.boolean();
            found.fields.networks = row.texts();
            return found;
        },
        actor.council, key);
}

std::expected<std::string, Refusal> create_organisation(db::Tx& tx, const Actor& actor,
                                                        const OrganisationFields& fields) {
    if (!may(actor, Act::edit_directory)) return std::unexpected(Refusal::not_found);
    const std::string key = free_key(tx, actor, fields.name);
    const OrganisationId id = tx.single(sql::create_organisation, read_id, actor.council, key, fields.name,
                                        fields.short_name, fields.kind, fields.address, fields.phone,
                                        fields.website, fields.note, search_text(fields));
    set_networks(tx, actor, id, fields);
    note_act(tx, actor, "directory.organisation.create", key);
    return key;
}

std::expected<void, Refusal> update_organisation(db::Tx& tx, const Actor& actor, std::string_view key,
                                                 std::int64_t version, const OrganisationFields& fields) {
    if (!may(actor, Act::edit_directory) || !find_organisation(tx, actor, key))
        return std::unexpected(Refusal::not_found);
    const auto id =
        tx.one(sql::update_organisation, read_id, actor.council, key, version, fields.name, fields.short_name,
               fields.kind, fields.address, fields.phone, fields.website, fields.note, search_text(fields));
    if (!id) return std::unexpected(Refusal::changed_meanwhile);
    set_networks(tx, actor, *id, fields);
    note_act(tx, actor, "directory.organisation.update", key);
    return {};
}

std::expected<void, Refusal> archive_organisation(db::Tx& tx, const Actor& actor, std::string_view key,
                                                  Presence presence) {
    const bool away = presence == Presence::put_away;
    if (!may(actor, Act::edit_directory) || !tx.one(sql::set_archived, read_id, actor.council, key, away))
        return std::unexpected(Refusal::not_found);
    note_act(tx, actor, away ? "directory.organisation.archive" : "directory.organisation.restore", key);
    return {};
}

}  // namespace maillage::directory
