#include "domain/directory/organisation_form.hpp"

#include "foundation/text.hpp"

namespace maillage::directory {
namespace {

namespace html = platform::html;
using html::FormState;
using html::Out;
using platform::i18n::Words;

std::string typed(const platform::http::Fields& form, std::string_view name) {
    return std::string(foundation::trimmed(form.get(name)));
}

std::string fault_in_words(const Words& words, const FieldRefusal& refusal) {
    switch (refusal.fault) {
    case FieldFault::missing:
        return refusal.field == "function" ? words("directory.refusal.no_function")
                                           : words("directory.refusal.no_name");
    case FieldFault::too_long: return words("directory.refusal.too_long");
    case FieldFault::unknown:
        return refusal.field == "basis" ? words("directory.refusal.unknown_basis")
                                        : words("directory.refusal.unknown_kind");
    case FieldFault::no_day: return words("directory.refusal.no_day");
    case FieldFault::not_https: return words("directory.refusal.not_https");
    case FieldFault::not_a_phone: return words("directory.refusal.not_a_phone");
    case FieldFault::not_an_address: return words("directory.refusal.not_an_address");
    }
    __builtin_unreachable();
}

}  // namespace

OrganisationFields organisation_typed(const platform::http::Fields& form) {
    OrganisationFields fields{.name = typed(form, "name"),
                              .short_name = typed(form, "short_name"),
                              .kind = typed(form, "kind"),
                              .address = typed(form, "address"),
                              .phone = typed(form, "phone"),
                              .website = typed(form, "website"),
                              .note = typed(form, "note")};
    for (const std::string_view network : form.all("networks")) fields.networks.emplace_back(network);
    return fields;
}

ContactFields contact_typed(const platform::http::Fields& form) {
    return {.function = typed(form, "function"),
            .name = typed(form, "name"),
            .email = typed(form, "email"),
            .phone = typed(form, "phone"),
            .basis = typed(form, "basis"),
            .informed_on = html::parse_typed_date(typed(form, "informed_on"))};
}

FormState state_of(const OrganisationFields& fields) {
    FormState state;
    state.values.add("name", fields.name);
    state.values.add("short_name", fields.short_name);
    state.values.add("kind", fields.kind);
    state.values.add("address", fields.address);
    state.values.add("phone", fields.phone);
    state.values.add("website", fields.website);
    state.values.add("note", fields.note);
    for (const std::string& network : fields.networks) state.values.add("networks", network);
    return state;
}

FormState state_of(const Words& words, const ContactFields& fields) {
    FormState state;
    state.values.add("function", fields.function);
    state.values.add("name", fields.name);
    state.values.add("email", fields.email);
    state.values.add("phone", fields.phone);
    state.values.add("basis", fields.basis);
    state.values.add("informed_on", fields.informed_on ? words.date(*fields.informed_on) : std::string());
    return state;
}

std::string basis_in_words(const Words& words, std::string_view basis) {
    const auto known = legal_basis_named(basis);
    if (!known) return std::string(basis);
    switch (*known) {
    case LegalBasis::public_task: return words("directory.contact.public_task");
    case LegalBasis::consent: return words("directory.contact.consent");
    }
    __builtin_unreachable();
}

void refuse(const Words& words, const std::vector<FieldRefusal>& refusals, FormState& state) {
    for (const FieldRefusal& refusal : refusals)
        state.refuse(std::string(refusal.field), fault_in_words(words, refusal));
}

std::string kind_in_words(const Words& words, std::string_view kind) {
    const auto known = kind_named(kind);
    if (!known) return std::string(kind);
    switch (*known) {
    case OrganisationKind::city_service: return words("directory.kind.city_service");
    case OrganisationKind::state_service: return words("directory.kind.state_service");
    case OrganisationKind::police: return words("directory.kind.police");
    case OrganisationKind::justice: return words("directory.kind.justice");
    case OrganisationKind::department: return words("directory.kind.department");
    case OrganisationKind::intercommunality: return words("directory.kind.intercommunality");
    case OrganisationKind::commune: return words("directory.kind.commune");
    case OrganisationKind::education: return words("directory.kind.education");
    case OrganisationKind::health: return words("directory.kind.health");
    case OrganisationKind::social: return words("directory.kind.social");
    case OrganisationKind::prevention: return words("directory.kind.prevention");
    case OrganisationKind::housing: return words("directory.kind.housing");
    case OrganisationKind::transport: return words("directory.kind.transport");
    case OrganisationKind::commerce: return words("directory.kind.commerce");
    case OrganisationKind::rescue: return words("directory.kind.rescue");
    case OrganisationKind::mediation: return words("directory.kind.mediation");
    case OrganisationKind::association: return words("directory.kind.association");
    }
    __builtin_unreachable();
}

void organisation_form(Out& out, identity::Call& call, const html::Url& action, const html::Url& draft,
                       const std::vector<Network>& networks, const FormState& state) {
    const Words& words = call.words;
    std::vector<html::Option> kinds, memberships;
    for (const OrganisationKind kind : all_kinds())
        kinds.push_back({std::string(name_of(kind)), kind_in_words(words, name_of(kind))});
    for (const Network& network : networks) memberships.push_back({network.code, network.name});
    html::draft_form_open(out, action, call.tokens, draft);
    html::void_el(
        out, "input",
        {html::a("type", "hidden"), html::a("name", "version"), html::a("value", state.value("version"))});
    html::text_field(out, words, {.name = "name", .label = words("directory.field.name"), .required = true},
                     state);
    html::text_field(out, words,
                     {.name = "short_name", .label = words("directory.field.short_name"), .max_length = 60},
                     state);
    html::select_field(
        out, words,
        {.name = "kind", .label = words("directory.field.kind"), .options = kinds, .required = true}, state);
    html::text_field(
        out, words, {.name = "address", .label = words("directory.field.address"), .max_length = 300}, state);
    html::text_field(out, words, {.name = "phone", .label = words("directory.field.phone"), .max_length = 30},
                     state);
    html::text_field(out, words,
                     {.name = "website",
                      .label = words("directory.field.website"),
                      .hint = words("directory.field.website_hint"),
                      .max_length = 300},
                     state);
    html::text_field(out, words,
                     {.name = "note",
                      .label = words("directory.field.note"),
                      .hint = words("directory.field.note_hint"),
                      .kind = html::FieldKind::textarea,
                      .max_length = 2'000},
                     state);
    if (!memberships.empty())
        html::checkbox_group(
            out, words,
            {.name = "networks", .label = words("directory.field.networks"), .options = memberships}, state);
    html::draft_line(out, words);
    html::submit(out, words("directory.save"));
    html::form_close(out);
}

void contact_form(Out& out, identity::Call& call, const html::Url& action, const FormState& state) {
    const Words& words = call.words;
    html::form_open(out, action, call.tokens);
    html::text_field(out, words,
                     {.name = "function",
                      .label = words("directory.contact.function"),
                      .hint = words("directory.contact.function_hint"),
                      .required = true,
                      .max_length = 120},
                     state);
    html::text_field(out, words,
                     {.name = "name", .label = words("directory.contact.name"), .max_length = 120}, state);
    html::text_field(out, words,
                     {.name = "email",
                      .label = words("directory.contact.email"),
                      .kind = html::FieldKind::email,
                      .max_length = 254},
                     state);
    html::text_field(out, words, {.name = "phone", .label = words("directory.field.phone"), .max_length = 30},
                     state);
    std::vector<html::Option> bases;
    for (const LegalBasis basis : {LegalBasis::public_task, LegalBasis::consent})
        bases.push_back({std::string(name_of(basis)), basis_in_words(words, name_of(basis))});
    html::radio_group(out, words,
                      {.name = "basis",
                       .label = words("directory.contact.basis"),
                       .options = bases,
                       .hint = words("directory.contact.basis_hint"),
                       .required = true},
                      state);
    html::date_field(out, words,
                     {.name = "informed_on",
                      .label = words("directory.contact.informed_on"),
                      .hint = words("directory.contact.informed_hint")},
                     state);
    html::submit(out, words("directory.save"));
    html::form_close(out);
}

}  // namespace maillage::directory
