#include "domain/audit/api.hpp"
#include "domain/documents/api.hpp"
#include "domain/documents/file_check.hpp"
#include "domain/documents/file_judge.hpp"
#include "domain/documents/sql.hpp"
#include "foundation/text.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::documents {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

FileKind read_kind(db::Row& row) {
    const auto kind = kind_with_extension(row.text());
    foundation::check(kind.has_value(), "a stored file has a known kind");
    return *kind;
}

// RFC 9562, § 5.4: version 4, the variant's two bits, the rest random.
FileId random_id(const platform::crypto::Randomness& random) {
    std::string bytes = random(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        const auto byte = static_cast<unsigned char>(bytes[i]);
        text += digits[byte >> 4U];
        text += digits[byte & 0x0fU];
    }
    return {text};
}

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, const FileId& id) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "file",
                       .object = id.text});
}

}  // namespace

std::optional<FileId> file_id(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return std::nullopt;
    }
    return FileId{std::string(text)};
}

std::expected<FileId, FileRefusal> store(db::Tx& tx, const Actor& actor, const NewFile& file,
                                         const platform::crypto::Randomness& random,
                                         foundation::Instant now) {
    if (!may(actor, Act::attach_evidence)) return std::unexpected(FileRefusal::not_allowed);
    const std::string_view title = foundation::trimmed(file.title);
    if (title.empty()) return std::unexpected(FileRefusal::no_title);
    if (foundation::length_in_characters(title) > longest_title)
        return std::unexpected(FileRefusal::title_too_long);
    const auto kind = judge_file(file.name, file.bytes);
    if (!kind) return std::unexpected(kind.error());
    FileId id = random_id(random);
    const std::string fingerprint = platform::crypto::sha256(file.bytes);
    const platform::jobs::JobId job = order_check(tx, actor.council, actor.account, id, now);
    tx.run(sql::store_file, actor.council, id.text, title, extension_of(*kind), file.bytes.size(),
           db::Bytes{fingerprint}, db::Bytes{file.bytes}, actor.account, job);
    note_act(tx, actor, "documents.file.store", id);
    return id;
}

platform::i18n::Key key_of(FileRefusal refusal) {
    switch (refusal) {
    case FileRefusal::not_allowed: return "documents.refusal.not_allowed";
    case FileRefusal::no_title: return "documents.refusal.no_title";
    case FileRefusal::title_too_long: return "documents.refusal.title_too_long";
    case FileRefusal::empty: return "documents.refusal.empty";
    case FileRefusal::too_large: return "documents.refusal.too_large";
    case FileRefusal::unknown_kind: return "documents.refusal.unknown_kind";
    case FileRefusal::content_disagrees: return "documents.refusal.content_disagrees";
    case FileRefusal::damaged: return "documents.refusal.damaged";
    case FileRefusal::encrypted: return "documents.refusal.encrypted";
    case FileRefusal::macros: return "documents.refusal.macros";
    case FileRefusal::too_many_points: return "documents.refusal.too_many_points";
    case FileRefusal::reaches_outside: return "documents.refusal.reaches_outside";
    case FileRefusal::infected: return "documents.refusal.infected";
    case FileRefusal::scanner_away: return "documents.refusal.scanner_away";
    case FileRefusal::not_checked: return "documents.refusal.not_checked";
    }
    __builtin_unreachable();
}

std::string sentence(const platform::i18n::Words& words, FileRefusal refusal) {
    return words(key_of(refusal));
}

std::vector<FileSummary> list(db::Tx& tx, const Actor& actor, const std::vector<FileId>& ids) {
    if (!may(actor, Act::read_documents)) return {};
    std::vector<std::string> texts;
    for (const FileId& id : ids) texts.push_back(id.text);
    return tx.all(
        sql::files_by_ids,
        [](db::Row& row) {
            FileSummary summary{.id = {row.text()}, .title = row.text(), .kind = read_kind(row)};
            summary.size_bytes = row.int8();
            summary.uploaded_by = identity::AccountId(row.int8());
            summary.uploaded_at = row.instant();
            return summary;
        },
        actor.council, texts);
}

std::optional<FileContent> read(db::Tx& tx, const Actor& actor, const FileId& id) {
    if (!may(actor, Act::read_documents)) return std::nullopt;
    auto content = tx.one(
        sql::file_content,
        [](db::Row& row) { return FileContent{.kind = read_kind(row), .bytes = row.bytea()}; }, actor.council,
        id.text);
    if (content) note_act(tx, actor, "documents.file.read", id);
    return content;
}

bool set_presence(db::Tx& tx, const Actor& actor, const FileId& id, Presence presence) {
    if (!may(actor, Act::attach_evidence)) return false;
    const bool removed = presence == Presence::removed;
    if (tx.run(sql::set_file_removed, actor.council, id.text, removed).rows() == 0) return false;
    note_act(tx, actor, removed ? "documents.file.remove" : "documents.file.restore", id);
    return true;
}

}  // namespace maillage::documents
