#include "app/home_routes.hpp"

#include "app/first_steps.hpp"
#include "app/home_mandate.hpp"
#include "app/home_strategy.hpp"
#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/identity/charter_store.hpp"
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

struct Today {
    std::shared_ptr<const strategy::Standing> strategy;
    std::optional<FirstSteps> first_steps;  // wanted on this page
    OwnWork own;
};

Today read_today(Call& call) {
    return identity::in_transaction(call, [&](db::Tx& tx) {
        Today today{.strategy = strategy_today(tx, call), .first_steps = {}, .own = own_work(tx, call)};
        today.first_steps = read_first_steps(tx, call, today.strategy->situation.actions);
        return today;
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

// Who decides reads one screen first: five figures, the next meeting, what waits for a decision. Who also
// runs the council stays here.
html::Answer show_start_of_council(Call& call) {
    if (decides_only(call)) return http::Response::see_other(call.path("/key-figures"));
    return show_home(call);
}

html::Answer show_home(Call& call) {
    const auto& words = call.words;
    // Their mandates count again once they have signed: nothing else waits for them here.
    if (call.actor.roles.empty() && identity::in_transaction(call, [&](db::Tx& tx) {
            return identity::suspended_by_charter(tx, call.actor);
        }))
        return http::Response::see_other(call.path("/charter"));
    const Today today = read_today(call);
    html::Page page{.title = words("app.home.title"), .section = "home", .help = "home"};
    html::page_heading(page.main, page.title, words.date_long(call.today));
    if (call.actor.roles.empty()) {
        html::notice(page.main, html::NoticeKind::warn, words("app.home.no_mandate"),
                     words("app.home.no_mandate_why"));
        const html::Url ask = call.url("/access");
        html::el(page.main, "p", {}, [&](html::Out& p) {
            html::el(p, "a", {html::a("class", "btn"), url("href", ask)}, words("identity.access.title"));
        });
    }
    if (call.may(Act::read_strategy)) html::key_figures(page.main, strategy_figures(call, *today.strategy));
    own_panels(page.main, call, today.own);
    if (call.may(Act::read_strategy)) strategy_panels(page.main, call, *today.strategy);
    if (today.first_steps) first_steps(page.main, call, *today.first_steps);
    return page;
}

http::Response home_json(Call& call) {
    struct Counted {
        governance::BodyCounts seats;
        std::int64_t organisations = 0;
        std::shared_ptr<const strategy::Standing> strategy;
    };
    const Counted counts = identity::in_transaction(call, [&](db::Tx& tx) {
        return Counted{.seats = governance::count_bodies(tx, call.actor, call.today),
                       .organisations = directory::count_organisations(tx, call.actor),
                       .strategy = strategy_today(tx, call)};
    });
    platform::JsonWriter json;
    json.begin_object().member("today", call.today.iso()).member("bodies", counts.seats.bodies);
    json.member("members", counts.seats.members).member("organisations", counts.organisations);
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
