#include "domain/strategy/part_store.hpp"

#include <algorithm>

#include "domain/strategy/around_store.hpp"
#include "domain/strategy/change_store.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;
using Written = std::optional<std::int64_t>;

template <class Thing>
std::string text_in(const std::vector<Thing>& things, std::int64_t id) {
    for (const Thing& thing : things)
        if (thing.id == id) return text_of(thing);
    return {};
}

std::int64_t read_id(db::Row& row) { return row.int8(); }

Written put_link(Scope& scope, ActionId action, Written id, const Link& link) {
    return scope.tx.one(sql::put_link, read_id, scope.council, action, id, link.kind, link.target,
                        link.label);
}

Written put_record(Scope& scope, ActionId action, Written id, bool there, const Record& record) {
    return scope.tx.one(there ? sql::change_record : sql::put_record, read_id, scope.council, action, id,
                        record.kind, record.title, record.title_en, record.unit, record.unit_en,
                        record.target);
}

Written put_line(Scope& scope, ActionId action, Written id, bool there, const RecordLine& line) {
    if (there)
        return scope.tx.one(sql::change_record_line, read_id, scope.council, action, id, line.kind,
                            line.label, line.label_en, line.on_day, line.done_on, line.value, line.position);
    return scope.tx.one(sql::put_record_line, read_id, scope.council, action, id, line.record, line.kind,
                        line.label, line.label_en, line.on_day, line.done_on, line.value, line.position);
}

Written put_money(Scope& scope, ActionId action, Written id, bool there, const BudgetLine& line) {
    return scope.tx.one(there ? sql::change_budget_line : sql::put_budget_line, read_id, scope.council,
                        action, id, line.label, line.label_en, line.year, line.amount, line.fund);
}

Written take_away(Scope& scope, ActionId action, PartKind kind, std::int64_t id) {
    const auto gone = [&](const db::Sql& statement) -> Written {
        if (scope.tx.run(statement, scope.council, action, id).affected() == 0) return std::nullopt;
        return id;
    };
    switch (kind) {
    case PartKind::link: return gone(sql::delete_link);
    case PartKind::record: return gone(sql::delete_record);
    case PartKind::record_line: return gone(sql::delete_record_line);
    case PartKind::budget: return gone(sql::delete_budget_line);
    case PartKind::news: return std::nullopt;  // said once, said for ever
    }
    __builtin_unreachable();
}

Written add_news(Scope& scope, ActionId action, std::string_view text) {
    const std::int64_t id = scope.tx.single(sql::insert_news, read_id, scope.council, action, scope.now,
                                            scope.account, scope.author, text);
    scope.tx.run(sql::touch_news, scope.council, action, scope.now);
    return id;
}

}  // namespace

std::string read_part(Scope& scope, ActionId action, PartKind kind, std::int64_t id) {
    switch (kind) {
    case PartKind::link: return text_in(read_links(scope, action), id);
    case PartKind::budget: return text_in(read_budget(scope, action), id);
    case PartKind::record:
        for (const Record& record : read_records(scope, action))
            if (record.id.value == id) return text_of(record);
        return {};
    case PartKind::record_line:
        for (const Record& record : read_records(scope, action))
            if (std::string text = text_in(record.lines, id); !text.empty()) return text;
        return {};
    case PartKind::news: return {};
    }
    __builtin_unreachable();
}

Written write_part(Scope& scope, ActionId action, PartKind kind, std::int64_t id, bool there,
                   std::string_view text) {
    const Written number = id == 0 ? std::nullopt : std::optional(id);
    if (text.empty()) return take_away(scope, action, kind, id);
    switch (kind) {
    case PartKind::link:
        if (const auto link = link_of(text)) return put_link(scope, action, number, *link);
        return std::nullopt;
    case PartKind::record:
        if (const auto record = record_of(text)) return put_record(scope, action, number, there, *record);
        return std::nullopt;
    case PartKind::record_line:
        if (const auto line = record_line_of(text)) return put_line(scope, action, number, there, *line);
        return std::nullopt;
    case PartKind::budget:
        if (const auto line = budget_line_of(text)) return put_money(scope, action, number, there, *line);
        return std::nullopt;
    case PartKind::news: return add_news(scope, action, text);
    }
    __builtin_unreachable();
}

}  // namespace maillage::strategy
