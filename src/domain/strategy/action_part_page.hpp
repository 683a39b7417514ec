#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "domain/strategy/action_view.hpp"
#include "platform/html/form.hpp"

// What the routes around an action share: its parts (steps, links, records, money) have numbers in the
// address and, where there is more than one field to change, a page of their own.
namespace maillage::strategy {

// The number in an address or a field; -1, which nothing has, for anything else.
std::int64_t number_of(std::string_view text);

// The named fields of the form as they were typed.
platform::html::FormState typed(const identity::Call& call, std::initializer_list<std::string_view> fields);

// Back to the action, which offers to undo what was just done.
platform::http::Response saved(const identity::Call& call, const Action& action, Change& change);

// A page for one form of an action; 422 with the summary when `state` has refusals.
platform::html::Page part_page(const identity::Call& call, const Action& action, const std::string& title,
                               const platform::html::FormState& state,
                               const std::function<void(platform::html::Out&)>& form);
// A form that is a button alone: what it does, for whom sees it and for whom hears it.
void button_form(platform::html::Out& out, const identity::Call& call, const std::string& path,
                 const std::string& label, const std::string& about);

// Runs `work(scope, action)` on the action that the address names; not found without it or the right.
template <class Work>
platform::html::Answer on_action(identity::Call& call, Work&& work) {
    return within(call, [&](Scope& scope) -> platform::html::Answer {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action || !(scope.may_edit || scope.may_comment)) return not_found();
        return work(scope, *action);
    });
}
// The same for who may edit.
template <class Work>
platform::html::Answer on_edited_action(identity::Call& call, Work&& work) {
    return on_action(call, [&](Scope& scope, const Action& action) -> platform::html::Answer {
        if (!scope.may_edit) return not_found();
        return work(scope, action);
    });
}

}  // namespace maillage::strategy
