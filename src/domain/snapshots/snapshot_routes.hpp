#pragma once

#include <optional>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/snapshots/snapshot_pages.hpp"

namespace maillage::snapshots {

platform::html::Answer show_snapshots(identity::Call& call);
platform::http::Response snapshots_json(identity::Call& call);
platform::html::Answer show_freeze(identity::Call& call);
platform::html::Answer submit_freeze(identity::Call& call);
platform::html::Answer show_comparison(identity::Call& call);
platform::http::Response comparison_json(identity::Call& call);
platform::html::Answer show_snapshot(identity::Call& call);
platform::http::Response snapshot_json(identity::Call& call);
platform::html::Answer order_print(identity::Call& call);
platform::html::Answer order_workbook(identity::Call& call);

// For a page and its twin: the snapshot that the address names.
std::optional<Snapshot> asked_snapshot(identity::Call& call);

// The two that the address names; neither while there are fewer than two, or when it names one twice.
struct AskedComparison {
    std::vector<Head> heads;
    Chosen chosen;
    std::optional<Snapshot> earlier, later;

    // A number that no snapshot has.
    bool unknown() const;
};
AskedComparison asked_comparison(identity::Call& call);

}  // namespace maillage::snapshots
