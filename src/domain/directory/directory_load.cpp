#include <functional>
#include <set>

#include "domain/directory/api.hpp"
#include "domain/directory/organisation_rules.hpp"
#include "domain/directory/sql.hpp"

// Reads data/councils/*/organisations.toml.
namespace maillage::directory {
namespace {

namespace db = platform::db;
using platform::toml::Problem;
using platform::toml::Table;

struct FileContact {
    ContactFields fields;
    bool fictional = false;
};
struct FileOrganisation {
    std::string key;
    OrganisationFields fields;
    std::vector<FileContact> contacts;
    bool supposed = false;  // the council's strategy does not name it
};
struct FileNetwork {
    std::string code, name, purpose;
    bool supposed_members = false;  // that it exists is a fact, who belongs to it is not
};
struct DirectoryFile {
    std::vector<FileNetwork> networks;
    std::vector<FileOrganisation> organisations;
};

FileContact read_contact(const Table& table) {
    FileContact contact;
    contact.fields = {.function = table.text("function"),
                      .name = table.text_or("name", ""),
                      .email = table.text_or("email", ""),
                      .phone = table.text_or("phone", ""),
                      .basis = table.text_or("basis", "public_task"),
                      .informed_on = table.date_or_null("informed_on")};
    contact.fictional = table.boolean_or("fictional", false);
    for (const FieldRefusal& refusal : check_contact(contact.fields))
        table.note(Problem::Kind::unknown_value, refusal.field);
    return contact;
}

FileOrganisation read_organisation(const Table& table, const std::set<std::string>& networks) {
    FileOrganisation organisation{.key = table.text("key")};
    organisation.fields = {.name = table.text("name"),
                           .short_name = table.text_or("short_name", ""),
                           .kind = table.text("kind"),
                           .address = table.text_or("address", ""),
                           .phone = table.text_or("phone", ""),
                           .website = table.text_or("website", ""),
                           .note = table.text_or("note", ""),
                           .networks = table.texts("networks")};
    if (organisation.key != key_of(organisation.key)) table.note(Problem::Kind::unknown_value, "key");
    for (const FieldRefusal& refusal : check_organisation(organisation.fields))
        table.note(Problem::Kind::unknown_value, refusal.field);
    for (const std::string& network : organisation.fields.networks)
        if (!networks.contains(network)) table.note(Problem::Kind::unknown_value, "networks");
    organisation.supposed = table.boolean_or("supposed", false);
    for (const Table& contact : table.tables("contact"))
        organisation.contacts.push_back(read_contact(contact));
    return organisation;
}

std::expected<DirectoryFile, std::vector<Problem>> read_directory(std::string_view toml) {
    auto parsed = platform::toml::DataFile::parse(toml);
    if (!parsed) return std::unexpected(std::vector{parsed.error()});
    const Table root = (*parsed)->root();
    DirectoryFile file;
    std::set<std::string> codes, keys;
    for (const Table& table : root.tables("network")) {
        file.networks.push_back({.code = table.text("code"),
                                 .name = table.text("name"),
                                 .purpose = table.text_or("purpose", ""),
                                 .supposed_members = table.boolean_or("supposed_members", false)});
        if (!codes.insert(file.networks.back().code).second) table.note(Problem::Kind::repeated, "code");
    }
    for (const Table& table : root.tables("organisation")) {
        file.organisations.push_back(read_organisation(table, codes));
        if (!keys.insert(file.organisations.back().key).second) table.note(Problem::Kind::repeated, "key");
    }
    auto problems = (*parsed)->problems();
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return file;
}

void leave_out_supposed(DirectoryFile& file) {
    std::erase_if(file.organisations, std::mem_fn(&FileOrganisation::supposed));
    for (const FileNetwork& network : file.networks)
        if (network.supposed_members)
            for (FileOrganisation& organisation : file.organisations)
                std::erase(organisation.fields.networks, network.code);
}

void save_organisation(db::Tx& tx, territory::CouncilId council, const FileOrganisation& organisation,
                       territory::Inventions inventions, LoadReport& report) {
    const OrganisationFields& fields = organisation.fields;
    const OrganisationId id = tx.single(
        sql::load_organisation, [](db::Row& row) { return OrganisationId(row.int8()); }, council,
        organisation.key, fields.name, fields.short_name, fields.kind, fields.address, fields.phone,
        fields.website, fields.note, search_text(fields));
    ++report.organisations;
    tx.run(sql::leave_networks, council, id);
    tx.run(sql::join_networks, council, id, fields.networks);
    for (const FileContact& contact : organisation.contacts) {
        if (contact.fictional && inventions == territory::Inventions::left_out) continue;
        if (contact_with_function(tx, council, id, contact.fields.function)) continue;
        tx.run(sql::create_contact, council, organisation.key, contact.fields.function, contact.fields.name,
               contact.fields.email, contact.fields.phone, contact.fictional, contact.fields.basis,
               contact.fields.informed_on);
        ++report.contacts;
    }
}

}  // namespace

std::optional<OrganisationId> organisation_with_key(db::Tx& tx, territory::CouncilId council,
                                                    std::string_view key) {
    return tx.one(
        sql::organisation_id, [](db::Row& row) { return OrganisationId(row.int8()); }, council, key);
}

std::optional<ContactId> contact_with_function(db::Tx& tx, territory::CouncilId council,
                                               OrganisationId organisation, std::string_view function) {
    return tx.one(
        sql::contact_of_function, [](db::Row& row) { return ContactId(row.int8()); }, council, organisation,
        function);
}

std::expected<LoadReport, std::vector<Problem>> load_organisations(db::Tx& tx, territory::CouncilId council,
                                                                   std::string_view toml,
                                                                   territory::Inventions inventions) {
    auto file = read_directory(toml);
    if (!file) return std::unexpected(std::move(file).error());
    LoadReport report{.networks = static_cast<int>(file->networks.size())};
    for (const FileNetwork& network : file->networks)
        tx.run(sql::save_network, council, network.code, network.name, network.purpose);
    if (inventions == territory::Inventions::left_out) leave_out_supposed(*file);
    for (const FileOrganisation& organisation : file->organisations)
        save_organisation(tx, council, organisation, inventions, report);
    return report;
}

}  // namespace maillage::directory
