#pragma once

#include <string>
#include <vector>

#include "domain/snapshots/comparison.hpp"
#include "platform/i18n/words.hpp"

// What a reader reads of a snapshot, in plain words.
namespace maillage::snapshots {

std::string in_words(const platform::i18n::Words& words, Occasion occasion);
// "n° 3"
std::string number_in_words(const platform::i18n::Words& words, const Head& head);
// "Réunion plénière du mardi 15 décembre 2026"; the occasion alone without a day.
std::string meeting_in_words(const platform::i18n::Words& words, const Head& head);
// "Figé le 24/11/2026 à 9 h 05 par Camille Martin"
std::string taken_in_words(const platform::i18n::Words& words, const Head& head);

// The text of the reader's language, the French one where it has no English, and its language when that is
// not the reader's.
struct Localised {
    const std::string& text;
    std::string_view lang;
};
Localised localised(const platform::i18n::Words& words, const std::string& french,
                    const std::string& english);
const std::vector<std::string>& in_language(const platform::i18n::Words& words, const InBoth& said);
// What was said of its latest figure; that a reader is not given it.
std::vector<std::string> said_of(const platform::i18n::Words& words, const FrozenIndicator& frozen);

std::string group_name(const platform::i18n::Words& words, const FrozenGroup& group);
const std::string& indicator_name(const platform::i18n::Words& words, const FrozenIndicator& frozen);
// "775 (2023)", with "provisoire" where it is; "manquant" without a figure.
std::string figure_in_words(const platform::i18n::Words& words, const FrozenIndicator& frozen,
                            const std::optional<indicators::Figure>& figure);
std::optional<indicators::Figure> latest_figure(const FrozenIndicator& frozen);

// What two snapshots say of one indicator: the comparison, or why there is none; then its caution (R-STA-5).
std::vector<std::string> in_words(const platform::i18n::Words& words, const IndicatorChange& change);
// "En cours, 40 %, en retard"; "absente" for none.
std::string in_words(const platform::i18n::Words& words, const FrozenAction* action);

}  // namespace maillage::snapshots
