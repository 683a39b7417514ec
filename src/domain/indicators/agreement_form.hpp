#pragma once

#include <string>
#include <vector>

#include "domain/indicators/board.hpp"
#include "platform/html/form.hpp"

// The decision by which a group agrees on its indicators (EVA-1): taken by its own body, in a held meeting.
namespace maillage::indicators {

struct DecidingBody {
    std::string code, name, name_en;
};
// Those that follow the group; none for who may not decide what is proposed.
std::vector<DecidingBody> deciding_bodies(platform::db::Tx& tx, const identity::Call& call,
                                          const Section& section);

void agreement_form(platform::html::Out& out, const identity::Call& call, const Section& section,
                    const std::vector<DecidingBody>& bodies, const platform::html::FormState& state);

struct Agreed {
    std::vector<std::string> codes;
    Agreement decision;
};
Agreed read_agreement(const identity::Call& call, const std::vector<DecidingBody>& bodies,
                      platform::html::FormState& state);

}  // namespace maillage::indicators
