#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/indicators/api.hpp"
#include "domain/strategy/api.hpp"

namespace maillage::app {

// Whether the mandates of today make a mayor or a deputy, and no coordinator.
bool decides_only(const identity::Call& call);

// What waits for the organisation that the mandate names: its actions, the figures that it gives.
struct OwnWork {
    bool wanted = false;       // the mandate is a partner's
    std::string organisation;  // key in the directory; empty: the mandate names none
    strategy::PartnerActions actions;
    std::vector<indicators::FigureAsked> figures;
};
OwnWork own_work(platform::db::Tx& tx, const identity::Call& call);

// What the mandates of today are for: own work of a partner, pages that a prefect or a data-protection
// officer comes for. Nothing for who runs the council, whose page is the whole of it.
void own_panels(platform::html::Out& out, const identity::Call& call, const OwnWork& own);

}  // namespace maillage::app
