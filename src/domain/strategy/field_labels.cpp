#include "domain/strategy/field_labels.hpp"

#include <algorithm>

namespace maillage::strategy {
namespace {

struct Labelled {
    std::string_view name;
    platform::i18n::Key label;
};

constexpr Labelled fields[] = {
    {"axes", "strategy.field.axes"},
    {"budget_amount", "strategy.budget.amount"},
    {"budget_fund", "strategy.budget.fund"},
    {"budget_label", "strategy.budget.line"},
    {"budget_year", "strategy.budget.year"},
    {"bulk_due", "strategy.field.due"},
    {"bulk_group", "strategy.field.group"},
    {"bulk_pilot", "strategy.field.pilot"},
    {"bulk_reason", "strategy.field.state_reason"},
    {"bulk_state", "strategy.field.state"},
    {"domain", "strategy.field.domain"},
    {"end_source", "strategy.end.source"},
    {"ends", "strategy.end.day"},
    {"due", "strategy.field.due"},
    {"evidence_file", "strategy.evidence.file"},
    {"evidence_step", "strategy.evidence.step"},
    {"evidence_title", "strategy.evidence.title"},
    {"file", "strategy.import.file"},
    {"group", "strategy.field.group"},
    {"line_day", "strategy.record.day"},
    {"line_kind", "strategy.record.line_kind"},
    {"line_label", "strategy.budget.line"},
    {"line_value", "strategy.record.value"},
    {"link_kind", "strategy.link.kind"},
    {"link_label", "strategy.link.label"},
    {"link_target", "strategy.link.target"},
    {"news_text", "strategy.news.text"},
    {"objective", "strategy.field.objective"},
    {"organisations", "strategy.field.organisations"},
    {"partners", "strategy.field.partners"},
    {"pilot", "strategy.field.pilot"},
    {"quartiers", "strategy.field.quartiers"},
    {"reason", "strategy.field.state_reason"},
    {"record_kind", "strategy.record.kind"},
    {"record_target", "strategy.record.target"},
    {"record_title", "strategy.field.title"},
    {"record_unit", "strategy.record.unit"},
    {"reference_code", "strategy.field.code"},
    {"reference_kind", "strategy.reference.kind"},
    {"reference_label", "strategy.reference.label"},
    {"row", "strategy.bulk.caption"},
    {"starts", "strategy.field.starts"},
    {"state", "strategy.field.state"},
    {"step_due", "strategy.field.due"},
    {"step_title", "strategy.step.title"},
    {"step_weight", "strategy.field.weight"},
    {"summary", "strategy.field.summary"},
    {"summary_en", "strategy.field.summary_en"},
    {"title", "strategy.field.title"},
    {"title_en", "strategy.field.title_en"},
};

}  // namespace

std::optional<std::string> label_of_field(const platform::i18n::Words& words, std::string_view name) {
    const auto* const found = std::ranges::find(fields, name, &Labelled::name);
    if (found == std::end(fields)) return std::nullopt;
    return words(found->label);
}

}  // namespace maillage::strategy
