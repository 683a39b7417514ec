#include "app/kept_form_labels.hpp"

#include <algorithm>

#include "domain/strategy/field_labels.hpp"

namespace maillage::app {
namespace {

using platform::i18n::Key;

struct Labelled {
    std::string_view name;
    Key label;
};

// The fields of the other slices' forms, by name. A test finds the one that is absent.
constexpr Labelled fields[] = {
    {"access_answer", "identity.access.why_not"},
    {"access_for", "identity.access.on_behalf"},
    {"access_reason", "identity.access.reason"},
    {"access_role", "identity.access.role"},
    {"address", "directory.field.address"},
    {"agreed_body", "indicators.agree.body"},
    {"agreed_in", "indicators.agree.in"},
    {"agreed_on", "indicators.agree.on"},
    {"baseline", "indicators.field.baseline"},
    {"baseline_period", "indicators.field.baseline_period"},
    {"basis", "directory.contact.basis"},
    {"body", "snapshots.field.body"},
    {"charter_from", "identity.charter.from"},
    {"charter_signed", "identity.charter.own_signature"},
    {"charter_text", "identity.charter.text"},
    {"charter_title", "identity.charter.name"},
    {"charter_version", "identity.charter.version"},
    {"choice", "final_review.conflict.choice"},
    {"college", "governance.member.college"},
    {"commune", "territory.commune.name"},
    {"breaks", "indicators.break.breaks"},
    {"breaks_from", "indicators.break.from"},
    {"comment_text", "indicators.comment.text"},
    {"definition", "indicators.field.definition"},
    {"definition_en", "indicators.field.definition_en"},
    {"email", "identity.account.email"},
    {"format", "final_review.document.format"},
    {"frequency", "indicators.field.frequency"},
    {"from", "governance.member.from"},
    {"function", "governance.member.function"},
    {"indicator", "indicators.agree.which"},
    {"informed_on", "directory.contact.informed_on"},
    {"keeper", "identity.account.directory"},
    {"kind", "directory.field.kind"},
    {"language", "identity.profile.language"},
    {"last_day", "governance.member.last_day"},
    {"limits", "indicators.field.limits"},
    {"limits_en", "indicators.field.limits_en"},
    {"meeting_on", "snapshots.field.meeting_on"},
    {"measure", "indicators.field.measure"},
    {"method", "indicators.field.method"},
    {"method_en", "indicators.field.method_en"},
    {"name", "identity.account.name"},
    {"name_en", "indicators.field.name_en"},
    {"networks", "directory.field.networks"},
    {"note", "directory.field.note"},
    {"occasion", "snapshots.field.occasion"},
    {"of", "indicators.field.whole"},
    {"of_perimeter", "indicators.field.whole_perimeter"},
    {"opposes", "territory.opposition.communes"},
    {"organisation", "governance.member.organisation"},
    {"owner", "indicators.field.owner"},
    {"pasted", "indicators.table.pasted"},
    {"perimeter", "indicators.field.perimeter"},
    {"perimeter_en", "indicators.field.perimeter_en"},
    {"period", "indicators.field.period"},
    {"people", "identity.list.people"},
    {"person", "governance.member.person"},
    {"phone", "directory.field.phone"},
    {"police_initiated", "indicators.field.police_initiated"},
    {"provisional", "indicators.field.provisional"},
    {"quorum_percent", "governance.quorum.percent"},
    {"quorum_source", "governance.quorum.source"},
    {"review_text", "final_review.text.field"},
    {"role", "identity.mandate.role"},
    {"seat", "governance.member.seat"},
    {"short_name", "directory.field.short_name"},
    {"since", "territory.membership.since"},
    {"source", "territory.membership.source"},
    {"source_en", "indicators.field.source_en"},
    {"standing", "governance.member.standing"},
    {"subject", "governance.prefect.subject"},
    {"target", "indicators.field.target"},
    {"target_by", "indicators.field.target_by"},
    {"theme", "identity.profile.theme"},
    {"told_on", "governance.prefect.told_on"},
    {"token_life", "identity.directory.life"},
    {"token_name", "identity.directory.name"},
    {"unit", "indicators.field.unit"},
    {"unit_en", "indicators.field.unit_en"},
    {"until", "governance.member.until"},
    {"value", "indicators.field.value"},
    {"wanted", "indicators.field.wanted"},
    {"website", "directory.field.website"},
    {"confirmed", "notices.digest.confirm"},
    {"digest_automatic", "notices.setting.digest"},
    {"reminders_automatic", "notices.setting.reminders"},
    {"takes_digest", "notices.own.digest"},
    {"takes_reminder", "notices.own.reminder"},
    {"replaces", "indicators.figure.replace"},
    {"provisional_columns", "indicators.entry.provisional"},
};

}  // namespace

std::optional<std::string> label_of_field(const platform::i18n::Words& words, std::string_view name) {
    // A form that repeats a field says whose it is: the column of a workbook, a cell of a grid of
    // figures, the membership of a commune.
    if (name.starts_with("f-")) return words("app.kept_form.column");
    if (name.starts_with("c-")) return words("indicators.import.corrected_cell");
    if (name.starts_with("key_figure_"))
        return words("indicators.key.place", {{"n", std::string(name.substr(name.rfind('_') + 1))}});
    if (name.starts_with("v-")) return words("indicators.field.value");
    if (name.starts_with("mine-")) return words("indicators.table.mine");
    if (name.starts_with("column-") || name.starts_with("row-") || name.starts_with("unit-") ||
        name.starts_with("provisional-"))
        return words("indicators.table.correction");
    if (name.starts_with("comment-")) return words("indicators.comment.text");
    if (name.starts_with("why-")) return words("indicators.comment.why");
    if (name.starts_with("until-")) return words("governance.member.until");
    if (auto label = strategy::label_of_field(words, name)) return label;
    const auto* const found = std::ranges::find(fields, name, &Labelled::name);
    if (found == std::end(fields)) return std::nullopt;
    return words(found->label);
}

}  // namespace maillage::app
