#include "domain/strategy/action_list_parts.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/reference_form.hpp"
#include "domain/strategy/term_store.hpp"
#include "platform/html/link.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

// The strategy itself: its objectives, and the document's rules that are no actions.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

std::string kind_heading(const platform::i18n::Words& words, std::string_view kind) {
    if (kind == "governance") return words("strategy.commitment.governance");
    if (kind == "communication") return words("strategy.commitment.communication");
    if (kind == "evaluation") return words("strategy.commitment.evaluation");
    return words("strategy.commitment.context");
}

void plan_facts(Out& out, const identity::Call& call, const Plan& plan, const Term& term) {
    const auto& words = call.words;
    std::vector<html::SummaryRow> rows;
    if (plan.adopted)
        rows.push_back({words("strategy.plan.adopted"), [&](Out& o) { html::day(o, words, *plan.adopted); }});
    if (plan.first_year && plan.last_year)
        rows.push_back({words("strategy.plan.years"), [&](Out& o) {
                            o.text(std::to_string(*plan.first_year) + "-" + std::to_string(*plan.last_year));
                        }});
    rows.push_back({words("strategy.plan.ends"),
                    [&](Out& o) {
                        if (term.ends)
                            html::day(o, words, *term.ends);
                        else
                            o.text(words("strategy.plan.ends_unknown"));
                    },
                    call.may(identity::Act::edit_strategy) ? call.path("/strategy/end") : std::string()});
    rows.push_back({words("strategy.plan.source"), [&](Out& o) {
                        const Localised source = localised(words, plan.source, plan.source_en);
                        el(o, "span", {a_if("lang", source.lang)}, source.text);
                    }});
    rows.push_back({words("strategy.plan.parents"), [&](Out& o) {
                        el(o, "ul", {}, [&](Out& list) {
                            for (const std::string& parent : plan.parents)
                                el(list, "li", {a("lang", "fr")}, parent);
                        });
                    }});
    html::summary_list(out, words, rows);
}

void objective_list(Out& out, const identity::Call& call, const References& references) {
    el(out, "ul", {}, [&](Out& list) {
        for (const Reference& objective : references.objectives)
            el(list, "li", {}, [&](Out& item) {
                const html::Url target =
                    html::Url::path(html::link(call.path("/actions"), {}, {{"objective", objective.code}}));
                el(item, "a", {url("href", target)},
                   objective.code + " · " + label_of(call.words, objective));
            });
    });
}

void commitment_tables(Out& out, const identity::Call& call, const std::vector<Commitment>& lines) {
    const auto& words = call.words;
    for (const std::string_view kind : {"governance", "evaluation", "communication", "context"}) {
        std::vector<Commitment> of_kind;
        for (const Commitment& line : lines)
            if (line.kind == kind) of_kind.push_back(line);
        if (of_kind.empty()) continue;
        const std::string heading = kind_heading(words, kind);
        html::panel(out, "c-" + std::string(kind), heading, [&](Out& panel) {
            html::table(panel, words,
                        {.caption = heading,
                         .columns = {{words("strategy.field.code")},
                                     {words("strategy.commitment.line")},
                                     {words("strategy.commitment.source")}}},
                        of_kind, [&](html::Row& row, const Commitment& line) {
                            row.heading([&](Out& o) { html::text_with_codes(o, line.code); });
                            const Localised title = localised(words, line.title, line.title_en);
                            row.cell([&](Out& o) { el(o, "span", {a_if("lang", title.lang)}, title.text); });
                            row.cell([&](Out& o) { el(o, "span", {a("lang", "fr")}, line.source); });
                        });
        });
    }
}

}  // namespace

html::Page strategy_page(const identity::Call& call, Scope& scope, const html::FormState& state) {
    const auto& words = call.words;
    const std::optional<Plan> plan = read_plan(scope);
    const std::string title = words("strategy.plan.title");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "strategy",
                    .help = "actions"};
    html::page_heading(page.main, title,
                       plan ? localised(words, plan->title, plan->title_en).text : std::string_view());
    html::error_summary(page.main, words, state);
    list_tabs(page.main, call, "strategy");
    const References references = read_references(scope);
    if (plan) {
        plan_facts(page.main, call, *plan, read_term(scope));
        html::panel(page.main, "objectives", words("strategy.plan.objectives"),
                    [&](Out& out) { objective_list(out, call, references); });
    } else {
        html::empty_state(page.main,
                          {.title = words("strategy.plan.none"),
                           .why = words("strategy.plan.none_why",
                                        {{"command", "maillage strategy import " + call.actor.council_slug}}),
                           .action = words("strategy.plan.how_to_load"),
                           .path = call.path("/help/council-files")});
    }
    references_panel(page.main, call, references, scope.may_edit, state);
    commitment_tables(page.main, call, read_commitments(scope));
    return page;
}

html::Answer show_strategy(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer { return strategy_page(call, scope, {}); });
}

platform::http::Response strategy_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        platform::JsonWriter json;
        json.begin_object();
        const std::optional<foundation::Date> ends = read_term(scope).ends;
        if (const std::optional<Plan> plan = read_plan(scope)) {
            json.member("code", plan->code)
                .member("title", plan->title)
                .member("adopted", plan->adopted ? plan->adopted->iso() : std::string())
                .member("first_year", plan->first_year)
                .member("last_year", plan->last_year)
                .member("ends", ends ? ends->iso() : std::string())
                .member("source", plan->source)
                .key("parents")
                .begin_array();
            for (const std::string& parent : plan->parents) json.value(parent);
            json.end_array();
        }
        json.key("objectives").begin_array();
        for (const Reference& objective : read_references(scope).objectives)
            json.begin_object().member("code", objective.code).member("title", objective.label).end_object();
        json.end_array().key("commitments").begin_array();
        for (const Commitment& line : read_commitments(scope))
            json.begin_object()
                .member("code", line.code)
                .member("kind", line.kind)
                .member("title", line.title)
                .member("source", line.source)
                .end_object();
        json.end_array().end_object();
        return json_page(json.take());
    });
}

}  // namespace maillage::strategy
