#include "domain/documents/file_check.hpp"

#include "domain/audit/api.hpp"
#include "domain/documents/file_judge.hpp"
#include "domain/documents/sql.hpp"
#include "foundation/check.hpp"
#include "platform/cleaning/cleaning.hpp"
#include "platform/cleaning/virus_scan.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"

namespace maillage::documents {
namespace {

namespace db = platform::db;
namespace jobs = platform::jobs;
using platform::cleaning::CleaningRefusal;
using platform::cleaning::ScanVerdict;

constexpr db::Context application{.reach = db::Context::Reach::system};
constexpr int most_attempts = 5;

struct Unchecked {
    FileKind kind;
    std::string bytes;
};

std::optional<Unchecked> unchecked_file(db::Tx& tx, territory::CouncilId council, const FileId& id) {
    return tx.one(
        sql::unchecked_file,
        [](db::Row& row) {
            const auto kind = kind_with_extension(row.text());
            foundation::check(kind.has_value(), "a stored file has a known kind");
            return Unchecked{.kind = *kind, .bytes = row.bytea()};
        },
        council, id.text);
}

using Checked = std::expected<std::string, FileRefusal>;

// False when it is settled already.
bool settle(db::Tx& tx, territory::CouncilId council, const FileId& id, const Checked& checked) {
    const std::string_view bytes = checked ? std::string_view(*checked) : std::string_view();
    const std::string fingerprint = platform::crypto::sha256(bytes);
    const std::string reason(checked ? std::string_view() : key_of(checked.error()).text);
    const bool settled = tx.single(
        sql::settle_file, [](db::Row& row) { return row.boolean(); }, council, id.text, reason,
        db::Bytes{bytes}, db::Bytes{fingerprint});
    if (!settled) return false;
    platform::JsonWriter detail;
    detail.begin_object().member("outcome", checked ? std::string_view("ready") : reason).end_object();
    audit::record(tx, {.council = council.value,
                       .account = 0,
                       .act = "documents.file.check",
                       .object_kind = "file",
                       .object = id.text,
                       .detail = detail.take()});
    return true;
}

FileRefusal as_file_refusal(CleaningRefusal refusal) {
    switch (refusal) {
    case CleaningRefusal::damaged:
    case CleaningRefusal::timeout: return FileRefusal::damaged;
    case CleaningRefusal::too_many_points: return FileRefusal::too_many_points;
    case CleaningRefusal::encrypted: return FileRefusal::encrypted;
    case CleaningRefusal::macros: return FileRefusal::macros;
    case CleaningRefusal::outside: return FileRefusal::reaches_outside;
    case CleaningRefusal::too_large: return FileRefusal::damaged;
    case CleaningRefusal::unavailable:
    case CleaningRefusal::cancelled: return FileRefusal::not_checked;
    }
    __builtin_unreachable();
}

Checked looked_at(jobs::JobRun& run, const Unchecked& file, const std::string& scanner) {
    if (!scanner.empty()) {
        run.progress(10, "documents.check.scanning");
        const ScanVerdict verdict = platform::cleaning::scan(scanner, file.bytes);
        if (verdict == ScanVerdict::infected) return std::unexpected(FileRefusal::infected);
        if (verdict == ScanVerdict::no_answer) return std::unexpected(FileRefusal::scanner_away);
    }
    run.progress(50, "documents.check.cleaning");
    auto cleaned =
        platform::cleaning::clean(type_of(file.kind), file.bytes, [&] { return run.should_stop(); });
    if (!cleaned) return std::unexpected(as_file_refusal(cleaned.error()));
    if (cleaned->empty() || cleaned->size() > largest_file_bytes)
        return std::unexpected(FileRefusal::damaged);
    return *std::move(cleaned);
}

bool may_pass(FileRefusal refusal) {
    return refusal == FileRefusal::scanner_away || refusal == FileRefusal::not_checked;
}

}  // namespace

jobs::JobId order_check(db::Tx& tx, territory::CouncilId council, identity::AccountId account,
                        const FileId& id, foundation::Instant now) {
    platform::JsonWriter payload;
    payload.begin_object().member("file", id.text).end_object();
    return jobs::enqueue(tx,
                         {.kind = check_kind,
                          .payload = payload.take(),
                          .council = council.value,
                          .account = account.value,
                          .most_attempts = most_attempts},
                         now);
}

std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> check_file(jobs::JobRun& run,
                                                                           identity::Services& services,
                                                                           const std::string& scanner) {
    using Again = jobs::JobRefusal::Again;
    const territory::CouncilId council(run.council());
    const auto payload = platform::JsonDocument::parse(run.payload());
    const auto id = file_id(payload ? payload->text("file") : std::string_view());
    if (!id) return std::unexpected(jobs::JobRefusal{key_of(FileRefusal::not_checked), Again::never});
    const auto file = services.database.transaction(
        application, [&](db::Tx& tx) { return unchecked_file(tx, council, *id); });
    if (!file) return std::nullopt;
    const Checked checked = looked_at(run, *file, scanner);
    if (run.should_stop())
        return std::unexpected(jobs::JobRefusal{key_of(FileRefusal::not_checked), Again::later});
    if (!checked && may_pass(checked.error()) && run.attempt() < most_attempts)
        return std::unexpected(jobs::JobRefusal{key_of(checked.error()), Again::later});
    services.database.transaction(application, [&](db::Tx& tx) { settle(tx, council, *id, checked); });
    if (!checked) return std::unexpected(jobs::JobRefusal{key_of(checked.error()), Again::never});
    return std::nullopt;
}

void wake_checks(db::Tx& tx, foundation::Instant now) {
    struct Waiting {
        territory::CouncilId council;
        FileId id;
        identity::AccountId account;
    };
    const auto waiting = tx.all(sql::files_without_check, [](db::Row& row) {
        return Waiting{territory::CouncilId(row.int8()), {row.text()}, identity::AccountId(row.int8())};
    });
    for (const Waiting& file : waiting)
        tx.run(sql::set_check_job, file.council, file.id.text,
               order_check(tx, file.council, file.account, file.id, now).value);
    const auto given_up = tx.all(sql::files_given_up, [](db::Row& row) {
        return std::pair(territory::CouncilId(row.int8()), FileId{row.text()});
    });
    for (const auto& [council, id] : given_up)
        settle(tx, council, id, std::unexpected(FileRefusal::not_checked));
}

}  // namespace maillage::documents
