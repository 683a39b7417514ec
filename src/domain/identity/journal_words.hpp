#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

// What the journal's entries are called by people: every act that the product writes has its words here,
// which a check of the sources and a test hold (scripts/check_acts.py).
namespace maillage::identity {

enum class ActArea : std::uint8_t {
    strategy,
    indicators,
    governance,
    directory,
    documents,
    territory,
    accounts,
    rights
};

struct NamedAct {
    std::string_view act;  // as it is written in the journal
    ActArea area;
    platform::i18n::Key words;
};
std::span<const NamedAct> named_acts();

// An act without words, of a version to come, is shown as it is written.
std::string act_in_words(const platform::i18n::Words& words, std::string_view act);
std::string area_in_words(const platform::i18n::Words& words, ActArea area);
// "Action et ses étapes, n° 12": what the entry is about, when nothing names it better.
std::string object_in_words(const platform::i18n::Words& words, std::string_view kind,
                            std::string_view object);

}  // namespace maillage::identity
