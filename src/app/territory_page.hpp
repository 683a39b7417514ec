#pragma once

#include "domain/territory/territory_store.hpp"
#include "platform/html/page.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::app {

// What the page of the territory shows, whole.
struct TerritoryView {
    std::string base;  // "/laval/territory"
    std::string load;  // the command that loads the council's files
    std::string help;  // the page that explains them
    std::vector<territory::Commune> communes;
    std::optional<territory::CouncilThresholds> law;
    std::vector<territory::Threshold> thresholds;
    std::vector<territory::Zoning> zonings;
    std::string zoning;  // code of the one that is drawn and listed
    std::vector<territory::ZoneLine> zones;
    std::vector<territory::DrawnZone> drawn;
    std::vector<std::string> opposing;  // codes of the communes ticked in the calculator of L132-13
};

platform::html::Page territory_page(const platform::i18n::Words& words, const TerritoryView& view);
// The zones as one drawing, with its caption; nothing when no zone has an outline.
void zone_drawing(platform::html::Out& out, const platform::i18n::Words& words, const TerritoryView& view);
// "Obligatoire", "Facultatif", "Non obligatoire".
std::string obligation_in_words(const platform::i18n::Words& words, territory::Obligation obligation);
std::string kind_in_words(const platform::i18n::Words& words, std::string_view zoning_kind);
territory::Opposition opposition_of(const TerritoryView& view);

}  // namespace maillage::app
