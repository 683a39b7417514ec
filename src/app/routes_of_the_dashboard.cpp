#include "app/routes_of_the_dashboard.hpp"

#include "domain/indicators/definition_import_routes.hpp"
#include "domain/indicators/indicator_routes.hpp"
#include "domain/indicators/key_figures_routes.hpp"
#include "domain/indicators/slides_routes.hpp"
#include "domain/notices/notice_routes.hpp"
#include "domain/snapshots/snapshot_routes.hpp"

// The dashboard: indicators and their figures, what is shown of it, frozen of it and mailed of it.
namespace maillage::app {
namespace {

using identity::Act;
using platform::http::Method;

const Route agents[] = {
    // Groups and their indicators, one indicator and its figures.
    {Method::get, "/{council}/dashboard", Act::read_indicators, indicators::show_dashboard,
     indicators::dashboard_json, "indicators.twin.dashboard"},
    {Method::get, "/{council}/dashboard/{group}", Act::read_indicators, indicators::show_group,
     indicators::group_json, "indicators.twin.group"},
    {Method::post, "/{council}/dashboard/{group}/agreement", Act::edit_indicators,
     indicators::submit_agreement},
    {Method::get, "/{council}/dashboard/{group}/entry", Act::fill_indicators, indicators::show_entry},
    {Method::post, "/{council}/dashboard/{group}/entry", Act::fill_indicators, indicators::submit_entry},
    {Method::get, "/{council}/dashboard/{group}/entry.xlsx", Act::fill_indicators, indicators::export_entry},
    {Method::post, "/{council}/dashboard/{group}/entry/tables", Act::fill_indicators, indicators::send_table},
    {Method::get, "/{council}/dashboard/{group}/entry/tables/{table}", Act::fill_indicators,
     indicators::show_table, indicators::table_json, "indicators.twin.table"},
    {Method::post, "/{council}/dashboard/{group}/entry/tables/{table}/confirmation", Act::fill_indicators,
     indicators::confirm_table},
    {Method::get, "/{council}/indicators/missing", Act::read_indicators, indicators::show_missing,
     indicators::missing_json, "indicators.twin.missing"},
    {Method::get, "/{council}/indicators/new", Act::edit_indicators, indicators::show_new_indicator},
    {Method::get, "/{council}/indicators/export.xlsx", Act::read_indicators, indicators::export_definitions},
    {Method::get, "/{council}/indicators/import", Act::edit_indicators, indicators::show_definition_import},
    {Method::post, "/{council}/indicators/import", Act::edit_indicators, indicators::upload_definitions},
    {Method::get, "/{council}/indicators/import/model.xlsx", Act::edit_indicators,
     indicators::download_model},
    {Method::get, "/{council}/indicators/import/{definitions}", Act::edit_indicators,
     indicators::show_definition_preview, indicators::definition_preview_json, "indicators.twin.import"},
    {Method::post, "/{council}/indicators/import/{definitions}/corrections", Act::edit_indicators,
     indicators::submit_corrections},
    {Method::post, "/{council}/indicators/import/{definitions}/confirmation", Act::edit_indicators,
     indicators::confirm_definitions},
    {Method::post, "/{council}/indicators", Act::edit_indicators, indicators::submit_new_indicator},
    {Method::get, "/{council}/indicators/{indicator}", Act::read_indicators, indicators::show_indicator,
     indicators::indicator_json, "indicators.twin.indicator"},
    {Method::get, "/{council}/indicators/{indicator}/edit", Act::edit_indicators,
     indicators::show_edit_indicator},
    {Method::post, "/{council}/indicators/{indicator}/edit", Act::edit_indicators,
     indicators::submit_indicator},
    {Method::post, "/{council}/indicators/{indicator}/retirement", Act::edit_indicators,
     indicators::submit_retirement},
    {Method::post, "/{council}/indicators/{indicator}/return", Act::edit_indicators,
     indicators::submit_return},
    {Method::post, "/{council}/indicators/{indicator}/figures", Act::fill_indicators,
     indicators::submit_figure},
    {Method::post, "/{council}/indicators/{indicator}/figures/withdrawal", Act::fill_indicators,
     indicators::submit_withdrawal},
    {Method::post, "/{council}/indicators/{indicator}/figures/restoration", Act::fill_indicators,
     indicators::submit_restoration},
    {Method::post, "/{council}/indicators/{indicator}/comments", Act::fill_indicators,
     indicators::submit_comment},
    {Method::post, "/{council}/indicators/{indicator}/comments/{comment}", Act::fill_indicators,
     indicators::change_own_comment},
    {Method::post, "/{council}/indicators/{indicator}/comments/{comment}/removal", Act::edit_indicators,
     indicators::submit_comment_removal},
    // The dashboard as it was shown, and two of them beside each other.
    {Method::get, "/{council}/snapshots", Act::read_indicators, snapshots::show_snapshots,
     snapshots::snapshots_json, "snapshots.twin.list"},
    {Method::post, "/{council}/snapshots", Act::take_snapshots, snapshots::submit_freeze},
    {Method::get, "/{council}/snapshots/new", Act::take_snapshots, snapshots::show_freeze},
    {Method::get, "/{council}/snapshots/comparison", Act::read_indicators, snapshots::show_comparison,
     snapshots::comparison_json, "snapshots.twin.comparison"},
    {Method::get, "/{council}/snapshots/{snapshot}", Act::read_indicators, snapshots::show_snapshot,
     snapshots::snapshot_json, "snapshots.twin.snapshot"},
    {Method::post, "/{council}/snapshots/{snapshot}/print", Act::read_indicators, snapshots::order_print},
    {Method::post, "/{council}/snapshots/{snapshot}/workbook", Act::read_indicators,
     snapshots::order_workbook},

    // The elected official's page, and the dashboard for a projector.
    {Method::get, "/{council}/key-figures", Act::read_indicators, indicators::show_key_figures,
     indicators::key_figures_json, "indicators.twin.key_figures"},
    {Method::post, "/{council}/key-figures", Act::edit_indicators, indicators::submit_key_choice},
    {Method::get, "/{council}/key-figures/choice", Act::edit_indicators, indicators::show_key_choice},
    {Method::get, "/{council}/slides", Act::read_indicators, indicators::show_slides, indicators::slides_json,
     "indicators.twin.slides"},

    // What goes out by mail: the summary to elected officials, reminders of figures, what became of each.
    {Method::get, "/{council}/digest", Act::read_governance, notices::show_digest, notices::digest_json,
     "notices.twin.digest"},
    {Method::post, "/{council}/digest", Act::edit_governance, notices::submit_digest},
    {Method::post, "/{council}/digest/setting", Act::edit_governance, notices::submit_setting},
    {Method::get, "/{council}/reminders", Act::edit_governance, notices::show_reminders,
     notices::reminders_json, "notices.twin.reminders"},
    {Method::post, "/{council}/reminders", Act::edit_governance, notices::submit_reminder},
    {Method::get, "/{council}/profile/mails", Act::use_own_account, notices::show_own_mails},
    {Method::post, "/{council}/profile/mails", Act::use_own_account, notices::submit_own_mails},
    {Method::get, "/{council}/mails", Act::manage_accounts, notices::show_mails, notices::mails_json,
     "notices.twin.mails"},
    {Method::post, "/{council}/mails/{mail}/attempt", Act::manage_accounts, notices::submit_attempt},
};

}  // namespace

std::span<const Route> routes_of_the_dashboard() { return agents; }

}  // namespace maillage::app
