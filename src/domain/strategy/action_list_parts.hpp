#pragma once

#include <memory>

#include "domain/strategy/action_view.hpp"
#include "domain/strategy/kept.hpp"

// The parts that the lists of actions have in common: tabs, chips with their counts, the filter form.
namespace maillage::strategy {

// What the filters offer.
struct Choices {
    References references;
    std::vector<std::string> pilots, quartiers;
};
struct ListView {
    ActionFilter filter;
    std::shared_ptr<const ActionCounts> counts;
    std::shared_ptr<const Choices> choices;
    std::vector<Reference> partners;
    std::optional<Kept> kept;  // nothing for who may not read
};
ListView read_list_view(Scope& scope, const identity::Call& call);
// The rows of the view's page.
std::shared_ptr<const std::vector<Action>> read_rows(Scope& scope, ListView& view);

void list_tabs(platform::html::Out& out, const identity::Call& call, std::string_view current);
void alarm_chips(platform::html::Out& out, const identity::Call& call, const ListView& view,
                 std::string_view path);
void filter_form(platform::html::Out& out, const identity::Call& call, const ListView& view,
                 std::string_view path);
void views_bar(platform::html::Out& out, const identity::Call& call, Scope& scope, const ListView& view);

}  // namespace maillage::strategy
