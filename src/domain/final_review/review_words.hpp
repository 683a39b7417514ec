#pragma once

#include <string>

#include "domain/final_review/review.hpp"
#include "platform/html/components.hpp"
#include "platform/i18n/words.hpp"

// What the page and the documents say alike.
namespace maillage::final_review {

// When the review is to be made, and where today stands.
std::string window_sentence(const platform::i18n::Words& words, const Review& review, foundation::Date today);

const std::string& title_in_words(const platform::i18n::Words& words, const strategy::ActionCourse& action);
// "À démarrer → En cours (12/03/2025) → Fait (1/6/2026)"; the state alone when it never changed.
std::string stages_in_words(const platform::i18n::Words& words, const strategy::ActionCourse& action);
// "12/03/2025 : le local a ouvert"; empty without news.
std::string last_news_in_words(const platform::i18n::Words& words, const strategy::ActionCourse& action);
// "7 actions : En cours (4), Fait (3). 1 en retard."
std::string actions_in_words(const platform::i18n::Words& words,
                             const std::vector<strategy::ActionCourse>& actions);
// "6 indicateurs : Cible atteinte (2), Pas de conclusion (4)."
std::string indicators_in_words(const platform::i18n::Words& words,
                                const std::vector<LinkedIndicator>& indicators);
// Why it stands under this objective: "Groupe G1", "Cité par PRE-1, PRE-3".
std::string link_in_words(const platform::i18n::Words& words, const LinkedIndicator& indicator);
// "Alix Martin, le 12/03/2026 à 9 h 05"
std::string signed_in_words(const platform::i18n::Words& words, const Text& text);
std::string snapshot_in_words(const platform::i18n::Words& words, const snapshots::Head& head);

platform::html::State shape_of(indicators::Outcome outcome);

}  // namespace maillage::final_review
