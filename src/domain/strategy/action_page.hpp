#pragma once

#include "domain/strategy/action_view.hpp"
#include "domain/strategy/around_store.hpp"

// The sections of an action's page. A form that was refused is shown again in its place, with what was typed.
namespace maillage::strategy {

struct ActionView {
    const identity::Call& call;
    Scope& scope;
    Action action;
    References references;
    std::vector<Step> steps;             // deleted ones too: the history names them
    std::string_view refused_form = {};  // "steps", "news", "links", "records", "budget", "evidence"
    const platform::html::FormState* state = nullptr;

    // What the form named `form` shows.
    const platform::html::FormState& state_of(std::string_view form) const;
};

platform::html::Page action_page(const ActionView& view);
// 422: the page with the refused form.
platform::html::Page refused_page(const identity::Call& call, Scope& scope, const Action& action,
                                  std::string_view form, const platform::html::FormState& state);

void steps_section(platform::html::Out& out, const ActionView& view);
// Title, due date and weight: the form that adds a step and the one that changes it.
void step_fields(platform::html::Out& out, const platform::i18n::Words& words,
                 const platform::html::FormState& state);
void evidence_section(platform::html::Out& out, const ActionView& view);
// The page of the news that the address asks for ("?news=2").
std::int64_t news_page(const identity::Call& call);
void news_section(platform::html::Out& out, const ActionView& view);
void links_section(platform::html::Out& out, const ActionView& view);
void records_section(platform::html::Out& out, const ActionView& view);
void budget_section(platform::html::Out& out, const ActionView& view);
// The fields of a budget line, of its own page and of the one that adds it.
void budget_fields(platform::html::Out& out, const platform::i18n::Words& words,
                   const platform::html::FormState& state);
// The latest `most` changes of an action, in words.
struct HistoryView {
    const identity::Call& call;
    Scope& scope;
    const Action& action;
    const References& references;
    int most;
};
void history_section(platform::html::Out& out, const HistoryView& view);

}  // namespace maillage::strategy
