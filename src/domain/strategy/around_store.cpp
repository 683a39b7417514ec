#include "domain/strategy/around_store.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

RecordLine read_line(db::Row& row) {
    return {.id = row.int8(),
            .record = row.int8(),
            .kind = row.text(),
            .label = row.text(),
            .label_en = row.text(),
            .on_day = row.date_or_null(),
            .done_on = row.date_or_null(),
            .value = row.float8_or_null(),
            .position = row.int8()};
}

}  // namespace

std::vector<News> read_news(Scope& scope, ActionId action, std::int64_t page) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::news_of_action,
        [](db::Row& row) { return News{.at = row.instant(), .author = row.text(), .text = row.text()}; },
        scope.council, action, news_per_page, (page - 1) * news_per_page);
}

std::int64_t count_news(Scope& scope, ActionId action) {
    if (!scope.may_read) return 0;
    return scope.tx.single(sql::news_counted, [](db::Row& row) { return row.int8(); }, scope.council, action);
}

std::vector<Link> read_links(Scope& scope, ActionId action) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::links_of_action,
        [](db::Row& row) {
            return Link{.id = row.int8(), .kind = row.text(), .target = row.text(), .label = row.text()};
        },
        scope.council, action);
}

std::vector<Record> read_records(Scope& scope, ActionId action) {
    if (!scope.may_read) return {};
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
    if (records.empty()) return records;
    for (RecordLine& line : scope.tx.all(sql::record_lines_of_action, read_line, scope.council, action))
        for (Record& owner : records)
            if (owner.id.value == line.record) {
                owner.lines.push_back(std::move(line));
                break;
            }
    return records;
}

std::vector<BudgetLine> read_budget(Scope& scope, ActionId action) {
    if (!scope.may_read) return {};
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

}  // namespace maillage::strategy
