#include <set>

#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/governance/member_rules.hpp"
#include "domain/governance/sql.hpp"

// Reads data/councils/*/bodies.toml.
namespace maillage::governance {
namespace {

namespace db = platform::db;
using platform::toml::Problem;
using platform::toml::Table;

struct FileMember {
    std::string function, organisation, account;
    std::optional<College> college;
    bool fictional = false;
    Standing standing = Standing::member;
    Seat seat = Seat::holder;
    foundation::Date from;
    int line = 0;
};
struct FileBody {
    Body body;
    std::vector<FileMember> members;
    int line = 0;
};

template <class Value>
Value one_of(const Table& table, std::string_view key, std::optional<Value> value, Value otherwise) {
    if (!value) table.note(Problem::Kind::unknown_value, key);
    return value.value_or(otherwise);
}

FileMember read_member(const Table& table) {
    FileMember member{.function = table.text("function"), .organisation = table.text_or("organisation", "")};
    member.standing =
        one_of(table, "standing", standing_named(table.text_or("standing", "member")), Standing::member);
    member.seat = one_of(table, "seat", seat_named(table.text_or("seat", "holder")), Seat::holder);
    member.account = table.text_or("account", "");
    const std::string college = table.text_or("college", "");
    if (!college.empty()) {
        member.college = college_named(college);
        if (!member.college) table.note(Problem::Kind::unknown_value, "college");
    }
    member.fictional = table.boolean_or("fictional", false);
    if (const auto from = table.date_or_null("from"))
        member.from = *from;
    else
        table.note(Problem::Kind::missing, "from");
    member.line = table.line();
    return member;
}

FileBody read_body(const Table& table) {
    FileBody file{.line = table.line()};
    Body& body = file.body;
    body.code = table.text("code");
    body.kind = one_of(table, "kind", body_kind_named(table.text("kind")), BodyKind::plenary);
    body.name = table.text("name");
    body.name_en = table.text("name_en");
    body.purpose = table.text_or("purpose", "");
    body.purpose_en = table.text_or("purpose_en", "");
    body.chaired_by = table.text_or("chaired_by", "");
    body.legal_gap_months = table.integer_or_null("legal_gap_months");
    body.legal_article = table.text_or("legal_article", "");
    body.rhythm = one_of(table, "rhythm", rhythm_named(table.text("rhythm")), Rhythm::as_needed);
    body.month = table.integer_or_null("month");
    if (body.month && (*body.month < 1 || *body.month > 12)) table.note(Problem::Kind::out_of_range, "month");
    if (body.legal_gap_months && *body.legal_gap_months < 1)
        table.note(Problem::Kind::out_of_range, "legal_gap_months");
    body.source = table.text("source");
    body.strategy_group = table.text_or_null("strategy_group");
    for (const Table& member : table.tables("member")) file.members.push_back(read_member(member));
    return file;
}

std::expected<std::vector<FileBody>, std::vector<Problem>> read_bodies(std::string_view toml) {
    auto parsed = platform::toml::DataFile::parse(toml);
    if (!parsed) return std::unexpected(std::vector{parsed.error()});
    std::vector<FileBody> bodies;
    std::set<std::string> codes;
    for (const Table& table : (*parsed)->root().tables("body")) {
        bodies.push_back(read_body(table));
        if (!codes.insert(bodies.back().body.code).second) table.note(Problem::Kind::repeated, "code");
    }
    auto problems = (*parsed)->problems();
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return bodies;
}

// The function is held by the account of the file when the council has it, by the directory's contact of that
// function otherwise; in a body that others lead, by nobody.
void add_file_member(db::Tx& tx, territory::CouncilId council, const Accounts& accounts, const FileBody& file,
                     const FileMember& member, const std::optional<directory::OrganisationId>& organisation) {
    std::optional<identity::AccountId> account;
    std::optional<directory::ContactId> contact;
    if (check_mandate(file.body.kind, {.person = NamedPerson::present, .from = member.from})) {
        if (!member.account.empty() && accounts) account = accounts(member.account);
        if (!account && organisation)
            contact = directory::contact_with_function(tx, council, *organisation, member.function);
    }
    std::optional<std::string> college;
    if (member.college) college = std::string(name_of(*member.college));
    tx.run(sql::add_member, council, file.body.code, organisation, contact, account, member.function,
           name_of(member.standing), name_of(member.seat), member.from, std::optional<foundation::Date>(),
           college, member.fictional, std::optional<std::int64_t>());
}

// Members whose organisation is not in the directory are told, not invented.
int save_members(db::Tx& tx, territory::CouncilId council, const Accounts& accounts, BodyId id,
                 const FileBody& file, territory::Inventions inventions, std::vector<Problem>& problems) {
    int added = 0;
    for (const FileMember& member : file.members) {
        if (member.fictional && inventions == territory::Inventions::left_out) continue;
        std::optional<directory::OrganisationId> organisation;
        if (!member.organisation.empty()) {
            organisation = directory::organisation_with_key(tx, council, member.organisation);
            if (!organisation) {
                problems.push_back({Problem::Kind::unknown_value, member.line, "body.member.organisation"});
                continue;
            }
        }
        const auto there = tx.single(
            sql::member_is_there, [](db::Row& row) { return row.int8(); }, council, id, member.function,
            organisation, name_of(member.seat), std::optional<std::int64_t>());
        if (there > 0) continue;
        add_file_member(tx, council, accounts, file, member, organisation);
        ++added;
    }
    return added;
}

bool knows_group(db::Tx& tx, territory::CouncilId council, const Body& body) {
    return !body.strategy_group ||
           tx.single(
               sql::group_exists, [](db::Row& row) { return row.int8(); }, council, *body.strategy_group) > 0;
}

}  // namespace

bool any_body(db::Tx& tx, territory::CouncilId council) {
    return tx.single(sql::any_body, [](db::Row& row) { return row.boolean(); }, council);
}

std::expected<LoadReport, std::vector<Problem>> load_bodies(db::Tx& tx, territory::CouncilId council,
                                                            std::string_view toml, const Accounts& accounts,
                                                            territory::Inventions inventions) {
    auto files = read_bodies(toml);
    if (!files) return std::unexpected(std::move(files).error());
    LoadReport report;
    std::vector<Problem> problems;
    for (const FileBody& file : *files) {
        const Body& body = file.body;
        if (!knows_group(tx, council, body)) {
            problems.push_back({Problem::Kind::unknown_value, file.line, "body.strategy_group"});
            continue;
        }
        const BodyId id = tx.single(
            sql::save_body, [](db::Row& row) { return BodyId(row.int8()); }, council, body.code,
            name_of(body.kind), body.name, body.name_en, body.purpose, body.purpose_en, body.chaired_by,
            body.legal_gap_months, body.legal_article, name_of(body.rhythm), body.month, body.source,
            body.strategy_group, ++report.bodies);
        report.members += save_members(tx, council, accounts, id, file, inventions, problems);
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return report;
}

}  // namespace maillage::governance
