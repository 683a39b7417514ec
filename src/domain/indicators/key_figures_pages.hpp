#pragma once

#include "domain/indicators/key_figures_store.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::indicators {

// The elected official's page, made for a phone: figures, next meeting, what waits for a decision.
platform::html::Page key_figures_page(identity::Call& call, const KeyFigures& read);
// The form by which the coordinator chooses them.
platform::html::Page key_choice_page(identity::Call& call, const std::vector<Section>& board,
                                     const platform::html::FormState& state);
// "key_figure_1"
std::string key_field(std::size_t place);

// The council's body in the reader's language, and when it is to meet: "en février 2027", "d'ici au 31/12".
std::string body_name(const platform::i18n::Words& words, const governance::Body& body);
std::string due_in_words(const platform::i18n::Words& words, const governance::ExpectedMeeting& meeting,
                         foundation::Date today);

}  // namespace maillage::indicators
