#include <array>
#include <vector>

#include "app/help_routes.hpp"
#include "app/home_routes.hpp"
#include "app/job_routes.hpp"
#include "app/kept_form_page.hpp"
#include "app/language_routes.hpp"
#include "app/membership_routes.hpp"
#include "app/openapi_routes.hpp"
#include "app/organisation_actions.hpp"
#include "app/route.hpp"
#include "app/routes_of_access.hpp"
#include "app/routes_of_reviews.hpp"
#include "app/routes_of_the_dashboard.hpp"
#include "app/search_routes.hpp"
#include "app/territory_routes.hpp"
#include "domain/directory/organisation_routes.hpp"
#include "domain/documents/download_routes.hpp"
#include "domain/governance/body_routes.hpp"
#include "domain/governance/member_routes.hpp"
#include "domain/governance/prefect_routes.hpp"
#include "domain/identity/accounts_routes.hpp"
#include "domain/identity/invitation_list_routes.hpp"
#include "domain/identity/invitation_routes.hpp"
#include "domain/identity/journal_routes.hpp"
#include "domain/identity/passkey_routes.hpp"
#include "domain/identity/profile_routes.hpp"
#include "domain/identity/provider_routes.hpp"
#include "domain/identity/second_factor_routes.hpp"
#include "domain/identity/sign_in_routes.hpp"
#include "domain/identity/unlock_phrase_routes.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/evidence_routes.hpp"
#include "domain/strategy/import_routes.hpp"
#include "platform/oidc/settings.hpp"

