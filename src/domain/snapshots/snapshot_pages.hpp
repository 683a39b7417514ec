#pragma once

#include <vector>

#include "domain/identity/api.hpp"
#include "domain/snapshots/comparison.hpp"
#include "domain/snapshots/snapshot_store.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::snapshots {

std::string snapshot_path(const identity::Call& call, std::int64_t number, std::string_view rest = {});

platform::html::Page list_page(identity::Call& call, const std::vector<Head>& heads);
platform::html::Page snapshot_page(identity::Call& call, const Snapshot& snapshot);

// What is about to be frozen, what is missing in it, and the form that freezes it: that, and nothing else.
inline constexpr std::string_view seen_field = "seen", preview_part = "preview";
platform::html::Page freeze_page(identity::Call& call, const Content& content,
                                 const std::vector<MeetingBody>& bodies,
                                 const platform::html::FormState& state);

// The form that chooses two; nothing is chosen in it without `earlier` and `later`.
struct Chosen {
    std::int64_t earlier = 0, later = 0;
};
void comparison_form(platform::html::Out& out, const identity::Call& call, const std::vector<Head>& heads,
                     const Chosen& chosen);
// Which two the address names: the two latest without a word. Numbers in the wrong order are put right.
Chosen chosen_in(const identity::Call& call, const std::vector<Head>& heads);
platform::html::Page comparison_page(identity::Call& call, const std::vector<Head>& heads,
                                     const Snapshot* earlier, const Snapshot* later, const Chosen& chosen);

}  // namespace maillage::snapshots
