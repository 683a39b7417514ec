#pragma once

#include <string>
#include <vector>

#include "domain/snapshots/content.hpp"
#include "platform/html/builder.hpp"
#include "platform/i18n/words.hpp"

// The parts of a snapshot, the same on its page and on its paper.
namespace maillage::snapshots {

enum class Medium : std::uint8_t { screen, paper };

// Identifiers of the parts, for links: "group-G1", "group-council", "indicator-avip".
std::string anchor_of(const FrozenGroup& group);
std::string anchor_of(const FrozenIndicator& frozen);
inline constexpr const char* actions_anchor = "actions";

// How many of what: indicators, figures, what is missing, actions.
void counts_list(platform::html::Out& out, const platform::i18n::Words& words, const Counts& counts);
// A group: which rules its set does not satisfy, its indicators as a table.
void group_table(platform::html::Out& out, const platform::i18n::Words& words, const FrozenGroup& group,
                 Medium medium);
// One indicator: what was said of it, its charts with their tables, its remarks, its definition.
void indicator_section(platform::html::Out& out, const platform::i18n::Words& words,
                       const FrozenIndicator& frozen, Medium medium);
// The actions: a chart of their states, then each of them.
void tracking_table(platform::html::Out& out, const platform::i18n::Words& words, const Content& content,
                    Medium medium);

}  // namespace maillage::snapshots
