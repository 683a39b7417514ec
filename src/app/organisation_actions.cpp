#include "app/organisation_actions.hpp"

#include "domain/directory/organisation_routes.hpp"
#include "domain/strategy/api.hpp"
#include "platform/html/components.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

constexpr std::size_t most_shown = 20;

void actions_panel(Out& out, const identity::Call& call, std::string_view key,
                   const strategy::PartnerActions& actions) {
    const auto& words = call.words;
    html::panel(out, "actions", words("app.organisation.actions"), [&](Out& panel) {
        if (actions.all == 0)
            return el(panel, "p", {a("class", "muted")}, words("app.organisation.no_action"));
        el(panel, "ul", {a("class", "files")}, [&](Out& list) {
            for (const auto& action : actions.first)
                el(list, "li", {}, [&](Out& item) {
                    const bool english =
                        words.language() == platform::i18n::Language::en && !action.title_en.empty();
                    const html::Url target = call.url("/actions/" + action.code);
                    el(item, "span", {a("class", "code")}, action.code);
                    el(item, "a", {url("href", target)}, english ? action.title_en : action.title);
                    if (action.late) html::status(item, html::State::late, words("app.organisation.late"));
                    el(item, "span", {a("class", "muted")}, words.percent(action.progress / 100.0));
                });
        });
        const html::Url all = html::Url::path(call.path("/actions?partner=" + std::string(key)));
        el(panel, "p", {}, [&](Out& p) {
            el(p, "a", {url("href", all)}, words.plural("app.organisation.all", actions.all));
        });
    });
}

}  // namespace

html::Answer show_organisation(identity::Call& call) {
    html::Answer answer = directory::show_organisation(call);
    auto* page = std::get_if<html::Page>(&answer);
    if (page == nullptr || !call.may(identity::Act::read_strategy)) return answer;
    const std::string_view key = call.request.param("organisation");
    const auto actions = call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
        return strategy::actions_of_partner(tx, call, key, most_shown);
    });
    actions_panel(page->main, call, key, actions);
    return answer;
}

}  // namespace maillage::app
