#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "domain/strategy/action_types.hpp"
#include "domain/strategy/scope.hpp"

// What stands around an action: news, links, small records, money.
namespace maillage::strategy {

enum class AddRefusal : std::uint8_t {
    not_found,  // or not allowed
    already_there,
};

struct News {
    foundation::Instant at;
    std::string author, text;
};
std::vector<News> read_news(Scope& scope, ActionId action);
// Appended for ever; false when the actor may not write.
bool add_news(Scope& scope, ActionId action, std::string_view text);

struct Link {
    std::int64_t id = 0;
    std::string kind, target, label;  // kind: action, commitment, decision, indicator, url
};
std::vector<Link> read_links(Scope& scope, ActionId action);
// One link per kind and target.
std::expected<void, AddRefusal> add_link(Scope& scope, ActionId action, const Link& link);
bool delete_link(Scope& scope, ActionId action, std::int64_t id);

struct RecordLine {
    std::int64_t id = 0;
    std::string kind, label, label_en;
    std::optional<foundation::Date> on_day, done_on;
    std::optional<double> value;
};
struct Record {
    RecordId id{0};
    std::string kind, title, title_en, unit, unit_en;
    std::optional<double> target;
    std::vector<RecordLine> lines;
};
std::vector<Record> read_records(Scope& scope, ActionId action);
bool add_record_value(Scope& scope, ActionId action, RecordId record, foundation::Date day, double value);
bool tick_record_line(Scope& scope, ActionId action, RecordId record, std::int64_t line, bool done);

struct BudgetLine {
    std::int64_t id = 0;
    std::string label, label_en;
    std::int64_t year = 0;
    foundation::Cents amount;
    std::string fund;
};
std::vector<BudgetLine> read_budget(Scope& scope, ActionId action);
// One line per label, year and fund.
std::expected<void, AddRefusal> add_budget_line(Scope& scope, ActionId action, const BudgetLine& line);

}  // namespace maillage::strategy
