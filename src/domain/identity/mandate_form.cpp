#include "domain/identity/mandate_form.hpp"

#include <algorithm>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/role_words.hpp"

namespace maillage::identity {

namespace html = platform::html;

MandateForm mandate_form(Call& call) {
    MandateForm form{.organisations = {}, .state = {.values = call.form.fields, .errors = {}}};
    if (call.services.organisations)
        form.organisations = call.services.database.transaction(
            call.actor.context(),
            [&](platform::db::Tx& tx) { return call.services.organisations(tx, call.actor); });
    return form;
}

void mandate_fields(html::Out& out, const Call& call, const MandateForm& form) {
    const auto& words = call.words;
    html::select_field(out, words,
                       {.name = "role",
                        .label = words("identity.mandate.role"),
                        .options = role_options(words),
                        .hint = words("identity.mandate.role_hint"),
                        .required = true},
                       form.state);
    if (!form.organisations.empty())
        html::select_field(out, words,
                           {.name = "organisation",
                            .label = words("identity.mandate.organisation"),
                            .options = form.organisations,
                            .hint = words("identity.mandate.organisation_hint")},
                           form.state);
    html::date_field(out, words,
                     {.name = "until",
                      .label = words("identity.mandate.until"),
                      .hint = words("identity.mandate.until_hint")},
                     form.state);
}

std::optional<NewMandate> typed_mandate(const Call& call, MandateForm& form) {
    html::FormState& state = form.state;
    const auto role = role_named(state.value("role"));
    if (!role) state.refuse("role", call.words("identity.mandate.no_role"));
    const std::string_view organisation = state.value("organisation");
    const bool known = std::ranges::any_of(
        form.organisations, [&](const html::Option& option) { return option.value == organisation; });
    if (!organisation.empty() && !known)
        state.refuse("organisation", call.words("identity.mandate.no_organisation"));
    const std::string_view typed = state.value("until");
    const auto until = html::parse_typed_date(typed);
    if (!typed.empty() && !until) state.refuse("until", call.words("identity.mandate.bad_date"));
    if (until && *until < call.today) state.refuse("until", call.words("identity.mandate.past"));
    if (!role || !state.valid()) return std::nullopt;
    return NewMandate{
        .role = *role, .organisation = parse_id(organisation), .from = call.today, .until = until};
}

std::string mandate_in_words(const platform::i18n::Words& words, const MandateRow& mandate) {
    const std::string role = role_in_words(words, mandate.role);
    if (!mandate.until) return role;
    return words("identity.mandate.role_until", {{"role", role}, {"date", words.date(*mandate.until)}});
}

bool valid_on(const MandateRow& mandate, foundation::Date day) {
    return mandate.from <= day && (!mandate.until || *mandate.until >= day);
}

}  // namespace maillage::identity
