#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/strong_id.hpp"
#include "platform/db/tx.hpp"

namespace maillage::territory {

using CouncilId = foundation::StrongId<struct CouncilIdTag>;

struct Council {
    CouncilId id;
    std::string slug;  // "laval": first segment of every path
    std::string name;
    std::string kind;  // "clspd" or "cispd"
    bool demonstration = false;
};

std::optional<Council> find_council(platform::db::Tx& tx, std::string_view slug);

struct NewCouncil {
    std::string slug, name, kind;
    bool demonstration = false;
};
// Creates the council, or brings the one with this slug up to date. Under the application's own context.
CouncilId save_council(platform::db::Tx& tx, const NewCouncil& council);

}  // namespace maillage::territory
