#include "domain/strategy/action_page.hpp"

#include <algorithm>

#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/partner_store.hpp"
#include "platform/html/link.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::flag;
using html::Out;
using platform::i18n::Words;

void state_form(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::Url target = html::Url::path(action_path(view.call, view.action.code, "/state"));
    el(out, "details", {a("class", "menu noprint")}, [&](Out& menu) {
        el(menu, "summary", {a("class", "btn alt")}, words("strategy.table.change_state"));
        el(menu, "div", {a("class", "sheet")}, [&](Out& sheet) {
            html::form_open(sheet, target, fresh_tokens(view.call));
            for (const State state : all_states)
                if (state != view.action.state)
                    el(sheet, "button", {a("type", "submit"), a("name", "state"), a("value", name_of(state))},
                       state_word(words, state));
            html::form_close(sheet);
        });
    });
}

void rarer_acts(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::Url history = html::Url::path(action_path(view.call, view.action.code, "/history"));
    const html::Url deletion = html::Url::path(action_path(view.call, view.action.code, "/deletion"));
    html::more_menu(out, words, view.action.code, [&](Out& sheet) {
        el(sheet, "a", {url("href", history)}, words("strategy.history.all"));
        html::form_open(sheet, deletion, fresh_tokens(view.call));
        el(sheet, "button", {a("type", "submit"), a("class", "danger")}, words("strategy.action.delete"));
        html::form_close(sheet);
    });
}

void heading(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const Action& action = view.action;
    const Localised title = title_of(words, action);
    el(out, "div", {a("class", "heading")}, [&](Out& box) {
        el(box, "div", {}, [&](Out& text) {
            el(text, "h1", {a_if("lang", title.lang)},
               [&](Out& h1) { html::text_with_codes(h1, action.code + " · " + std::string(title.text)); });
            el(text, "p", {}, [&](Out& line) {
                state_pills(line, words, action, view.call.today);
                if (action.fictional) {
                    line.text(" ");
                    el(line, "span", {a("class", "tag")}, words("strategy.fictional.tag"));
                }
            });
        });
        if (!view.scope.may_edit) return;
        el(box, "div", {a("class", "actions")}, [&](Out& buttons) {
            const html::Url edit = html::Url::path(action_path(view.call, action.code, "/edit"));
            el(buttons, "a", {url("href", edit), a("class", "btn"), flag("data-edit", true)},
               words("strategy.action.edit"));
            state_form(buttons, view);
            rarer_acts(buttons, view);
        });
    });
}

void warnings(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const foundation::Date last = words.today(view.action.news_at);
    if (is_silent(view.action, last, view.call.today))
        html::notice(out, html::NoticeKind::warn, words("strategy.action.silent"),
                     words("strategy.action.silent_why", {{"date", words.date(last)}}));
    if (view.action.fictional)
        html::notice(out, html::NoticeKind::info, words("strategy.fictional.title"),
                     words("strategy.fictional.why"));
}

html::Content text(std::string value) {
    return [value = std::move(value)](Out& out) { out.text(value); };
}

// A partner that the strategy does not name says so.
std::string supposed_mark(const Words& words, const std::vector<std::string>& supposed,
                          const std::string& partner) {
    if (std::ranges::find(supposed, partner) == supposed.end()) return {};
    return " (" + words("strategy.partner.supposed") + ")";
}

html::Content partner_links(const ActionView& view, const std::vector<std::string>& supposed) {
    return [&view, &supposed](Out& out) {
        const auto& words = view.call.words;
        if (view.action.organisations.empty()) return out.text(words("strategy.value.none"));
        std::string_view separator;
        for (const std::string& key : view.action.organisations) {
            out.text(separator);
            separator = " ; ";
            const std::string name = label_of(words, view.references.organisations, key);
            const html::Url target = view.call.url("/organisations/" + key);
            if (view.call.may(identity::Act::read_directory))
                el(out, "a", {url("href", target)}, name);
            else
                out.text(name);
            out.text(supposed_mark(words, supposed, key));
        }
    };
}

