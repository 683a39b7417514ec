#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/strategy/action_types.hpp"
#include "foundation/money.hpp"

// What stands around an action: news, links, small records, money.
namespace maillage::strategy {

struct News {
    foundation::Instant at;
    std::string author, text;
};

struct Link {
    std::int64_t id = 0;
    std::string kind, target, label;  // kind: action, commitment, decision, indicator, url
};

struct RecordLine {
    std::int64_t id = 0;
    std::int64_t record = 0;
    std::string kind, label, label_en;  // kind: stage, prescription, value
    std::optional<foundation::Date> on_day, done_on;
    std::optional<double> value;
    std::int64_t position = 0;
};
struct Record {
    RecordId id{0};
    std::string kind, title, title_en, unit, unit_en;  // kind: study, counter
    std::optional<double> target;
    std::vector<RecordLine> lines;
};

struct BudgetLine {
    std::int64_t id = 0;
    std::string label, label_en;
    std::int64_t year = 0;
    foundation::Cents amount;
    std::string fund;  // city, fipd, state, other
};

}  // namespace maillage::strategy
