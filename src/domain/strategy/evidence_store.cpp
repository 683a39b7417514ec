#include "domain/strategy/evidence_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/strategy/action_store.hpp"
#include "domain/strategy/api.hpp"
#include "domain/strategy/sql.hpp"
#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

void note(Scope& scope, std::string_view act, EvidenceId piece) {
    audit::record(scope.tx, {.council = scope.council.value,
                             .account = scope.account.value,
                             .act = act,
                             .object_kind = "evidence",
                             .object = std::to_string(piece.value)});
}

Evidence read_piece(db::Row& row) {
    Evidence piece;
    piece.id = EvidenceId(row.int8());
    piece.document = row.text();
    if (const auto step = row.int8_or_null()) piece.step = StepId(*step);
    piece.title = row.text();
    piece.at = row.instant();
    piece.author = row.text();
    piece.account = row.int8();
    piece.kind = row.text();
    piece.size_bytes = row.int8();
    const std::string state = row.text();
    piece.state = state == "ready"     ? Evidence::State::ready
                  : state == "refused" ? Evidence::State::refused
                                       : Evidence::State::checking;
    piece.refusal = row.text();
    piece.check_job = row.int8();
    piece.removed_at = row.instant_or_null();
    piece.removed_by = row.text();
    return piece;
}

}  // namespace

std::string_view name_of(Evidence::State state) {
    switch (state) {
    case Evidence::State::checking: return "checking";
    case Evidence::State::ready: return "ready";
    case Evidence::State::refused: return "refused";
    }
    __builtin_unreachable();
}

bool may_remove(const identity::Actor& actor, const Evidence& piece) {
    return identity::may(
               actor, identity::Act::attach_evidence,
               {.kind = identity::Object::Kind::evidence, .owner = identity::AccountId(piece.account)})
        .has_value();
}

std::vector<Evidence> read_evidence(Scope& scope, ActionId action) {
    if (!scope.may_read) return {};
    return scope.tx.all(sql::evidence_of_action, read_piece, scope.council, action);
}

std::expected<EvidenceId, documents::FileRefusal> attach_evidence(
    Scope& scope, const identity::Actor& actor, ActionId action, const NewEvidence& piece,
    const platform::crypto::Randomness& random) {
    const documents::FileId file = TRY(
        documents::store(scope.tx, actor, {.title = piece.title, .name = piece.name, .bytes = piece.bytes},
                         random, scope.now));
    const std::string title(foundation::trimmed(piece.title));
    const EvidenceId id = scope.tx.single(
        sql::insert_evidence, [](db::Row& row) { return EvidenceId(row.int8()); }, scope.council, action,
        file.text, piece.step, title, foundation::folded(title), scope.now, scope.account, scope.author);
    // EVA-2: a proof is news of the action.
    scope.tx.run(sql::touch_news, scope.council, action, scope.now);
    note(scope, "strategy.evidence.attach", id);
    return id;
}

bool set_evidence_presence(Scope& scope, const identity::Actor& actor, ActionId action, EvidenceId piece,
                           documents::Presence presence) {
    const std::vector<Evidence> all = read_evidence(scope, action);
    const auto found = std::ranges::find(all, piece, &Evidence::id);
    if (found == all.end() || !may_remove(actor, *found)) return false;
    const bool away = presence == documents::Presence::removed;
    const std::optional<foundation::Instant> at = away ? std::optional(scope.now) : std::nullopt;
    const auto file = scope.tx.one(
        sql::set_evidence_removed, [](db::Row& row) { return documents::FileId{row.text()}; }, scope.council,
        action, piece, at, away ? scope.author : std::string());
    if (!file) return false;
    documents::set_presence(scope.tx, actor, *file, presence);
    note(scope, away ? "strategy.evidence.remove" : "strategy.evidence.restore", piece);
    return true;
}

std::vector<EvidenceFound> search_evidence(platform::db::Tx& tx, const identity::Call& call,
                                           std::string_view text, std::size_t most) {
    Scope scope = scope_of(tx, call);
    if (!scope.may_read) return {};
    return tx.all(
        sql::evidence_matching,
        [](db::Row& row) { return EvidenceFound{.action = row.text(), .title = row.text()}; }, scope.council,
        like_pattern(text.substr(0, 200)), most);
}

}  // namespace maillage::strategy