// Every route of both sites, with those of routes_of_*.cpp. A page's twin is at the same address + ".json",
// under the same act.
namespace maillage::app {
namespace {

static_assert(platform::oidc::way_back == "/sign-in/provider/back",
              "the provider sends people to this route");

using identity::Act;
using platform::http::Method;

constexpr auto before_sign_in = Route::Once::no;
// The forms of the frame around every page: doing them twice changes nothing.
constexpr auto harmless_twice = Route::Once::no;

const Route agents[] = {
    {Method::get, "/", Act::read_public, identity::show_start},
    {Method::get, "/sign-in", Act::read_public, identity::show_sign_in},
    {.method = Method::post,
     .pattern = "/sign-in",
     .act = Act::read_public,
     .page = identity::submit_sign_in,
     .once = before_sign_in},
    {Method::get, "/sign-in/code", Act::read_public, identity::show_sign_in_code},
    {.method = Method::post,
     .pattern = "/sign-in/code",
     .act = Act::read_public,
     .page = identity::submit_sign_in_code,
     .once = before_sign_in},
    {Method::get, "/sign-in/passkey", Act::read_public, identity::show_passkey_sign_in},
    {.method = Method::post,
     .pattern = "/sign-in/passkey",
     .act = Act::read_public,
     .page = identity::submit_passkey_sign_in,
     .once = before_sign_in},
    {Method::get, "/invitation", Act::read_public, identity::show_invitation},
    {.method = Method::post,
     .pattern = "/invitation",
     .act = Act::read_public,
     .page = identity::submit_invitation,
     .once = before_sign_in},
    {Method::get, "/sign-in/provider", Act::read_public, identity::go_to_provider},
    {Method::get, "/sign-in/provider/back", Act::read_public, identity::come_back_from_provider},
    {.method = Method::post,
     .pattern = "/invitation/provider",
     .act = Act::read_public,
     .page = identity::begin_invitation_by_provider,
     .once = before_sign_in},
    {.method = Method::post,
     .pattern = "/sign-out",
     .act = Act::read_public,
     .page = identity::submit_sign_out,
     .once = before_sign_in},
    {Method::get, "/kept-form", Act::use_own_account, show_kept_form},
    {.method = Method::post,
     .pattern = "/preferences",
     .act = Act::read_public,
     .page = switch_visitor_language,
     .once = before_sign_in},

    // Today, search, help, the description of the JSON twins.
    {Method::get, "/{council}", Act::use_own_account, show_start_of_council, home_json, "app.twin.home"},
    {Method::get, "/{council}/today", Act::use_own_account, show_home, home_json, "app.twin.home"},
    {Method::get, "/{council}/search", Act::use_own_account, show_search, search_json, "app.twin.search"},
    {Method::get, "/{council}/openapi", Act::use_own_account, show_api, openapi_json, "app.twin.openapi"},
    // The same before one knows the council's address: the session knows it.
    {Method::get, "/openapi", Act::use_own_account, show_api, openapi_json, "app.twin.openapi"},
    {Method::get, "/{council}/help", Act::read_public, show_help_index},
    {Method::get, "/{council}/help/{page}", Act::read_public, show_help},
    {Method::get, "/help", Act::read_public, show_help_index},
    {Method::get, "/help/{page}", Act::read_public, show_help},
    {Method::get, "/accessibility", Act::read_public, show_accessibility},
    {Method::get, "/legal", Act::read_public, show_legal},

    // The strategy's actions: lists first, then one action and what changes it.
    {Method::get, "/{council}/strategy", Act::read_strategy, strategy::show_strategy, strategy::strategy_json,
     "strategy.twin.strategy"},
    {Method::post, "/{council}/strategy/references", Act::edit_strategy, strategy::post_reference},
    {Method::get, "/{council}/actions", Act::read_strategy, strategy::show_actions, strategy::actions_json,
     "strategy.twin.actions"},
    {Method::get, "/{council}/actions/kanban", Act::read_strategy, strategy::show_board,
     strategy::actions_json, "strategy.twin.actions"},
    {Method::get, "/{council}/actions/gantt", Act::read_strategy, strategy::show_gantt,
     strategy::actions_json, "strategy.twin.actions"},
    {Method::get, "/{council}/actions/by/{dimension}", Act::read_strategy, strategy::show_grouped,
     strategy::grouped_json, "strategy.twin.grouped"},
    {Method::get, "/{council}/actions/matrix", Act::read_strategy, strategy::show_matrix,
     strategy::matrix_json, "strategy.twin.matrix"},
    {Method::get, "/{council}/actions/deleted", Act::edit_strategy, strategy::show_deleted,
     strategy::deleted_json, "strategy.twin.deleted"},
    {Method::get, "/{council}/actions/export.csv", Act::export_strategy, strategy::export_csv},
    {Method::get, "/{council}/actions/export.xlsx", Act::export_strategy, strategy::export_xlsx},
    {Method::post, "/{council}/actions/print", Act::export_strategy, strategy::order_table_print},
    {Method::post, "/{council}/actions/views", Act::read_strategy, strategy::save_view},
    {Method::post, "/{council}/actions/views/{view}/deletion", Act::read_strategy, strategy::delete_view},
    {Method::get, "/{council}/actions/new", Act::edit_strategy, strategy::show_new_action},
    {Method::post, "/{council}/actions", Act::edit_strategy, strategy::create_action},
    {Method::post, "/{council}/actions/bulk/preview", Act::edit_strategy, strategy::preview_bulk},
    {Method::post, "/{council}/actions/bulk", Act::edit_strategy, strategy::apply_bulk},
    {Method::post, "/{council}/changes/{set}/undo", Act::edit_strategy, strategy::undo_changes},
    {.method = Method::post,
     .pattern = "/{council}/drafts/actions/{form}",
     .act = Act::edit_strategy,
     .page = strategy::save_action_draft,
     .once = Route::Once::no},
    {.method = Method::post,
     .pattern = "/{council}/drafts/news/{code}",
     .act = Act::comment_strategy,
     .page = strategy::save_news_draft,
     .once = Route::Once::no},
    {.method = Method::post,
     .pattern = "/{council}/drafts/organisations/{form}",
     .act = Act::edit_directory,
     .page = directory::save_organisation_draft,
     .once = Route::Once::no},
    {Method::get, "/{council}/actions/import", Act::import_strategy, strategy::show_import},
    {Method::post, "/{council}/actions/import", Act::import_strategy, strategy::upload_import},
    {Method::get, "/{council}/actions/import/{id}", Act::import_strategy, strategy::show_import_preview,
     strategy::import_preview_json, "strategy.twin.import"},
    {Method::post, "/{council}/actions/import/{id}/columns", Act::import_strategy,
     strategy::choose_import_columns},
    {Method::post, "/{council}/actions/import/{id}/confirmation", Act::import_strategy,
     strategy::confirm_import},
    {Method::get, "/{council}/actions/import/{id}/refused.csv", Act::import_strategy,
     strategy::refused_rows_csv},
    {Method::get, "/{council}/actions/{code}", Act::read_strategy, strategy::show_action,
     strategy::action_json, "strategy.twin.action"},
    {Method::get, "/{council}/actions/{code}/history", Act::read_strategy, strategy::show_history,
     strategy::history_json, "strategy.twin.history"},
    {Method::get, "/{council}/actions/{code}/edit", Act::edit_strategy, strategy::show_edit_action},
    {Method::post, "/{council}/actions/{code}/edit", Act::edit_strategy, strategy::edit_action},
    {Method::post, "/{council}/actions/{code}/state", Act::edit_strategy, strategy::change_state},
    {Method::post, "/{council}/actions/{code}/deletion", Act::edit_strategy, strategy::delete_action},
    {Method::post, "/{council}/actions/{code}/steps", Act::edit_strategy, strategy::add_step},
    {Method::get, "/{council}/actions/{code}/steps/{step}", Act::edit_strategy, strategy::show_step},
    {Method::post, "/{council}/actions/{code}/steps/{step}", Act::edit_strategy, strategy::change_step},
    {Method::post, "/{council}/actions/{code}/news", Act::comment_strategy, strategy::post_news},
    {Method::post, "/{council}/actions/{code}/links", Act::edit_strategy, strategy::post_link},
    {Method::post, "/{council}/actions/{code}/links/{link}/deletion", Act::edit_strategy,
     strategy::remove_link},
    {Method::get, "/{council}/actions/{code}/records/new", Act::edit_strategy, strategy::show_new_record},
    {Method::post, "/{council}/actions/{code}/records/new", Act::edit_strategy, strategy::create_record},
    {Method::get, "/{council}/actions/{code}/records/{sheet}/edit", Act::edit_strategy,
     strategy::show_record},
    {Method::post, "/{council}/actions/{code}/records/{sheet}/edit", Act::edit_strategy,
     strategy::change_record},
    {Method::post, "/{council}/actions/{code}/records/{sheet}/deletion", Act::edit_strategy,
     strategy::remove_record},
    {Method::get, "/{council}/actions/{code}/records/{sheet}/lines/new", Act::edit_strategy,
     strategy::show_new_line},
    {Method::post, "/{council}/actions/{code}/records/{sheet}/lines", Act::edit_strategy, strategy::add_line},
    {Method::get, "/{council}/actions/{code}/records/{sheet}/lines/{line}", Act::edit_strategy,
     strategy::show_line},
    {Method::post, "/{council}/actions/{code}/records/{sheet}/lines/{line}", Act::edit_strategy,
     strategy::change_line},
    {Method::post, "/{council}/actions/{code}/records/{sheet}/lines/{line}/deletion", Act::edit_strategy,
     strategy::remove_line},
    {Method::post, "/{council}/actions/{code}/budget", Act::edit_strategy, strategy::post_budget},
    {Method::get, "/{council}/actions/{code}/budget/{expense}", Act::edit_strategy,
     strategy::show_budget_line},
    {Method::post, "/{council}/actions/{code}/budget/{expense}", Act::edit_strategy,
     strategy::change_budget_line},
    {Method::post, "/{council}/actions/{code}/budget/{expense}/deletion", Act::edit_strategy,
     strategy::remove_budget_line},
    {Method::post, "/{council}/actions/{code}/evidence", Act::attach_evidence, strategy::post_evidence},
    {Method::post, "/{council}/actions/{code}/evidence/{evidence}/removal", Act::attach_evidence,
     strategy::remove_evidence},
    {Method::post, "/{council}/actions/{code}/evidence/{evidence}/restoration", Act::attach_evidence,
     strategy::restore_evidence},
    // One's own account, everybody's accounts, the journal.
    {Method::get, "/{council}/profile", Act::use_own_account, identity::show_profile,
     identity::show_profile_json, "identity.twin.profile"},
    {Method::post, "/{council}/profile", Act::use_own_account, identity::save_profile},
    {Method::post, "/{council}/profile/password", Act::use_own_account, identity::change_password},
    {Method::post, "/{council}/profile/sessions", Act::use_own_account, identity::close_session},
    {Method::get, "/{council}/profile/second-factor", Act::use_own_account, identity::show_second_factor},
    {.method = Method::post,
     .pattern = "/{council}/profile/second-factor",
     .act = Act::use_own_account,
     .page = identity::set_up_second_factor,
     .once = Route::Once::yes_and_shown_once},
    {.method = Method::post,
     .pattern = "/{council}/profile/second-factor/confirmation",
     .act = Act::use_own_account,
     .page = identity::confirm_own_second_factor,
     .once = Route::Once::yes_and_shown_once},
    {.method = Method::post,
     .pattern = "/{council}/profile/second-factor/codes",
     .act = Act::use_own_account,
     .page = identity::give_new_recovery_codes,
     .once = Route::Once::yes_and_shown_once},
    {Method::post, "/{council}/profile/second-factor/removal", Act::use_own_account,
     identity::remove_own_second_factor},
    {Method::post, "/{council}/profile/key", Act::use_own_account, identity::unlock_key},
    {Method::get, "/{council}/profile/passkeys", Act::use_own_account, identity::show_passkeys,
     identity::show_passkeys_json, "identity.twin.passkeys"},
    {Method::post, "/{council}/profile/passkeys", Act::use_own_account, identity::begin_passkey},
    {.method = Method::post,
     .pattern = "/{council}/profile/passkeys/registration",
     .act = Act::use_own_account,
     .page = identity::keep_passkey,
     .once = Route::Once::yes_and_shown_once},
    {Method::post, "/{council}/profile/passkeys/name", Act::use_own_account, identity::name_passkey},
    {Method::post, "/{council}/profile/passkeys/removal", Act::use_own_account, identity::end_passkey},
    {Method::get, "/{council}/profile/provider", Act::use_own_account, identity::show_own_provider},
    {Method::post, "/{council}/profile/provider", Act::use_own_account, identity::begin_own_link},
    {Method::post, "/{council}/profile/provider/removal", Act::use_own_account, identity::end_own_link},
    {Method::get, "/{council}/profile/unlock-phrase", Act::use_own_account, identity::show_unlock_phrase},
    {Method::post, "/{council}/profile/unlock-phrase", Act::use_own_account, identity::choose_unlock_phrase},
    {Method::post, "/{council}/profile/unlock-phrase/opening", Act::use_own_account,
     identity::unlock_by_phrase},
    {.method = Method::post,
     .pattern = "/{council}/preferences",
     .act = Act::use_own_account,
     .page = identity::switch_preference,
     .once = harmless_twice},
    {.method = Method::post,
     .pattern = "/{council}/session",
     .act = Act::use_own_account,
     .page = identity::prolong_session,
     .once = harmless_twice},
    {.method = Method::post,
     .pattern = "/{council}/sign-out",
     .act = Act::read_public,
     .page = identity::submit_sign_out,
     .once = harmless_twice},
    {Method::get, "/{council}/accounts", Act::manage_accounts, identity::show_accounts,
     identity::show_accounts_json, "identity.twin.accounts"},
    {.method = Method::post,
     .pattern = "/{council}/accounts",
     .act = Act::manage_accounts,
     .page = identity::add_account,
     .once = Route::Once::yes_and_shown_once},
    {Method::get, "/{council}/accounts/list", Act::manage_accounts, identity::show_list},
    {Method::post, "/{council}/accounts/list/preview", Act::manage_accounts, identity::preview_list},
    {.method = Method::post,
     .pattern = "/{council}/accounts/list",
     .act = Act::manage_accounts,
     .page = identity::invite_list,
     .once = Route::Once::yes_and_shown_once},
    {Method::get, "/{council}/accounts/new", Act::manage_accounts, identity::show_new_account},
    {Method::get, "/{council}/accounts/{account}", Act::manage_accounts, identity::show_account,
     identity::show_account_json, "identity.twin.account"},
    {Method::post, "/{council}/accounts/{account}/mandates", Act::manage_accounts, identity::add_mandate},
    {Method::post, "/{council}/accounts/{account}/mandates/confirmation", Act::manage_accounts,
     identity::second_mandate},
    {Method::post, "/{council}/accounts/{account}/mandates/end", Act::manage_accounts,
     identity::close_mandate},
    {Method::post, "/{council}/accounts/{account}/second-factor/removal", Act::manage_accounts,
     identity::remove_lost_factor},
    {Method::post, "/{council}/accounts/{account}/disable", Act::manage_accounts, identity::close_account},
    {.method = Method::post,
     .pattern = "/{council}/accounts/{account}/invitation",
     .act = Act::manage_accounts,
     .page = identity::renew_code,
     .once = Route::Once::yes_and_shown_once},
    {Method::get, "/{council}/journal", Act::read_audit, identity::show_journal, identity::show_journal_json,
     "identity.twin.journal"},

    // The directory of partners.
    {Method::get, "/{council}/organisations", Act::read_directory, directory::show_list, directory::list_json,
     "directory.twin.list"},
    {Method::post, "/{council}/organisations", Act::edit_directory, directory::submit_new_organisation},
    {Method::get, "/{council}/organisations/new", Act::edit_directory, directory::show_new_organisation},
    {Method::get, "/{council}/organisations/{organisation}", Act::read_directory, show_organisation,
     directory::organisation_json, "directory.twin.organisation"},
    {Method::post, "/{council}/organisations/{organisation}", Act::edit_directory,
     directory::submit_organisation},
    {Method::get, "/{council}/organisations/{organisation}/edit", Act::edit_directory,
     directory::show_edit_organisation},
    {Method::post, "/{council}/organisations/{organisation}/archive", Act::edit_directory,
     directory::submit_archive},
    {Method::post, "/{council}/organisations/{organisation}/restoration", Act::edit_directory,
     directory::submit_restoration},
    {Method::post, "/{council}/organisations/{organisation}/contacts", Act::edit_directory,
     directory::submit_new_contact},
    {Method::get, "/{council}/organisations/{organisation}/contacts/new", Act::edit_directory,
     directory::show_new_contact},
    {Method::post, "/{council}/organisations/{organisation}/contacts/{contact}", Act::edit_directory,
     directory::submit_contact},
    {Method::get, "/{council}/organisations/{organisation}/contacts/{contact}/edit", Act::edit_directory,
     directory::show_edit_contact},
    {Method::post, "/{council}/organisations/{organisation}/contacts/{contact}/removal", Act::edit_directory,
     directory::submit_contact_removal},
    {Method::post, "/{council}/organisations/{organisation}/contacts/{contact}/restoration",
     Act::edit_directory, directory::submit_contact_restoration},

    // Files, communes and zones, the words of the trade.
    {Method::get, "/{council}/documents/{id}", Act::read_documents, documents::download},
    {Method::get, "/{council}/territory", Act::read_strategy, show_territory, territory_json,
     "territory.twin.all"},
    {Method::get, "/{council}/territory/communes", Act::read_strategy, show_memberships, memberships_json,
     "territory.twin.memberships"},
    {Method::post, "/{council}/territory/communes", Act::edit_governance, submit_membership},
    {Method::post, "/{council}/territory/communes/{membership}/ending", Act::edit_governance,
     submit_membership_ending},
    {Method::post, "/{council}/territory/communes/{membership}/reopening", Act::edit_governance,
     submit_membership_reopening},
    {Method::get, "/{council}/glossary", Act::use_own_account, show_glossary, glossary_json,
     "territory.twin.glossary"},

    // Work under way for who asks.
    {Method::get, "/{council}/jobs", Act::use_own_account, show_jobs, jobs_json, "app.twin.jobs"},
    {Method::get, "/{council}/jobs/{job}", Act::use_own_account, show_job, job_json, "app.twin.job"},
    {Method::get, "/{council}/jobs/{job}/events", Act::use_own_account, job_events},
    {Method::get, "/{council}/jobs/{job}/result", Act::use_own_account, job_result},
    {Method::post, "/{council}/jobs/{job}/cancellation", Act::use_own_account, cancel_job},

    // The council's bodies and their members.
    {Method::get, "/{council}/bodies", Act::read_governance, governance::show_bodies, governance::bodies_json,
     "governance.twin.bodies"},
    {Method::get, "/{council}/prefect-records", Act::read_governance, governance::show_prefect_records,
     governance::prefect_records_json, "governance.twin.prefect_records"},
    {Method::post, "/{council}/prefect-records", Act::edit_governance, governance::submit_prefect_record},
    {Method::post, "/{council}/prefect-records/{record}/withdrawal", Act::edit_governance,
     governance::withdraw_prefect_record},
    {Method::post, "/{council}/prefect-records/{record}/restoration", Act::edit_governance,
     governance::restore_prefect_record},
    {Method::get, "/{council}/bodies/{body}", Act::read_governance, governance::show_body,
     governance::body_json, "governance.twin.body"},
    {Method::post, "/{council}/bodies/{body}/members", Act::edit_governance, governance::submit_new_member},
    {Method::get, "/{council}/bodies/{body}/members/new", Act::edit_governance, governance::show_new_member},
    {Method::post, "/{council}/bodies/{body}/quorum", Act::edit_governance, governance::submit_quorum},
    {Method::get, "/{council}/bodies/{body}/members/{member}", Act::edit_governance, governance::show_member,
     governance::member_json, "governance.twin.member"},
    {Method::post, "/{council}/bodies/{body}/members/{member}/replacement", Act::edit_governance,
     governance::submit_replacement},
    {Method::post, "/{council}/bodies/{body}/members/{member}/ending", Act::edit_governance,
     governance::submit_ending},
    {Method::post, "/{council}/bodies/{body}/members/{member}/reinstatement", Act::edit_governance,
     governance::submit_reinstatement},

};

const Route residents[] = {
    {Method::get, "/", Act::read_public, show_residents_home},
    {Method::get, "/accessibility", Act::read_public, show_accessibility},
    {Method::get, "/legal", Act::read_public, show_legal},
    {.method = Method::post,
     .pattern = "/preferences",
     .act = Act::read_public,
     .page = switch_visitor_language,
     .once = before_sign_in},
};

}  // namespace

std::span<const Route> agents_routes() {
    static const std::vector<Route> all = [] {
        std::vector<Route> joined(std::begin(agents), std::end(agents));
        for (const auto& more : {routes_of_the_dashboard(), routes_of_reviews(), routes_of_access()})
            joined.insert(joined.end(), more.begin(), more.end());
        return joined;
    }();
    return all;
}
std::span<const Route> residents_routes() { return residents; }

}  // namespace maillage::app
