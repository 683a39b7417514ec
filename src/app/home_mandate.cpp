#include "app/home_mandate.hpp"

#include <algorithm>

#include "domain/directory/api.hpp"
#include "platform/html/components.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using identity::Role;

constexpr std::size_t rows_of_a_panel = 10;

bool holds(const Call& call, std::initializer_list<Role> roles) {
    return std::ranges::any_of(call.actor.roles, [&](const identity::HeldRole& held) {
        return held.holds_on(call.today) && std::ranges::find(roles, held.role) != roles.end();
    });
}

bool is_partner(const Call& call) {
    return holds(call, {Role::national_police, Role::municipal_police, Role::social_partner,
                        Role::local_partner, Role::mediator});
}

const std::string& in_language(const Call& call, const std::string& french, const std::string& english) {
    return call.words.language() == platform::i18n::Language::en && !english.empty() ? english : french;
}

void own_actions(Out& out, const Call& call, const OwnWork& own) {
    const auto& words = call.words;
    html::panel(out, "own-actions", words("app.home.own_actions"), [&](Out& panel) {
        if (own.organisation.empty())
            return el(panel, "p", {a("class", "muted")}, words("app.home.no_organisation"));
        if (own.actions.all == 0)
            return el(panel, "p", {a("class", "muted")}, words("app.organisation.no_action"));
        el(panel, "ul", {a("class", "files")}, [&](Out& list) {
            for (const auto& action : own.actions.first)
                el(list, "li", {}, [&](Out& item) {
                    const html::Url target = call.url("/actions/" + action.code);
                    el(item, "span", {a("class", "code")}, action.code);
                    el(item, "a", {url("href", target)}, in_language(call, action.title, action.title_en));
                    if (action.late) html::status(item, html::State::late, words("app.organisation.late"));
                    el(item, "span", {a("class", "muted")}, words.percent(action.progress / 100.0));
                });
        });
        const html::Url all = call.url("/actions?partner=" + own.organisation);
        el(panel, "p", {a("class", "more")}, [&](Out& p) {
            el(p, "a", {url("href", all)}, words.plural("app.home.see_all", own.actions.all));
        });
    });
}

void own_figures(Out& out, const Call& call, const OwnWork& own) {
    if (own.organisation.empty()) return;
    const auto& words = call.words;
    html::panel(out, "own-figures", words("app.home.own_figures"), [&](Out& panel) {
        if (own.figures.empty())
            return el(panel, "p", {a("class", "muted")}, words("app.home.no_figure_asked"));
        el(panel, "ul", {a("class", "plain-list")}, [&](Out& list) {
            for (const indicators::FigureAsked& asked : own.figures)
                el(list, "li", {}, [&](Out& item) {
                    const html::Url target = call.url("/indicators/" + asked.code);
                    el(item, "a", {url("href", target)}, in_language(call, asked.name, asked.name_en));
                    el(item, "div", {a("class", "muted")},
                       words.plural("app.home.figures_asked", asked.periods));
                });
        });
    });
}

struct Task {
    Act act;
    platform::i18n::Key label, why;
    const char* path;
};

void tasks(Out& out, const Call& call, std::string_view id, std::initializer_list<Task> all) {
    const auto& words = call.words;
    html::panel(out, id, words("app.home.tasks"), [&](Out& o) {
        el(o, "ul", {a("class", "plain-list")}, [&](Out& list) {
            for (const Task& task : all) {
                if (!call.may(task.act)) continue;
                const html::Url target = call.url(task.path);
                el(list, "li", {}, [&](Out& item) {
                    el(item, "a", {url("href", target)}, words(task.label));
                    el(item, "div", {a("class", "muted")}, words(task.why));
                });
            }
        });
    });
}

}  // namespace

bool decides_only(const Call& call) {
    return holds(call, {Role::elected}) && !holds(call, {Role::coordinator});
}

OwnWork own_work(platform::db::Tx& tx, const Call& call) {
    OwnWork own{.wanted = is_partner(call)};
    if (!own.wanted || !call.actor.organisation) return own;
    for (const auto& choice : directory::organisation_choices(tx, call.actor))
        if (choice.id.value == *call.actor.organisation) own.organisation = choice.key;
    if (own.organisation.empty()) return own;
    own.actions = strategy::actions_of_partner(tx, call, own.organisation, rows_of_a_panel);
    own.figures = indicators::figures_asked_of(tx, call, own.organisation);
    return own;
}

void own_panels(Out& out, const Call& call, const OwnWork& own) {
    if (holds(call, {Role::coordinator})) return;
    if (own.wanted) {
        own_actions(out, call, own);
        own_figures(out, call, own);
    }
    if (holds(call, {Role::prefect, Role::prosecutor}))
        tasks(
            out, call, "state",
            {{Act::read_governance, "app.home.task_prefect", "app.home.task_prefect_why", "/prefect-records"},
             {Act::read_governance, "app.home.task_bodies", "app.home.task_bodies_why", "/bodies"},
             {Act::read_indicators, "app.home.task_key_figures", "app.home.task_key_figures_why",
              "/key-figures"},
             {Act::read_indicators, "app.home.task_dashboard", "app.home.task_dashboard_why", "/dashboard"}});
    if (holds(call, {Role::radicalisation_referent}))
        tasks(out, call, "referent",
              {{Act::use_own_account, "app.home.task_key", "app.home.task_key_why", "/profile"},
               {Act::read_governance, "app.home.task_bodies", "app.home.task_bodies_why", "/bodies"},
               {Act::read_directory, "app.home.task_directory", "app.home.task_directory_why",
                "/organisations"}});
    if (holds(call, {Role::data_protection_officer, Role::administrator}))
        tasks(out, call, "tasks",
              {{Act::manage_accounts, "app.home.task_accounts", "app.home.task_accounts_why", "/accounts"},
               {Act::read_audit, "app.home.task_journal", "app.home.task_journal_why", "/journal"},
               {Act::use_own_account, "app.home.task_profile", "app.home.task_profile_why", "/profile"}});
}

}  // namespace maillage::app
