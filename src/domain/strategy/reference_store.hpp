#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/strategy/scope.hpp"

// What actions refer to: domains, objectives, groups, axes, and the strategy itself.
namespace maillage::strategy {

struct Reference {
    std::string code, label, label_en, scheme;
    std::string kind = {};  // of an organisation: "state_service"
};

struct References {
    std::vector<Reference> domains, objectives, groups, axes;
    std::vector<Reference> organisations;  // of the directory; the scheme of one put away is "archived"
};
References read_references(Scope& scope);
// The organisations of the directory, the archived ones too (scheme "archived").
std::vector<Reference> read_partner_choices(Scope& scope);
// Nothing when no entry has this code.
const Reference* find(const std::vector<Reference>& list, std::string_view code);

struct Plan {
    std::string code, title, title_en;
    std::optional<foundation::Date> adopted;
    std::optional<std::int64_t> first_year, last_year;
    std::optional<foundation::Date> ends;
    std::string source, source_en;
    std::vector<std::string> parents;
};
std::optional<Plan> read_plan(Scope& scope);

// A line of the document that is no action: governance, communication, evaluation, context.
struct Commitment {
    std::string code, kind, title, title_en, source;
};
std::vector<Commitment> read_commitments(Scope& scope);

std::vector<std::string> read_pilots(Scope& scope);
std::vector<std::string> read_quartiers(Scope& scope);

}  // namespace maillage::strategy
