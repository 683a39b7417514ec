#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/documents/file_types.hpp"
#include "domain/identity/api.hpp"
#include "foundation/instant.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/tx.hpp"

// Files attached to an object of another slice, which keeps the ids and says what they prove.
namespace maillage::documents {

// A random UUID in lower case: it is in addresses, and tells nothing.
struct FileId {
    std::string text;
    friend bool operator==(const FileId&, const FileId&) = default;
};
// Nothing for a text that is not of that form: to be answered as "not found".
std::optional<FileId> file_id(std::string_view text);

struct NewFile {
    std::string title;      // shown; the file's own name is not kept
    std::string_view name;  // as the browser sent it: only its extension is looked at
    std::string_view bytes;
};
// Needs Act::attach_evidence. The caller writes its own link in the same transaction. The file is read by
// nobody until the worker has checked it.
std::expected<FileId, FileRefusal> store(platform::db::Tx& tx, const identity::Actor& actor,
                                         const NewFile& file, const platform::crypto::Randomness& random,
                                         foundation::Instant now);
// "documents.refusal.too_large"…: in documents_api.file.refusal, and in the user's language.
platform::i18n::Key key_of(FileRefusal refusal);
std::string sentence(const platform::i18n::Words& words, FileRefusal refusal);

struct FileSummary {
    FileId id;
    std::string title;
    FileKind kind = FileKind::txt;
    std::int64_t size_bytes = 0;
    identity::AccountId uploaded_by{0};
    foundation::Instant uploaded_at;
};
// Those of `ids` that exist, are not removed, and that the actor may read (Act::read_documents), oldest
// first.
std::vector<FileSummary> list(platform::db::Tx& tx, const identity::Actor& actor,
                              const std::vector<FileId>& ids);

struct FileContent {
    FileKind kind = FileKind::txt;
    std::string bytes;
};
// Nothing of a file that is being checked or was refused.
std::optional<FileContent> read(platform::db::Tx& tx, const identity::Actor& actor, const FileId& id);

enum class Presence { current, removed };
// Takes a file out of sight, or brings it back (undo). False: no such file, already so, or not allowed.
bool set_presence(platform::db::Tx& tx, const identity::Actor& actor, const FileId& id, Presence presence);

}  // namespace maillage::documents
