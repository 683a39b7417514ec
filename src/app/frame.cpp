#include "app/frame.hpp"

#include <atomic>

#include "app/shell.hpp"
#include "domain/identity/role_words.hpp"
#include "domain/territory/api.hpp"
#include "platform/db/errors.hpp"

namespace maillage::app {
namespace {

using identity::Act;
using platform::i18n::Key;

struct Entry {
    Act act;
    const char* section;
    Key label;
    const char* path;
    const char* shortcut;
};
struct Group {
    Key label;
    std::vector<Entry> entries;
};

// The navigation of the agents' site: what a reader has no right to is not shown.
const std::vector<Group>& groups() {
    static const std::vector<Group> all{
        {"app.nav.steering",
         {{Act::use_own_account, "home", "app.nav.home", "", "t"},
          {Act::read_indicators, "key-figures", "app.nav.key_figures", "/key-figures", ""},
          {Act::read_strategy, "actions", "app.nav.actions", "/actions", "a"},
          {Act::read_strategy, "kanban", "app.nav.kanban", "/actions/kanban", ""},
          {Act::read_strategy, "gantt", "app.nav.gantt", "/actions/gantt", ""},
          {Act::read_indicators, "dashboard", "app.nav.dashboard", "/dashboard", "i"},
          {Act::read_indicators, "final-review", "app.nav.final_review", "/final-review", ""},
          {Act::read_strategy, "strategy", "app.nav.strategy", "/strategy", ""}}},
        {"app.nav.council",
         {{Act::read_governance, "bodies", "app.nav.bodies", "/bodies", "r"},
          {Act::read_directory, "directory", "app.nav.directory", "/organisations", ""},
          {Act::read_strategy, "territory", "app.nav.territory", "/territory", "c"},
          {Act::use_own_account, "glossary", "app.nav.glossary", "/glossary", ""},
          {Act::read_governance, "digest", "app.nav.digest", "/digest", ""}}},
        {"app.nav.administration",
         {{Act::manage_accounts, "accounts", "app.nav.accounts", "/accounts", ""},
          {Act::read_audit, "journal", "app.nav.journal", "/journal", ""},
          {Act::manage_accounts, "mails", "app.nav.mails", "/mails", ""}}},
    };
    return all;
}

std::vector<NavGroup> navigation(const identity::Call& call) {
    std::vector<NavGroup> shown;
    for (const Group& group : groups()) {
        NavGroup visible{.label = call.words(group.label), .entries = {}};
        for (const Entry& entry : group.entries)
            if (call.may(entry.act))
                visible.entries.push_back({.key = entry.section,
                                           .label = call.words(entry.label),
                                           .path = call.path(entry.path),
                                           .shortcut = entry.shortcut});
        if (!visible.entries.empty()) shown.push_back(std::move(visible));
    }
    return shown;
}

std::string here(const platform::http::Request& request) {
    std::string path = request.path;
    char separator = '?';
    for (const auto& [name, value] : request.query.pairs()) {
        path += separator + platform::http::encode_component(name) + "=" +
                platform::http::encode_component(value);
        separator = '&';
    }
    return path;
}

Theme theme_named(std::string_view name) {
    if (name == "light") return Theme::light;
    return name == "dark" ? Theme::dark : Theme::system;
}

// Asked again until the answer is yes: a first start loads the demonstration while visitors may come already.
class Demonstration {
 public:
    bool shown(platform::db::Pool& database) {
        if (known_) return true;
        try {
            const platform::db::Context application{.reach = platform::db::Context::Reach::system};
            known_ = database.transaction(application, territory::any_demonstration);
        } catch (const platform::db::Unavailable&) {
            return false;  // the page that says so is drawn all the same
        }
        return known_;
    }

 private:
    std::atomic<bool> known_ = false;
};

SessionEnd session_end(const identity::Call& call, const identity::OpenSession& session) {
    const auto seconds = [](foundation::Instant::duration time) {
        return std::chrono::duration_cast<std::chrono::seconds>(time).count();
    };
    return {.ends_s = seconds(session.ends_at - call.now),
            .last_s = seconds(session.last_at - call.now),
            .ends_at = call.words.time(session.ends_at),
            .last_at = call.words.time(session.last_at)};
}

ShellView view_of(const Frame& frame, const Assets& assets, SiteKind kind, Demonstration& demonstration) {
    const identity::Call& call = frame.call;
    ShellView view{.words = call.words,
                   .assets = assets,
                   .base = frame.session != nullptr ? "/" + call.actor.council_slug : "",
                   .site_name = frame.session != nullptr ? call.actor.council_name : "",
                   .here = here(call.request),
                   .csrf = call.tokens.csrf};
    const std::string base = view.base;
    if (kind == SiteKind::residents) {
        view.footer = {{call.words("app.footer.accessibility"), "/accessibility"},
                       {call.words("app.footer.legal"), "/legal"}};
        view.demo = demonstration.shown(call.services.database);
        return view;
    }
    view.footer = {{call.words("app.footer.help"), "/help"},
                   {call.words("app.footer.accessibility"), "/accessibility"},
                   {call.words("app.footer.legal"), "/legal"}};
    if (frame.session == nullptr) {
        view.demo = demonstration.shown(call.services.database);
        return view;
    }
    const identity::OpenSession& session = *frame.session;
    view.display_name = call.actor.display_name;
    view.role = call.actor.roles.empty() ? call.words("identity.role.none")
                                         : identity::role_in_words(call.words, call.actor.roles[0]);
    view.navigation = navigation(call);
    view.account = {{call.words("app.account.profile"), base + "/profile"},
                    {call.words("app.job.list"), base + "/jobs"}};
    view.theme = theme_named(session.theme);
    view.letter_keys = session.shortcuts;
    view.demo = session.demonstration;
    view.session = session_end(call, session);
    view.failures = session.failures;
    view.printed =
        call.words("app.printed", {{"name", call.actor.display_name}, {"moment", call.words.time(call.now)}});
    return view;
}

}  // namespace

DrawFrame frame_of(Assets assets, SiteKind kind) {
    const auto demonstration = std::make_shared<Demonstration>();
    return [assets = std::move(assets), kind, demonstration](const Frame& frame) {
        return render_shell(view_of(frame, assets, kind, *demonstration), frame.page);
    };
}

}  // namespace maillage::app
