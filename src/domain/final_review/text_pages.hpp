#pragma once

#include <optional>
#include <string>

#include "domain/final_review/text_store.hpp"
#include "platform/html/form.hpp"

namespace maillage::final_review {

// The part that a text belongs to.
struct NamedPart {
    std::string key, title;
};

// The form, with what was typed; `preview` shows it rendered above. `draft`: one that waits, to be offered.
struct TextForm {
    const NamedPart& part;
    platform::html::FormState state;
    std::optional<Draft> draft = {};
    bool preview = false;
};
platform::html::Page text_page(const identity::Call& call, const TextForm& form);

platform::html::Page text_history_page(const identity::Call& call, const NamedPart& part,
                                       const std::vector<Text>& texts);

// Two texts over the same one. `base`: what mine began from; nothing when there was none.
struct Conflict {
    const NamedPart& part;
    const Text& mine;
    const Text& theirs;
    const Text* base = nullptr;
};
platform::html::Page conflict_page(const identity::Call& call, const Conflict& conflict);

}  // namespace maillage::final_review
