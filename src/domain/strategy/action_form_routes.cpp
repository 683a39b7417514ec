
#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/view_store.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form_data.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

html::Page form_page(const identity::Call& call, const References& references, const html::FormState& state,
                     const Action* base) {
    const auto& words = call.words;
    const std::string title = base == nullptr ? words("strategy.form.new_title")
                                              : words("strategy.form.edit_title", {{"code", base->code}});
    html::Page page{.title = title,
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "actions",
                    .crumbs = {{words("strategy.table.title"), call.path("/actions")}, {title, ""}},
                    .help = "one-action"};
    if (!state.valid()) page.title = words("form.error_title", {{"title", page.title}});
    html::page_heading(page.main, title);
    html::error_summary(page.main, words, state);
    const std::string form = base == nullptr ? "new" : base->code;
    action_form(page.main,
                {.call = call,
                 .references = references,
                 .state = state,
                 .path = base == nullptr ? call.path("/actions") : action_path(call, base->code, "/edit"),
                 .draft = call.path("/drafts/actions/" + form),
                 .base = base});
    return page;
}

// The values autosaved under this form, when there are some.
std::optional<html::FormState> draft_state(const identity::Call& call, Scope& scope, std::string_view form) {
    if (call.request.query.get("draft") != "1") return std::nullopt;
    const auto draft = find_draft(scope, "action:" + std::string(form));
    if (!draft) return std::nullopt;
    return html::FormState{.values = http::decode_fields(draft->body), .errors = {}};
}

void draft_notice(html::Page& page, const identity::Call& call, Scope& scope, std::string_view form,
                  const std::string& path) {
    const auto draft = find_draft(scope, "action:" + std::string(form));
    if (!draft || call.request.query.get("draft") == "1") return;
    const html::Url target = html::Url::path(path + "?draft=1");
    el(page.main, "p", {a("class", "notice")}, [&](Out& p) {
        p.text(call.words("form.draft_found", {{"time", call.words.time(draft->saved_at)}}) + " ");
        el(p, "a", {url("href", target)}, call.words("form.draft_take"));
    });
}

// Somebody saved in between: both versions side by side, and the form with what was typed, to be sent again.
html::Page conflict_page(const identity::Call& call, const References& references, const Action& stored,
                         const Action& typed, html::FormState state) {
    const auto& words = call.words;
    html::Page page{.title = words("strategy.conflict.title"),
                    .main = {},
                    .status = 409,
                    .section = "actions",
                    .help = "one-action"};
    html::page_heading(page.main, page.title);
    html::notice(page.main, html::NoticeKind::warn, words("strategy.conflict.heading"),
                 words("strategy.conflict.why"));
    html::table(page.main, words,
                {.caption = words("strategy.conflict.caption"),
                 .columns = {{words("strategy.conflict.field")},
                             {words("strategy.conflict.stored")},
                             {words("strategy.conflict.typed")}}},
                differences(stored, typed), [&](html::Row& row, const FieldChange& change) {
                    row.heading(field_word(words, change.field));
                    row.cell(value_word(words, change.field, change.old_value));
                    row.cell(value_word(words, change.field, change.new_value));
                });
    html::FormState again;
    for (const auto& [name, value] : state.values.pairs())
        if (name != "version") again.values.add(name, value);
    again.values.add("version", std::to_string(stored.version));
    action_form(page.main, {.call = call,
                            .references = references,
                            .state = again,
                            .path = action_path(call, stored.code, "/edit"),
                            .draft = call.path("/drafts/actions/" + stored.code),
                            .base = &stored});
    return page;
}

// A form that nobody could send: an action belongs to a domain.
html::Page no_domain_page(const identity::Call& call) {
    const auto& words = call.words;
    html::Page page{
        .title = words("strategy.form.new_title"), .main = {}, .section = "actions", .help = "actions"};
    html::page_heading(page.main, page.title);
    html::empty_state(page.main, {words("strategy.reference.none"), words("strategy.empty.no_domain"),
                                  words("strategy.reference.add"), call.path("/strategy")});
    return page;
}

int version_typed(const html::FormState& state) {
    return foundation::whole_number<int>(state.value("version")).value_or(0);
}

}  // namespace

html::Answer show_new_action(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        const References references = read_references(scope);
        html::FormState state = draft_state(call, scope, "new").value_or(html::FormState{});
        for (const auto field : {"domain", "group", "objective"})
            if (!call.request.query.get(field).empty())
                state.values.add(field, std::string(call.request.query.get(field)));
        if (references.domains.empty()) return no_domain_page(call);
        html::Page page = form_page(call, references, state, nullptr);
        draft_notice(page, call, scope, "new", call.path("/actions/new"));
        return page;
    });
}

html::Answer create_action(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        const References references = read_references(scope);
        html::FormState state = typed_state(call);
        const Action wanted = read_form(call, references, Action{}, state);
        if (!state.valid()) return form_page(call, references, state, nullptr);
        Change change(scope, ChangeKind::create);
        const auto created = change.create_next_action(wanted);
        if (!created) {
            state.refuse("title", refusal_sentence(call.words, created.error()));
            return form_page(call, references, state, nullptr);
        }
        delete_draft(scope, "action:new");
        return http::Response::see_other(offering_undo(action_path(call, created->code), change.finish()));
    });
}

html::Answer show_edit_action(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action || !scope.may_edit) return not_found();
        const auto draft = draft_state(call, scope, action->code);
        html::Page page =
            form_page(call, read_references(scope), draft ? *draft : state_of(call.words, *action), &*action);
        draft_notice(page, call, scope, action->code, action_path(call, action->code, "/edit"));
        return page;
    });
}

html::Answer edit_action(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto before = find_action(scope, call.request.param("code"));
        if (!before || !scope.may_edit) return not_found();
        const References references = read_references(scope);
        html::FormState state = typed_state(call);
        const Action after = read_form(call, references, *before, state);
        if (!state.valid()) return form_page(call, references, state, &*before);
        if (version_typed(state) != before->version)
            return conflict_page(call, references, *before, after, state);
        Change change(scope, ChangeKind::edit);
        if (const auto saved = change.save_action(*before, after); !saved) {
            state.refuse("title", refusal_sentence(call.words, saved.error()));
            return form_page(call, references, state, &*before);
        }
        delete_draft(scope, "action:" + before->code);
        return http::Response::see_other(offering_undo(action_path(call, after.code), change.finish()));
    });
}

html::Answer save_action_draft(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const std::string form(call.request.param("form"));
        if (!scope.may_edit || form.size() > 40) return not_found();
        const std::string body = http::encode_fields(typed_state(call).values);
        if (body.size() > longest_draft) return http::Response::text(413, "");
        save_draft(scope, "action:" + form, body);
        return http::Response::text(204, "");
    });
}

}  // namespace maillage::strategy
