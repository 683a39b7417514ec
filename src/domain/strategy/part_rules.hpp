#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/strategy/around_types.hpp"

// Each thing that stands around an action as one text: what the history keeps of it, and what undoing puts
// back.
namespace maillage::strategy {

enum class PartKind : std::uint8_t { link, record, record_line, budget, news };
// The field's name in the history.
std::string_view name_of(PartKind kind);
std::optional<PartKind> part_named(std::string_view field);

std::string text_of(const Link& link);
std::string text_of(const Record& record);  // without its lines
std::string text_of(const RecordLine& line);
std::string text_of(const BudgetLine& line);

// Nothing when the text is none of theirs. The number of the thing is not in the text.
std::optional<Link> link_of(std::string_view text);
std::optional<Record> record_of(std::string_view text);
std::optional<RecordLine> record_line_of(std::string_view text);
std::optional<BudgetLine> budget_line_of(std::string_view text);

}  // namespace maillage::strategy
