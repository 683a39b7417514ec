#include "app/kept_form_labels.hpp"

#include <algorithm>

namespace maillage::app {
namespace {

using platform::i18n::Key;

struct Labelled {
    std::string_view name;
    Key label;
};

// The fields of all forms, by name. A test finds the one that is absent.
constexpr Labelled fields[] = {
    {"address", "directory.field.address"},
    {"axes", "strategy.field.axes"},
    {"basis", "directory.contact.basis"},
    {"budget_amount", "strategy.budget.amount"},
    {"budget_fund", "strategy.budget.fund"},
    {"budget_label", "strategy.budget.line"},
    {"budget_year", "strategy.budget.year"},
    {"bulk_due", "strategy.field.due"},
    {"bulk_group", "strategy.field.group"},
    {"bulk_pilot", "strategy.field.pilot"},
    {"bulk_reason", "strategy.field.state_reason"},
    {"bulk_state", "strategy.field.state"},
    {"college", "governance.member.college"},
    {"commune", "territory.commune.name"},
    {"domain", "strategy.field.domain"},
    {"due", "strategy.field.due"},
    {"email", "identity.account.email"},
    {"evidence_file", "strategy.evidence.file"},
    {"evidence_step", "strategy.evidence.step"},
    {"evidence_title", "strategy.evidence.title"},
    {"file", "strategy.import.file"},
    {"from", "governance.member.from"},
    {"function", "governance.member.function"},
    {"group", "strategy.field.group"},
    {"informed_on", "directory.contact.informed_on"},
    {"kind", "directory.field.kind"},
    {"language", "identity.profile.language"},
    {"last_day", "governance.member.last_day"},
    {"line_day", "strategy.record.day"},
    {"line_kind", "strategy.record.line_kind"},
    {"line_label", "strategy.budget.line"},
    {"line_value", "strategy.record.value"},
    {"link_kind", "strategy.link.kind"},
    {"link_label", "strategy.link.label"},
    {"link_target", "strategy.link.target"},
    {"name", "identity.account.name"},
    {"networks", "directory.field.networks"},
    {"news_text", "strategy.news.text"},
    {"note", "directory.field.note"},
    {"objective", "strategy.field.objective"},
    {"opposes", "territory.opposition.communes"},
    {"organisation", "governance.member.organisation"},
    {"organisations", "strategy.field.organisations"},
    {"partners", "strategy.field.partners"},
    {"person", "governance.member.person"},
    {"phone", "directory.field.phone"},
    {"pilot", "strategy.field.pilot"},
    {"quartiers", "strategy.field.quartiers"},
    {"quorum_percent", "governance.quorum.percent"},
    {"quorum_source", "governance.quorum.source"},
    {"reason", "strategy.field.state_reason"},
    {"record_kind", "strategy.record.kind"},
    {"record_target", "strategy.record.target"},
    {"record_title", "strategy.field.title"},
    {"record_unit", "strategy.record.unit"},
    {"role", "identity.mandate.role"},
    {"row", "strategy.bulk.caption"},
    {"seat", "governance.member.seat"},
    {"short_name", "directory.field.short_name"},
    {"since", "territory.membership.since"},
    {"source", "territory.membership.source"},
    {"standing", "governance.member.standing"},
    {"starts", "strategy.field.starts"},
    {"state", "strategy.field.state"},
    {"step_due", "strategy.field.due"},
    {"step_title", "strategy.step.title"},
    {"step_weight", "strategy.field.weight"},
    {"subject", "governance.prefect.subject"},
    {"summary", "strategy.field.summary"},
    {"summary_en", "strategy.field.summary_en"},
    {"theme", "identity.profile.theme"},
    {"title", "strategy.field.title"},
    {"title_en", "strategy.field.title_en"},
    {"told_on", "governance.prefect.told_on"},
    {"until", "governance.member.until"},
    {"website", "directory.field.website"},
};

}  // namespace

std::optional<std::string> label_of_field(const platform::i18n::Words& words, std::string_view name) {
    // A form that repeats a field says whose it is: the column of a workbook, the membership of a commune.
    if (name.starts_with("f-")) return words("app.kept_form.column");
    if (name.starts_with("until-")) return words("governance.member.until");
    const auto* const found = std::ranges::find(fields, name, &Labelled::name);
    if (found == std::end(fields)) return std::nullopt;
    return words(found->label);
}

}  // namespace maillage::app
