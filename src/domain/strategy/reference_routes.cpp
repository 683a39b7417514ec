#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/reference_form.hpp"
#include "domain/strategy/sql.hpp"
#include "platform/html/components.hpp"

// A council without data files makes its domains and groups here; the files of one that has them say theirs.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::el;
using html::Out;
using platform::i18n::Words;

// A domain's code begins the codes of its actions.
bool is_reference_code(std::string_view code) {
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.size() >= 2 && code.size() <= 10 && letter(code[0]) &&
           std::ranges::all_of(code, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void list(Out& out, const Words& words, std::string_view heading, const std::vector<Reference>& references) {
    el(out, "h3", {}, heading);
    if (references.empty()) {
        el(out, "p", {html::a("class", "muted")}, words("strategy.reference.none"));
        return;
    }
    el(out, "ul", {}, [&](Out& items) {
        for (const Reference& one : references) el(items, "li", {}, one.code + " · " + label_of(words, one));
    });
}

void form(Out& out, const identity::Call& call, const html::FormState& state) {
    const Words& words = call.words;
    const html::Url target = html::Url::path(call.path("/strategy/references"));
    html::form_open(out, target, fresh_tokens(call));
    html::select_field(
        out, words,
        {.name = "reference_kind",
         .label = words("strategy.reference.kind"),
         .options = {{"domain", words("strategy.field.domain")}, {"group", words("strategy.field.group")}},
         .required = true},
        state);
    html::text_field(out, words,
                     {.name = "reference_code",
                      .label = words("strategy.field.code"),
                      .hint = words("strategy.reference.code_hint"),
                      .required = true,
                      .max_length = 10},
                     state);
    html::text_field(out, words,
                     {.name = "reference_label",
                      .label = words("strategy.reference.label"),
                      .required = true,
                      .max_length = 120},
                     state);
    html::submit(out, words("strategy.reference.add"));
    html::form_close(out);
}

}  // namespace

void references_panel(Out& out, const identity::Call& call, const References& references, bool may_edit,
                      const html::FormState& state) {
    const Words& words = call.words;
    html::panel(out, "references", words("strategy.reference.title"), [&](Out& o) {
        list(o, words, words("strategy.reference.domains"), references.domains);
        list(o, words, words("strategy.reference.groups"), references.groups);
        if (!may_edit) return;
        const bool open = references.domains.empty() || !state.valid();
        el(o, "details", {html::flag("open", open)}, [&](Out& details) {
            el(details, "summary", {}, words("strategy.reference.add"));
            form(details, call, state);
        });
    });
}

html::Answer post_reference(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        html::FormState state = typed(call, {"reference_kind", "reference_code", "reference_label"});
        const std::string kind = checked_text(call.words, state, "reference_kind", 10, true);
        if (state.error("reference_kind") == nullptr && kind != "domain" && kind != "group")
            state.refuse("reference_kind", call.words("strategy.form.unknown_code"));
        const std::string code = checked_text(call.words, state, "reference_code", 10, true);
        if (state.error("reference_code") == nullptr && !is_reference_code(code))
            state.refuse("reference_code", call.words("strategy.reference.code_hint"));
        const std::string label = checked_text(call.words, state, "reference_label", 120, true);
        if (!state.valid()) return strategy_page(call, scope, state);
        scope.tx.run(kind == "domain" ? sql::put_domain : sql::put_working_group, scope.council, code, label);
        audit::record(scope.tx, {.council = scope.council.value,
                                 .account = scope.account.value,
                                 .act = "strategy.reference",
                                 .object_kind = kind,
                                 .object = code});
        return platform::http::Response::see_other(call.path("/strategy#references"));
    });
}

}  // namespace maillage::strategy
