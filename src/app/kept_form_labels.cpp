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
    {"address", "directory.field.address"},
    {"basis", "directory.contact.basis"},
    {"college", "governance.member.college"},
    {"commune", "territory.commune.name"},
    {"email", "identity.account.email"},
    {"from", "governance.member.from"},
    {"function", "governance.member.function"},
    {"informed_on", "directory.contact.informed_on"},
    {"kind", "directory.field.kind"},
    {"language", "identity.profile.language"},
    {"last_day", "governance.member.last_day"},
    {"name", "identity.account.name"},
    {"networks", "directory.field.networks"},
    {"note", "directory.field.note"},
    {"opposes", "territory.opposition.communes"},
    {"organisation", "governance.member.organisation"},
    {"people", "identity.list.people"},
    {"person", "governance.member.person"},
    {"phone", "directory.field.phone"},
    {"quorum_percent", "governance.quorum.percent"},
    {"quorum_source", "governance.quorum.source"},
    {"role", "identity.mandate.role"},
    {"seat", "governance.member.seat"},
    {"short_name", "directory.field.short_name"},
    {"since", "territory.membership.since"},
    {"source", "territory.membership.source"},
    {"standing", "governance.member.standing"},
    {"subject", "governance.prefect.subject"},
    {"theme", "identity.profile.theme"},
    {"told_on", "governance.prefect.told_on"},
    {"until", "governance.member.until"},
    {"website", "directory.field.website"},
};

}  // namespace

std::optional<std::string> label_of_field(const platform::i18n::Words& words, std::string_view name) {
    // A form that repeats a field says whose it is: the column of a workbook, the membership of a commune.
    if (name.starts_with("f-")) return words("app.kept_form.column");
    if (name.starts_with("until-")) return words("governance.member.until");
    if (auto label = strategy::label_of_field(words, name)) return label;
    const auto* const found = std::ranges::find(fields, name, &Labelled::name);
    if (found == std::end(fields)) return std::nullopt;
    return words(found->label);
}

}  // namespace maillage::app
