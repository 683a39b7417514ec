#include "domain/indicators/comment_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/indicators/sql.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

void note_comment(db::Tx& tx, const Actor& actor, std::string_view act, IndicatorId indicator) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "indicator",
                       .object = std::to_string(indicator.value)});
}

std::int64_t read_id(db::Row& row) { return row.int8(); }

Comment read_comment(db::Row& row) {
    Comment read{.id = CommentId(row.int8()), .account = identity::AccountId(row.int8())};
    read.author = row.text();
    read.written_at = row.instant();
    read.removed_at = row.instant_or_null();
    read.removed_because = row.text();
    read.text = row.text();
    read.number = static_cast<int>(row.int8());
    read.changed_at = row.instant_or_null();
    return read;
}

}  // namespace

bool may_comment(const Actor& actor, const Indicator& indicator) {
    return may(actor, Act::edit_indicators).has_value() || may_fill(actor, indicator);
}

std::vector<Comment> comments_of(db::Tx& tx, const Actor& actor, IndicatorId indicator) {
    if (!may(actor, Act::read_indicators)) return {};
    std::vector<Comment> found = tx.all(sql::comments_of, read_comment, actor.council, indicator);
    if (std::ranges::none_of(found, [](const Comment& one) { return one.number > 1; })) return found;
    struct Earlier {
        CommentId comment;
        std::string text;
        foundation::Instant at;
    };
    const auto read = [](db::Row& row) {
        Earlier earlier{.comment = CommentId(row.int8()), .text = row.text(), .at = {}};
        earlier.at = row.instant();
        return earlier;
    };
    for (Earlier& one : tx.all(sql::earlier_texts_of, read, actor.council, indicator))
        for (Comment& comment : found)
            if (comment.id == one.comment) comment.earlier.emplace_back(one.at, std::move(one.text));
    return found;
}

bool add_comment(db::Tx& tx, const Actor& actor, const Indicator& indicator, std::string_view text,
                 foundation::Instant now) {
    if (!may_comment(actor, indicator)) return false;
    const std::int64_t comment = tx.single(sql::add_comment, read_id, actor.council, indicator.id,
                                           actor.account, actor.display_name, now);
    tx.single(sql::add_comment_text, read_id, actor.council, comment, 1, text, now);
    note_comment(tx, actor, "indicators.comment.add", indicator.id);
    return true;
}

bool change_comment(db::Tx& tx, const Actor& actor, const Indicator& indicator, const CommentChange& change,
                    foundation::Instant now) {
    if (!may_comment(actor, indicator)) return false;
    const auto number =
        tx.one(sql::own_comment, read_id, actor.council, indicator.id, change.comment, actor.account);
    if (number != change.seen || !tx.one(sql::add_comment_text, read_id, actor.council, change.comment,
                                         change.seen + 1, change.text, now))
        return false;
    note_comment(tx, actor, "indicators.comment.change", indicator.id);
    return true;
}

bool remove_comment(db::Tx& tx, const Actor& actor, const Indicator& indicator, CommentId comment,
                    std::string_view why, foundation::Instant now) {
    if (!may(actor, Act::edit_indicators)) return false;
    if (!tx.one(sql::remove_comment, read_id, actor.council, indicator.id, comment, now, actor.account, why))
        return false;
    note_comment(tx, actor, "indicators.comment.remove", indicator.id);
    return true;
}

}  // namespace maillage::indicators
