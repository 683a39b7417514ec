#include "app/first_steps.hpp"

#include <algorithm>

#include "domain/directory/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/indicators/api.hpp"
#include "domain/strategy/api.hpp"
#include "domain/territory/api.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"
#include "platform/memo/memo.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
namespace db = platform::db;
using html::a;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Key;

void hidden(Out& out, std::string_view name, std::string_view value) {
    html::void_el(out, "input", {a("type", "hidden"), a("name", name), a("value", value)});
}

// One answer of the account to its list, kept with its preferences.
void answer_form(Out& out, const Call& call, std::string_view name, std::string_view value,
                 const std::string& label) {
    const html::Url target = call.url("/preferences");
    html::form_open(out, target, fresh_tokens(call));
    hidden(out, name, value);
    hidden(out, "back", call.path(""));
    html::el(out, "button", {a("type", "submit"), a("class", "btn alt sm")}, label);
    html::form_close(out);
}

// The one step to take now, with its reason.
void next_step(Out& out, const Call& call, const FirstStep& step) {
    const auto& words = call.words;
    const html::Url target = html::Url::path(step.path);
    html::el(out, "p", {}, [&](Out& p) {
        html::el(p, "strong", {}, words("app.steps.next", {{"step", words(step.label)}}));
    });
    html::el(out, "p", {}, words(step.why));
    html::el(out, "p", {}, [&](Out& p) {
        html::el(p, "a", {url("href", target), a("class", "btn")}, words("app.steps.begin"));
    });
    answer_form(out, call, "skip_step", step.name, words("app.steps.skip"));
}

html::TaskRow row_of(const Call& call, const FirstStep& step) {
    html::TaskRow row{.label = call.words(step.label), .path = step.path};
    if (step.done) {
        row.state = html::State::ok;
        row.state_text = call.words("app.home.done");
    } else if (step.skipped) {
        row.state = html::State::off;
        row.state_text = call.words("app.steps.skipped");
    } else {
        row.state = html::State::todo;
        row.state_text = call.words("app.home.to_do");
    }
    return row;
}

struct Done {
    bool organisations = false, bodies = false, references = false, actions = false, indicators = false,
         figures = false, dashboard = false, territory = false, members = false, accounts = false;
    bool operator==(const Done&) const = default;
};

// Counts what was not done the last time that somebody looked.
Done counted(db::Tx& tx, const Call& call, std::int64_t actions, Done done) {
    const auto once = [](bool& step, auto&& look) {
        if (!step) step = look();
    };
    done.actions = done.actions || actions > 0;
    once(done.organisations, [&] { return directory::count_organisations(tx, call.actor) > 0; });
    once(done.references, [&] { return strategy::has_domains_and_groups(tx, call); });
    once(done.territory, [&] { return territory::count_members(tx, call.actor.council, call.today) > 0; });
    if (!done.bodies || !done.members) {
        const auto seats = governance::count_bodies(tx, call.actor, call.today);
        done.bodies = seats.bodies > 0;
        done.members = seats.members > 0;
    }
    if (!done.indicators || !done.figures || !done.dashboard) {
        const auto found = indicators::count_indicators(tx, call.actor);
        done.indicators = found.indicators > 0;
        done.figures = found.figures > 0;
        done.dashboard = found.agreed > 0;
    }
    if (call.may(Act::manage_accounts))
        once(done.accounts, [&] { return identity::number_of_accounts(tx, call.actor) > 1; });
    return done;
}

// A first step stays done: what one account of a council saw done is not counted again for another.
Done done_so_far(db::Tx& tx, const Call& call, std::int64_t actions) {
    const std::string key = "first-steps:" + std::to_string(call.actor.council.value);
    platform::Memo& memo = *call.services.memo;
    const Done known = *memo.get<Done>(key, "seen", [] { return Done{}; });
    const Done now = counted(tx, call, actions, known);
    if (now != known) {
        memo.get<Done>(key, "replaced", [&] { return now; });
        memo.get<Done>(key, "seen", [&] { return now; });
    }
    return now;
}

}  // namespace

std::optional<FirstSteps> read_first_steps(db::Tx& tx, const Call& call, std::int64_t actions) {
    if (!call.may(Act::edit_strategy)) return std::nullopt;
    const identity::Preferences preferences = identity::preferences_of(tx, call.actor);
    if (!preferences.first_steps) return std::nullopt;
    const Done done = done_so_far(tx, call, actions);
    const auto skipped = foundation::split(preferences.skipped_steps, ',');
    FirstSteps steps;
    const auto step = [&](const char* name, Key label, Key why, std::string_view path, bool is_done) {
        steps.push_back({.name = name,
                         .label = label,
                         .why = why,
                         .path = call.path(path),
                         .done = is_done,
                         .skipped = std::ranges::find(skipped, name) != skipped.end()});
    };
    step("organisations", "app.home.step_organisations", "app.steps.organisations_why", "/organisations",
         done.organisations);
    step("bodies", "app.home.step_bodies", "app.steps.bodies_why", "/bodies", done.bodies);
    step("references", "app.steps.references", "app.steps.references_why", "/strategy", done.references);
    step("actions", "app.steps.actions", "app.steps.actions_why", "/actions/import", done.actions);
    step("indicators", "app.steps.indicators", "app.steps.indicators_why", "/indicators/import",
         done.indicators);
    step("figures", "app.steps.figures", "app.steps.figures_why", "/indicators/missing", done.figures);
    step("dashboard", "app.steps.dashboard", "app.steps.dashboard_why", "/dashboard", done.dashboard);
    step("territory", "app.home.step_territory", "app.steps.territory_why", "/territory", done.territory);
    step("members", "app.home.step_members", "app.steps.members_why", "/bodies", done.members);
    if (call.may(Act::manage_accounts))
        step("accounts", "app.home.step_accounts", "app.steps.accounts_why", "/accounts", done.accounts);
    return steps;
}

void first_steps(Out& out, const Call& call, const FirstSteps& steps) {
    const auto& words = call.words;
    std::vector<html::TaskRow> rows;
    for (const FirstStep& step : steps) rows.push_back(row_of(call, step));
    const auto next =
        std::ranges::find_if(steps, [](const FirstStep& step) { return !step.done && !step.skipped; });
    html::panel(out, "first-steps", words("app.home.first_steps"), [&](Out& o) {
        // Once nothing is left to do, the list stays folded.
        html::el(o, "details", {html::flag("open", next != steps.end())}, [&](Out& details) {
            html::el(details, "summary", {},
                     words.plural("app.home.steps_done", std::ranges::count_if(steps, &FirstStep::done),
                                  {{"of", words.number(std::ssize(steps))}}));
            if (next != steps.end()) next_step(details, call, *next);
            html::task_list(details, rows);
            html::el(details, "p", {a("class", "muted")}, words("app.home.put_away_why"));
            answer_form(details, call, "first_steps", "away", words("app.home.put_away"));
        });
    });
}

}  // namespace maillage::app
