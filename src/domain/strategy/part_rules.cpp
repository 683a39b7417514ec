#include "domain/strategy/part_rules.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>

#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

using foundation::Date;

// Fields of one line: no form takes a tabulation.
constexpr char between = '\t';

std::string one_text(std::initializer_list<std::string> fields) {
    std::string text;
    for (const std::string& field : fields) {
        if (&field != fields.begin()) text += between;
        for (const char c : field) text += c == between ? ' ' : c;
    }
    return text;
}

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : std::string(); }
std::string digits(const std::optional<double>& number) {
    return number ? fmt::format("{}", *number) : std::string();
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string_view name_of(PartKind kind) {
    switch (kind) {
    case PartKind::link: return "link";
    case PartKind::record: return "record";
    case PartKind::record_line: return "record_line";
    case PartKind::budget: return "budget";
    case PartKind::news: return "news";
    }
    __builtin_unreachable();
}

std::optional<PartKind> part_named(std::string_view field) {
    for (const PartKind kind :
         {PartKind::link, PartKind::record, PartKind::record_line, PartKind::budget, PartKind::news})
        if (name_of(kind) == field) return kind;
    return std::nullopt;
}

std::string text_of(const Link& link) { return one_text({link.kind, link.target, link.label}); }

std::string text_of(const Record& record) {
    return one_text(
        {record.kind, record.title, record.title_en, record.unit, record.unit_en, digits(record.target)});
}

std::string text_of(const RecordLine& line) {
    return one_text({std::to_string(line.record), line.kind, line.label, line.label_en, iso(line.on_day),
                     iso(line.done_on), digits(line.value), std::to_string(line.position)});
}

std::string text_of(const BudgetLine& line) {
    return one_text(
        {line.label, line.label_en, std::to_string(line.year), std::to_string(line.amount.value), line.fund});
}

std::optional<Link> link_of(std::string_view text) {
    const auto fields = foundation::split(text, between);
    if (fields.size() != 3) return std::nullopt;
    return Link{
        .kind = std::string(fields[0]), .target = std::string(fields[1]), .label = std::string(fields[2])};
}

std::optional<Record> record_of(std::string_view text) {
    const auto fields = foundation::split(text, between);
    if (fields.size() != 6) return std::nullopt;
    return Record{.kind = std::string(fields[0]),
                  .title = std::string(fields[1]),
                  .title_en = std::string(fields[2]),
                  .unit = std::string(fields[3]),
                  .unit_en = std::string(fields[4]),
                  .target = number_in<double>(fields[5]),
                  .lines = {}};
}

std::optional<RecordLine> record_line_of(std::string_view text) {
    const auto fields = foundation::split(text, between);
    if (fields.size() != 8) return std::nullopt;
    const auto record = number_in<std::int64_t>(fields[0]);
    if (!record) return std::nullopt;
    return RecordLine{.record = *record,
                      .kind = std::string(fields[1]),
                      .label = std::string(fields[2]),
                      .label_en = std::string(fields[3]),
                      .on_day = Date::parse_iso(fields[4]),
                      .done_on = Date::parse_iso(fields[5]),
                      .value = number_in<double>(fields[6]),
                      .position = number_in<std::int64_t>(fields[7]).value_or(0)};
}

std::optional<BudgetLine> budget_line_of(std::string_view text) {
    const auto fields = foundation::split(text, between);
    if (fields.size() != 5) return std::nullopt;
    const auto year = number_in<std::int64_t>(fields[2]), cents = number_in<std::int64_t>(fields[3]);
    if (!year || !cents) return std::nullopt;
    return BudgetLine{.label = std::string(fields[0]),
                      .label_en = std::string(fields[1]),
                      .year = *year,
                      .amount = {*cents},
                      .fund = std::string(fields[4])};
}

}  // namespace maillage::strategy
