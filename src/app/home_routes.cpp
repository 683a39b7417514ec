#include "app/home_routes.hpp"

#include "app/first_steps.hpp"
#include "app/home_strategy.hpp"
#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "platform/html/components.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;
using html::Out;
using identity::Act;
using identity::Call;

struct Counts {
    std::int64_t bodies = 0, members = 0, organisations = 0;
    std::shared_ptr<const strategy::Standing> strategy;
    std::optional<FirstSteps> first_steps;  // wanted on this page
};

Counts count(Call& call) {
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        Counts counts;
        const auto seats = governance::count_bodies(tx, call.actor, call.today);
        counts.bodies = seats.bodies;
        counts.members = seats.members;
        counts.strategy = strategy_today(tx, call);
        counts.organisations = directory::count_organisations(tx, call.actor);
        counts.first_steps = read_first_steps(tx, call, counts.strategy->situation.actions);
        return counts;
    });
}

void figures(Out& out, const Call& call, const Counts& counts) {
    const auto& words = call.words;
    std::vector<html::KeyFigure> shown;
    if (call.may(Act::read_strategy))
        shown = strategy_figures(call, *counts.strategy);
    else if (call.may(Act::read_governance))
        shown.push_back({.title = words("app.home.bodies"),
                         .value = words.number(counts.bodies),
                         .path = call.path("/bodies")});
    if (shown.empty() && call.may(Act::read_directory))
        shown.push_back({.title = words("app.home.organisations"),
                         .value = words.number(counts.organisations),
                         .path = call.path("/organisations")});
    if (!shown.empty()) html::key_figures(out, shown);
}

// Who follows no strategy begins with what the mandate is for.
void tasks_of_the_mandate(Out& out, const Call& call) {
    const auto& words = call.words;
    html::panel(out, "tasks", words("app.home.tasks"), [&](Out& o) {
        html::el(o, "ul", {html::a("class", "plain-list")}, [&](Out& list) {
            const auto task = [&](Act act, platform::i18n::Key label, platform::i18n::Key why,
                                  std::string_view path) {
                if (!call.may(act)) return;
                const html::Url target = call.url(path);
                html::el(list, "li", {}, [&](Out& item) {
                    html::el(item, "a", {url("href", target)}, words(label));
                    html::el(item, "div", {html::a("class", "muted")}, words(why));
                });
            };
            task(Act::manage_accounts, "app.home.task_accounts", "app.home.task_accounts_why", "/accounts");
            task(Act::read_audit, "app.home.task_journal", "app.home.task_journal_why", "/journal");
            task(Act::use_own_account, "app.home.task_profile", "app.home.task_profile_why", "/profile");
        });
    });
}

void write_actions(platform::JsonWriter& json, std::string_view name,
                   const std::vector<strategy::ActionSummary>& actions) {
    json.key(name).begin_array();
    for (const strategy::ActionSummary& action : actions)
        json.begin_object()
            .member("code", action.code)
            .member("title", action.title)
            .member("pilot", action.pilot)
            .member("due", action.due ? action.due->iso() : std::string())
            .member("progress", action.progress)
            .end_object();
    json.end_array();
}

}  // namespace

html::Answer show_home(Call& call) {
    const auto& words = call.words;
    const Counts counts = count(call);
    html::Page page{.title = words("app.home.title"), .section = "home", .help = "home"};
    html::page_heading(page.main, page.title, words.date_long(call.today));
    if (call.actor.roles.empty())
        html::notice(page.main, html::NoticeKind::warn, words("app.home.no_mandate"),
                     words("app.home.no_mandate_why"));
    figures(page.main, call, counts);
    if (call.may(Act::read_strategy))
        strategy_panels(page.main, call, *counts.strategy);
    else if (!call.actor.roles.empty())
        tasks_of_the_mandate(page.main, call);
    if (counts.first_steps) first_steps(page.main, call, *counts.first_steps);
    return page;
}

http::Response home_json(Call& call) {
    const Counts counts = count(call);
    platform::JsonWriter json;
    json.begin_object().member("today", call.today.iso()).member("bodies", counts.bodies);
    json.member("members", counts.members).member("organisations", counts.organisations);
    const auto& now = counts.strategy->situation;
    json.member("actions", now.actions).member("late", now.late).member("due14", now.due14);
    json.member("due30", now.due30).member("silent", now.silent).member("progress", now.mean_progress);
    write_actions(json, "late_actions", counts.strategy->late);
    write_actions(json, "due30_actions", counts.strategy->due30);
    write_actions(json, "silent_actions", counts.strategy->silent);
    json.end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::app
