#pragma once

#include <string>
#include <string_view>

#include "domain/identity/api.hpp"
#include "domain/strategy/action_store.hpp"
#include "domain/strategy/change_store.hpp"
#include "domain/strategy/reference_store.hpp"
#include "platform/html/components.hpp"

// What the pages of this slice share.
namespace maillage::strategy {

// The user's language where there is a translation, French otherwise; `lang` is then "fr", or empty.
struct Localised {
    std::string_view text, lang;
};
Localised localised(const platform::i18n::Words& words, std::string_view french, std::string_view english);
inline Localised title_of(const platform::i18n::Words& words, const Action& action) {
    return localised(words, action.title, action.title_en);
}
std::string label_of(const platform::i18n::Words& words, const Reference& reference);
// "PRE — Prévention…"; the bare code when the list does not hold it.
std::string label_of(const platform::i18n::Words& words, const std::vector<Reference>& list,
                     std::string_view code);

std::string state_word(const platform::i18n::Words& words, State state);
std::string field_word(const platform::i18n::Words& words, std::string_view field);
// A value of the history in words: dates, states, lists.
std::string value_word(const platform::i18n::Words& words, std::string_view field, std::string_view value);
// The two words of a state: "En retard", computed, then the state that people chose.
void late_pill(platform::html::Out& out, const platform::i18n::Words& words, const Action& action,
               foundation::Date today);
void state_pill(platform::html::Out& out, const platform::i18n::Words& words, State state);
void state_pills(platform::html::Out& out, const platform::i18n::Words& words, const Action& action,
                 foundation::Date today);
std::string refusal_sentence(const platform::i18n::Words& words, WriteRefusal refusal);

std::string action_path(const identity::Call& call, std::string_view code, std::string_view rest = {});
void action_link(platform::html::Out& out, const identity::Call& call, const Action& action);

// Page or twin: the application answers as for anything that is not there.
inline platform::http::Response not_found() { return platform::http::Response::refused(404); }
platform::http::Response json_page(std::string document);
void hidden(platform::html::Out& out, std::string_view name, std::string_view value);

// "?…&changed=12" makes the page that follows an act offer to undo it.
std::string offering_undo(std::string path, std::optional<ChangeSetId> set);
void undo_bar(platform::html::Out& out, const identity::Call& call, Scope& scope);
// Where a form came from, when it says a path of this council; `otherwise` if not.
std::string back_path(const identity::Call& call, std::string otherwise);
// Path and query of this page without what undo_bar reads.
std::string here(const identity::Call& call);

}  // namespace maillage::strategy
