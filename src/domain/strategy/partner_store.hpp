#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/strategy/action_types.hpp"
#include "domain/strategy/reference_store.hpp"

// Partners are links to the directory where it knows them, names where it does not.
namespace maillage::strategy {

// What the directory knows under some names, short names or keys: its key, by the name that was asked.
using KnownPartners = std::map<std::string, std::string>;
KnownPartners known_partners(Scope& scope, const std::vector<std::string>& names);
// Names, short names and keys of the directory become links of the action; the others stay names.
void set_partners(const KnownPartners& known, Action& action, const std::vector<std::string>& names);
void set_partners(Scope& scope, Action& action, const std::vector<std::string>& names);
// Those that the demonstration supposes: keys of the directory and names that it does not know. Marked by the
// names of the data files.
std::vector<std::string> read_supposed_partners(Scope& scope, ActionId action);
void mark_supposed_partners(Scope& scope, ActionId action, const std::vector<std::string>& names);
// "Parquet; Police nationale; Barreau": links first, as an export says them and an import reads them.
std::string partners_text(const Action& action, const std::vector<Reference>& organisations);

}  // namespace maillage::strategy
