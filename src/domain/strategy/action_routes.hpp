#pragma once

#include "domain/identity/api.hpp"

// One action: its page, and everything that changes it.
namespace maillage::strategy {

platform::html::Answer show_action(identity::Call& call);
platform::http::Response action_json(identity::Call& call);
platform::html::Answer show_history(identity::Call& call);
platform::http::Response history_json(identity::Call& call);

platform::html::Answer show_new_action(identity::Call& call);
platform::html::Answer create_action(identity::Call& call);
platform::html::Answer show_edit_action(identity::Call& call);
platform::html::Answer edit_action(identity::Call& call);
platform::html::Answer save_action_draft(identity::Call& call);
platform::html::Answer save_news_draft(identity::Call& call);

platform::html::Answer change_state(identity::Call& call);
platform::html::Answer delete_action(identity::Call& call);
platform::html::Answer undo_changes(identity::Call& call);
platform::html::Answer preview_bulk(identity::Call& call);
platform::html::Answer apply_bulk(identity::Call& call);

platform::html::Answer add_step(identity::Call& call);
platform::html::Answer show_step(identity::Call& call);
platform::html::Answer change_step(identity::Call& call);
platform::html::Answer post_news(identity::Call& call);
platform::html::Answer post_link(identity::Call& call);
platform::html::Answer remove_link(identity::Call& call);

platform::html::Answer show_new_record(identity::Call& call);
platform::html::Answer create_record(identity::Call& call);
platform::html::Answer show_record(identity::Call& call);
platform::html::Answer change_record(identity::Call& call);
platform::html::Answer remove_record(identity::Call& call);
platform::html::Answer show_new_line(identity::Call& call);
platform::html::Answer add_line(identity::Call& call);
platform::html::Answer show_line(identity::Call& call);
platform::html::Answer change_line(identity::Call& call);
platform::html::Answer remove_line(identity::Call& call);
platform::html::Answer post_budget(identity::Call& call);
platform::html::Answer show_budget_line(identity::Call& call);
platform::html::Answer change_budget_line(identity::Call& call);
platform::html::Answer remove_budget_line(identity::Call& call);

}  // namespace maillage::strategy
