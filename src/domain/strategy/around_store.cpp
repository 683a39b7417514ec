#include "domain/strategy/around_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

void note(Scope& scope, std::string_view act, ActionId action) {
    audit::record(scope.tx, {.council = scope.council.value,
                             .account = scope.account.value,
                             .act = act,
                             .object_kind = "action",
                             .object = std::to_string(action.value)});
}

}  // namespace

std::vector<News> read_news(Scope& scope, ActionId action) {
    return scope.tx.all(
        sql::news_of_action,
        [](db::Row& row) { return News{.at = row.instant(), .author = row.text(), .text = row.text()}; },
        scope.council, action, 50);
}

bool add_news(Scope& scope, ActionId action, std::string_view text) {
    if (!scope.may_comment && !scope.may_edit) return false;
    scope.tx.run(sql::insert_news, scope.council, action, scope.now, scope.account, scope.author, text);
    scope.tx.run(sql::touch_news, scope.council, action, scope.now);
    note(scope, "strategy.news", action);
    return true;
}

std::vector<Link> read_links(Scope& scope, ActionId action) {
    return scope.tx.all(
        sql::links_of_action,
        [](db::Row& row) {
            return Link{.id = row.int8(), .kind = row.text(), .target = row.text(), .label = row.text()};
        },
        scope.council, action);
}

std::expected<void, AddRefusal> add_link(Scope& scope, ActionId action, const Link& link) {
    if (!scope.may_edit) return std::unexpected(AddRefusal::not_found);
    if (scope.tx.run(sql::insert_link, scope.council, action, link.kind, link.target, link.label)
            .affected() == 0)
        return std::unexpected(AddRefusal::already_there);
    note(scope, "strategy.link", action);
    return {};
}

bool delete_link(Scope& scope, ActionId action, std::int64_t id) {
    if (!scope.may_edit) return false;
    if (scope.tx.run(sql::delete_link, scope.council, action, id).affected() == 0) return false;
    note(scope, "strategy.unlink", action);
    return true;
}

std::vector<Record> read_records(Scope& scope, ActionId action) {
    auto records = scope.tx.all(
        sql::records_of_action,
        [](db::Row& row) {
            return Record{.id = RecordId(row.int8()),
                          .kind = row.text(),
                          .title = row.text(),
                          .title_en = row.text(),
                          .unit = row.text(),
                          .unit_en = row.text(),
                          .target = row.float8_or_null(),
                          .lines = {}};
        },
        scope.council, action);
    const db::Result lines = scope.tx.run(sql::record_lines_of_action, scope.council, action);
    for (int i = 0; i < lines.rows(); ++i) {
        db::Row row = lines.row(i);
        const RecordId record(row.int8());
        RecordLine line{.id = row.int8(),
                        .kind = row.text(),
                        .label = row.text(),
                        .label_en = row.text(),
                        .on_day = row.date_or_null(),
                        .done_on = row.date_or_null(),
                        .value = row.float8_or_null()};
        for (Record& owner : records)
            if (owner.id == record) owner.lines.push_back(std::move(line));
    }
    return records;
}

bool add_record_value(Scope& scope, ActionId action, RecordId record, foundation::Date day, double value) {
    if (!scope.may_edit) return false;
    const auto kind = scope.tx.one(
        sql::record_of_action,
        [](db::Row& row) {
            row.int8();
            return row.text();
        },
        scope.council, action, record);
    if (kind != "counter") return false;
    scope.tx.run(sql::insert_record_line, scope.council, record, "value", "", "", day,
                 std::optional<foundation::Date>(), value, 0);
    note(scope, "strategy.record", action);
    return true;
}

bool tick_record_line(Scope& scope, ActionId action, RecordId record, std::int64_t line, bool done) {
    if (!scope.may_edit) return false;
    const std::optional<foundation::Date> done_on = done ? std::optional(scope.today) : std::nullopt;
    if (scope.tx.run(sql::tick_record_line, scope.council, action, record, line, done_on).affected() == 0)
        return false;
    note(scope, "strategy.record", action);
    return true;
}

std::vector<BudgetLine> read_budget(Scope& scope, ActionId action) {
    return scope.tx.all(
        sql::budget_of_action,
        [](db::Row& row) {
            return BudgetLine{.id = row.int8(),
                              .label = row.text(),
                              .label_en = row.text(),
                              .year = row.int8(),
                              .amount = foundation::Cents{row.int8()},
                              .fund = row.text()};
        },
        scope.council, action);
}

std::expected<void, AddRefusal> add_budget_line(Scope& scope, ActionId action, const BudgetLine& line) {
    if (!scope.may_edit) return std::unexpected(AddRefusal::not_found);
    if (scope.tx
            .run(sql::insert_budget_line, scope.council, action, line.label, line.label_en, line.year,
                 line.amount, line.fund)
            .affected() == 0)
        return std::unexpected(AddRefusal::already_there);
    note(scope, "strategy.budget", action);
    return {};
}

}  // namespace maillage::strategy
