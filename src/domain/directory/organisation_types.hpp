#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"

namespace maillage::directory {

enum class OrganisationKind : std::uint8_t {
    city_service,
    state_service,
    police,
    justice,
    department,
    intercommunality,
    commune,
    education,
    health,
    social,
    prevention,
    housing,
    transport,
    commerce,
    rescue,
    mediation,
    association
};
std::span<const OrganisationKind> all_kinds();
std::string_view name_of(OrganisationKind kind);  // "city_service": stored, and in addresses
std::optional<OrganisationKind> kind_named(std::string_view name);

// What a form or a file gives; texts are trimmed, clean UTF-8.
struct OrganisationFields {
    std::string name, short_name, kind, address, phone, website, note;
    std::vector<std::string> networks;  // codes
};
// On what ground a person's details are kept (RGPD art. 6-1).
enum class LegalBasis : std::uint8_t { public_task, consent };
std::string_view name_of(LegalBasis basis);
std::optional<LegalBasis> legal_basis_named(std::string_view name);

struct ContactFields {
    std::string function, name, email, phone;
    std::string basis = "public_task";
    std::optional<foundation::Date> informed_on = {};  // the day on which the person was told

    bool personal() const { return !name.empty() || !email.empty() || !phone.empty(); }
};

enum class FieldFault : std::uint8_t {
    missing,
    too_long,
    unknown,
    not_https,
    not_a_phone,
    not_an_address,
    no_day
};
struct FieldRefusal {
    std::string_view field;
    FieldFault fault;
    friend bool operator==(const FieldRefusal&, const FieldRefusal&) = default;
};

}  // namespace maillage::directory
