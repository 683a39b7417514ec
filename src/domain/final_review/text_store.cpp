#include "domain/final_review/text_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/final_review/api.hpp"
#include "domain/final_review/sql.hpp"

namespace maillage::final_review {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

Text read_text(db::Row& row) {
    return {.part = row.text(),
            .id = TextId(row.int8()),
            .version = row.int8_or_null(),
            .seen = row.int8(),
            .body = row.text(),
            .author = row.text(),
            .written_at = row.instant(),
            .written_by = identity::AccountId(row.int8())};
}

TextId read_id(db::Row& row) { return TextId(row.int8()); }

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, std::string_view part) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "final_review",
                       .object = std::string(part)});
}

const Text* found(const std::vector<Text>& texts, auto&& is_it) {
    const auto at = std::ranges::find_if(texts, is_it);
    return at == texts.end() ? nullptr : &*at;
}

}  // namespace

std::map<std::string, Text, std::less<>> latest_texts(db::Tx& tx, const Actor& actor) {
    std::map<std::string, Text, std::less<>> latest;
    if (!may(actor, Act::read_indicators)) return latest;
    for (Text& text : tx.all(sql::texts_of_council, read_text, actor.council))
        latest.emplace(text.part, std::move(text));
    return latest;
}

std::vector<Text> texts_of(db::Tx& tx, const Actor& actor, std::string_view part) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.all(sql::texts_of_part, read_text, actor.council, part);
}

const Text* latest_of(const std::vector<Text>& texts) {
    const Text* latest = nullptr;
    for (const Text& text : texts)
        if (text.version && (latest == nullptr || *text.version > *latest->version)) latest = &text;
    return latest;
}

const Text* version_of(const std::vector<Text>& texts, std::int64_t version) {
    return found(texts, [&](const Text& text) { return text.version == version; });
}

const Text* text_of(const std::vector<Text>& texts, TextId id) {
    return found(texts, [&](const Text& text) { return text.id == id; });
}

std::optional<Kept> keep_text(db::Tx& tx, const Actor& actor, const Writing& writing,
                              foundation::Instant now) {
    if (!may(actor, Act::write_final_review)) return std::nullopt;
    const auto written = tx.one(sql::add_version, read_id, actor.council, writing.part, writing.seen,
                                writing.body, actor.account, now);
    const TextId id = written ? *written
                              : tx.single(sql::set_aside, read_id, actor.council, writing.part, writing.seen,
                                          writing.body, actor.account, now);
    delete_draft(tx, actor, writing.part);
    if (written)
        note_act(tx, actor, "final_review.text.write", writing.part);
    else
        note_act(tx, actor, "final_review.text.set_aside", writing.part);
    return Kept{.written = written.has_value(), .id = id};
}

void save_draft(db::Tx& tx, const Actor& actor, const Writing& writing, foundation::Instant now) {
    if (!may(actor, Act::write_final_review)) return;
    tx.run(sql::save_draft, actor.council, actor.account, writing.part, writing.seen, writing.body, now);
}

std::optional<Draft> find_draft(db::Tx& tx, const Actor& actor, std::string_view part) {
    if (!may(actor, Act::write_final_review)) return std::nullopt;
    return tx.one(
        sql::draft_of_part,
        [](db::Row& row) { return Draft{.seen = row.int8(), .body = row.text(), .saved_at = row.instant()}; },
        actor.council, actor.account, part);
}

void delete_draft(db::Tx& tx, const Actor& actor, std::string_view part) {
    if (!may(actor, Act::write_final_review)) return;
    tx.run(sql::delete_draft, actor.council, actor.account, part);
}

void purge(db::Pool& database, foundation::Instant now) {
    database.transaction(db::Context{.reach = db::Context::Reach::system},
                         [&](db::Tx& tx) { tx.run(sql::purge_drafts, now - std::chrono::days(draft_days)); });
}

}  // namespace maillage::final_review
