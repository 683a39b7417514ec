#include "domain/directory/organisation_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "foundation/text.hpp"

namespace maillage::directory {
namespace {

constexpr std::array kinds{
    std::pair{OrganisationKind::city_service, std::string_view("city_service")},
    std::pair{OrganisationKind::state_service, std::string_view("state_service")},
    std::pair{OrganisationKind::police, std::string_view("police")},
    std::pair{OrganisationKind::justice, std::string_view("justice")},
    std::pair{OrganisationKind::department, std::string_view("department")},
    std::pair{OrganisationKind::intercommunality, std::string_view("intercommunality")},
    std::pair{OrganisationKind::commune, std::string_view("commune")},
    std::pair{OrganisationKind::education, std::string_view("education")},
    std::pair{OrganisationKind::health, std::string_view("health")},
    std::pair{OrganisationKind::social, std::string_view("social")},
    std::pair{OrganisationKind::prevention, std::string_view("prevention")},
    std::pair{OrganisationKind::housing, std::string_view("housing")},
    std::pair{OrganisationKind::transport, std::string_view("transport")},
    std::pair{OrganisationKind::commerce, std::string_view("commerce")},
    std::pair{OrganisationKind::rescue, std::string_view("rescue")},
    std::pair{OrganisationKind::mediation, std::string_view("mediation")},
    std::pair{OrganisationKind::association, std::string_view("association")}};

bool is_phone(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (std::string_view("+ .()-").find(c) == std::string_view::npos)
            return false;
    }
    return digits >= 2 && digits <= 15;
}

bool is_plain(char c) { return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7f; }

// A person follows the link: no other scheme, no user name before the host, a host with a dot.
bool is_https(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    if (!address.starts_with(scheme) || address.size() > 300) return false;
    if (!std::ranges::all_of(address, is_plain) || address.find_first_of("\"<>\\@`") != address.npos)
        return false;
    const std::string_view host =
        address.substr(scheme.size(), address.find('/', scheme.size()) - scheme.size());
    return host.find('.') != host.npos && !host.starts_with('.') && !host.ends_with('.');
}

bool is_mail(std::string_view address) {
    const std::size_t at = address.find('@');
    if (at == address.npos || at == 0 || address.find('@', at + 1) != address.npos) return false;
    if (!std::ranges::all_of(address, is_plain) || address.find_first_of("\"<>(),;:\\?&") != address.npos)
        return false;
    const std::string_view host = address.substr(at + 1);
    return host.find('.') != host.npos && !host.starts_with('.') && !host.ends_with('.');
}

void at_most(std::vector<FieldRefusal>& refusals, std::string_view field, std::string_view text,
             std::size_t most) {
    if (foundation::length_in_characters(text) > most) refusals.push_back({field, FieldFault::too_long});
}

}  // namespace

std::span<const OrganisationKind> all_kinds() {
    static constexpr auto list = [] {
        std::array<OrganisationKind, kinds.size()> all{};
        for (std::size_t i = 0; i < kinds.size(); ++i) all[i] = kinds[i].first;
        return all;
    }();
    return list;
}

std::string_view name_of(OrganisationKind kind) {
    for (const auto& [value, name] : kinds)
        if (value == kind) return name;
    __builtin_unreachable();
}

std::optional<OrganisationKind> kind_named(std::string_view name) {
    for (const auto& [value, known] : kinds)
        if (known == name) return value;
    return std::nullopt;
}

std::string_view name_of(LegalBasis basis) {
    switch (basis) {
    case LegalBasis::public_task: return "public_task";
    case LegalBasis::consent: return "consent";
    }
    __builtin_unreachable();
}

std::optional<LegalBasis> legal_basis_named(std::string_view name) {
    for (const LegalBasis basis : {LegalBasis::public_task, LegalBasis::consent})
        if (name_of(basis) == name) return basis;
    return std::nullopt;
}

std::vector<FieldRefusal> check_organisation(const OrganisationFields& fields) {
    std::vector<FieldRefusal> refusals;
    if (fields.name.empty()) refusals.push_back({"name", FieldFault::missing});
    at_most(refusals, "name", fields.name, 200);
    at_most(refusals, "short_name", fields.short_name, 60);
    if (!kind_named(fields.kind)) refusals.push_back({"kind", FieldFault::unknown});
    at_most(refusals, "address", fields.address, 300);
    if (!fields.phone.empty() && !is_phone(fields.phone))
        refusals.push_back({"phone", FieldFault::not_a_phone});
    if (!fields.website.empty() && !is_https(fields.website))
        refusals.push_back({"website", FieldFault::not_https});
    at_most(refusals, "note", fields.note, 2'000);
    return refusals;
}

std::vector<FieldRefusal> check_contact(const ContactFields& fields) {
    std::vector<FieldRefusal> refusals;
    if (fields.function.empty()) refusals.push_back({"function", FieldFault::missing});
    at_most(refusals, "function", fields.function, 120);
    at_most(refusals, "name", fields.name, 120);
    if (!fields.email.empty() && (fields.email.size() > 254 || !is_mail(fields.email)))
        refusals.push_back({"email", FieldFault::not_an_address});
    if (!fields.phone.empty() && !is_phone(fields.phone))
        refusals.push_back({"phone", FieldFault::not_a_phone});
    const auto basis = legal_basis_named(fields.basis);
    if (!basis) refusals.push_back({"basis", FieldFault::unknown});
    // RGPD art. 6-1-a and 7-1: « le responsable du traitement est en mesure de démontrer que la personne
    // concernée a donné son consentement »: the day is the least of it. Under art. 6-1-e the person is told
    // too (art. 13, 14), and the page says who was not.
    if (basis == LegalBasis::consent && !fields.informed_on)
        refusals.push_back({"informed_on", FieldFault::no_day});
    return refusals;
}

std::string key_of(std::string_view name) {
    std::string key;
    for (const char c : foundation::folded(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            key += c;
        else if (!key.empty() && key.back() != '-')
            key += '-';
        if (key.size() == 50) break;
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key.empty() ? "organisation" : key;
}

std::string search_text(const OrganisationFields& fields) {
    return foundation::folded(fields.name + " " + fields.short_name + " " + fields.address + " " +
                              fields.note);
}

}  // namespace maillage::directory
