#pragma once

#include "domain/identity/api.hpp"

// Lists of actions: tracking table, kanban, Gantt, per objective, group, pilot…, matrix of the axes.
namespace maillage::strategy {

platform::html::Answer show_actions(identity::Call& call);
platform::http::Response actions_json(identity::Call& call);
platform::html::Answer show_board(identity::Call& call);
platform::html::Answer show_gantt(identity::Call& call);
platform::html::Answer show_grouped(identity::Call& call);
platform::http::Response grouped_json(identity::Call& call);
platform::html::Answer show_matrix(identity::Call& call);
platform::http::Response matrix_json(identity::Call& call);
// Deleted lately, for those who may bring them back.
platform::html::Answer show_deleted(identity::Call& call);
platform::http::Response deleted_json(identity::Call& call);
platform::html::Answer show_strategy(identity::Call& call);
platform::http::Response strategy_json(identity::Call& call);
platform::html::Answer post_reference(identity::Call& call);
// The day on which the strategy ends.
platform::html::Answer show_end(identity::Call& call);
platform::html::Answer submit_end(identity::Call& call);
platform::html::Answer save_view(identity::Call& call);
platform::html::Answer delete_view(identity::Call& call);
platform::html::Answer export_csv(identity::Call& call);
platform::html::Answer export_xlsx(identity::Call& call);
// Leads to the page of the job that makes the PDF.
platform::html::Answer order_table_print(identity::Call& call);

}  // namespace maillage::strategy