void facts(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const Action& action = view.action;
    const auto listed = [&](const std::vector<std::string>& values) {
        return values.empty() ? words("strategy.value.none") : joined(values);
    };
    const auto day = [&](const std::optional<foundation::Date>& date) -> html::Content {
        return [&words, date](Out& o) {
            if (date)
                html::day(o, words, *date);
            else
                o.text(words("strategy.value.none"));
        };
    };
    const std::vector<std::string> supposed = read_supposed_partners(view.scope, action.id);
    std::vector<std::string> partners;
    for (const std::string& partner : action.partners)
        partners.push_back(partner + supposed_mark(words, supposed, partner));
    std::vector<html::SummaryRow> rows{
        {words("strategy.field.progress"),
         [&](Out& o) { html::progress(o, words, action.progress / 100.0, action.code); }},
        {words("strategy.field.domain"), text(label_of(words, view.references.domains, action.domain))},
        {words("strategy.field.objective"),
         text(label_of(words, view.references.objectives, action.objective))},
        {words("strategy.field.group"), text(label_of(words, view.references.groups, action.group))},
        {words("strategy.field.pilot"),
         text(action.pilot.empty() ? words("strategy.value.none") : action.pilot)},
        {words("strategy.field.starts"), day(action.starts)},
        {words("strategy.field.due"), day(action.due)},
        {words("strategy.field.quartiers"), text(listed(action.quartiers))},
        {words("strategy.field.organisations"), partner_links(view, supposed)}};
    if (!action.partners.empty()) rows.push_back({words("strategy.field.partners"), text(joined(partners))});
    std::string axes;
    for (const std::string& axis : action.axes)
        axes += (axes.empty() ? "" : " ; ") + axis + " · " + label_of(words, view.references.axes, axis);
    rows.push_back({words("strategy.field.axes"), text(axes)});
    if (!action.state_reason.empty())
        rows.push_back({words("strategy.field.state_reason"), text(action.state_reason)});
    el(out, "div", {a("class", "panel facts")}, [&](Out& panel) { html::summary_list(panel, words, rows); });
}

}  // namespace

const html::FormState& ActionView::state_of(std::string_view form) const {
    static const html::FormState empty;
    return state != nullptr && form == refused_form ? *state : empty;
}

html::Page action_page(const ActionView& view) {
    const auto& words = view.call.words;
    html::Page page{
        .title = view.action.code,
        .main = {},
        .section = "actions",
        .crumbs = {{words("strategy.table.title"), view.call.path("/actions")}, {view.action.code, ""}},
        .help = "one-action"};
    Out& out = page.main;
    heading(out, view);
    undo_bar(out, view.call, view.scope);
    if (view.state != nullptr) {
        page.status = 422;
        page.title = words("form.error_title", {{"title", page.title}});
        html::error_summary(out, words, *view.state);
    }
    warnings(out, view);
    const Localised summary = localised(words, view.action.summary, view.action.summary_en);
    if (!summary.text.empty()) el(out, "p", {a("class", "about"), a_if("lang", summary.lang)}, summary.text);
    facts(out, view);
    steps_section(out, view);
    evidence_section(out, view);
    news_section(out, view);
    records_section(out, view);
    links_section(out, view);
    budget_section(out, view);
    html::panel(out, "history", words("strategy.history.title"), [&](Out& panel) {
        history_section(panel, {.call = view.call,
                                .scope = view.scope,
                                .action = view.action,
                                .references = view.references,
                                .most = 12});
    });
    return page;
}

html::Page refused_page(const identity::Call& call, Scope& scope, const Action& action, std::string_view form,
                        const html::FormState& state) {
    return action_page({.call = call,
                        .scope = scope,
                        .action = action,
                        .references = read_references(scope),
                        .steps = read_steps(scope, action.id),
                        .refused_form = form,
                        .state = &state});
}

html::Answer show_action(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action) return not_found();
        return action_page({.call = call,
                            .scope = scope,
                            .action = *action,
                            .references = read_references(scope),
                            .steps = read_steps(scope, action->id)});
    });
}

}  // namespace maillage::strategy
