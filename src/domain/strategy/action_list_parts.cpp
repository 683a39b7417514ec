#include "domain/strategy/action_list_parts.hpp"

#include "domain/strategy/kept.hpp"
#include "domain/strategy/view_store.hpp"
#include "platform/html/link.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

std::vector<html::Option> options_of(const platform::i18n::Words& words, const std::vector<Reference>& list) {
    std::vector<html::Option> options{{"", words("form.all")}};
    for (const Reference& reference : list)
        options.push_back({reference.code, reference.code + " · " + label_of(words, reference)});
    return options;
}

std::vector<html::Option> options_of(const platform::i18n::Words& words,
                                     const std::vector<std::string>& list) {
    std::vector<html::Option> options{{"", words("form.all")}};
    for (const std::string& value : list) options.push_back({value, value});
    return options;
}

// Organisations in activity, and the one that the address names.
std::vector<html::Option> partners_of(const platform::i18n::Words& words, const ListView& view) {
    std::vector<html::Option> options{{"", words("form.all")}};
    for (const Reference& organisation : view.partners)
        if (organisation.scheme != "archived" || organisation.code == view.filter.partner)
            options.push_back({organisation.code, organisation.label});
    return options;
}

// Folded until one of them is used: the list begins on the first screen.
void more_filters(Out& out, const platform::i18n::Words& words, const ListView& view,
                  const html::FormState& state) {
    const ActionFilter& used = view.filter;
    std::int64_t count = 0;
    for (const std::string* one :
         {&used.domain, &used.objective, &used.group, &used.axis, &used.pilot, &used.partner, &used.quartier})
        count += one->empty() ? 0 : 1;
    el(out, "details", {a("class", "more-filters"), html::flag("open", count > 0)}, [&](Out& details) {
        el(details, "summary", {},
           count > 0 ? words.plural("strategy.filter.more_used", count) : words("strategy.filter.more"));
        el(details, "div", {a("class", "fields")}, [&](Out& folded) {
            html::select_field(folded, words,
                               {.name = "domain",
                                .label = words("strategy.field.domain"),
                                .options = options_of(words, view.choices->references.domains)},
                               state);
            html::select_field(folded, words,
                               {.name = "objective",
                                .label = words("strategy.field.objective"),
                                .options = options_of(words, view.choices->references.objectives)},
                               state);
            html::select_field(folded, words,
                               {.name = "group",
                                .label = words("strategy.field.group"),
                                .options = options_of(words, view.choices->references.groups)},
                               state);
            html::select_field(folded, words,
                               {.name = "axis",
                                .label = words("strategy.field.axes"),
                                .options = options_of(words, view.choices->references.axes)},
                               state);
            html::select_field(folded, words,
                               {.name = "pilot",
                                .label = words("strategy.field.pilot"),
                                .options = options_of(words, view.choices->pilots)},
                               state);
            html::select_field(folded, words,
                               {.name = "partner",
                                .label = words("strategy.field.partner"),
                                .options = partners_of(words, view)},
                               state);
            html::select_field(folded, words,
                               {.name = "quartier",
                                .label = words("strategy.field.quartiers"),
                                .options = options_of(words, view.choices->quartiers)},
                               state);
        });
    });
}

}  // namespace

ListView read_list_view(Scope& scope, const identity::Call& call) {
    ListView view{.filter = filter_of(call.request.query),
                  .counts = std::make_shared<const ActionCounts>(),
                  .choices = std::make_shared<const Choices>(),
                  .partners = {},
                  .kept = {}};
    if (!scope.may_read) return view;
    // The counts depend neither on the order of the rows nor on the page.
    ActionFilter counted = view.filter;
    counted.sort = ActionFilter().sort;
    counted.page = ActionFilter().page;
    counted.per_page = ActionFilter().per_page;
    Kept& kept = view.kept.emplace(scope, *call.services.memo);
    view.counts =
        kept.get<ActionCounts>("counts:" + query_of(counted), [&] { return count_actions(scope, counted); });
    const auto choices = [&] {
        return Choices{.references = read_references(scope),
                       .pilots = read_pilots(scope),
                       .quartiers = read_quartiers(scope)};
    };
    view.choices = kept.get<Choices>("choices", choices, 64);
    // The directory has no revision of ours: its organisations are read each time.
    view.partners = read_partner_choices(scope);
    return view;
}

std::shared_ptr<const std::vector<Action>> read_rows(Scope& scope, ListView& view) {
    using Rows = std::vector<Action>;
    if (!view.kept) return std::make_shared<const Rows>();
    const auto most_kilobytes = static_cast<std::size_t>(view.filter.per_page);  // one a row, texts included
    return view.kept->get<Rows>(
        "rows:" + query_of(view.filter), [&] { return list_actions(scope, view.filter); }, most_kilobytes);
}

void list_tabs(Out& out, const identity::Call& call, std::string_view current) {
    const auto& words = call.words;
    const std::string query = query_of(filter_of(call.request.query));
    html::tabs(out, words("strategy.tabs.label"),
               {{words("strategy.tabs.table"), call.path("/actions" + query), current == "table"},
                {words("strategy.tabs.board"), call.path("/actions/kanban" + query), current == "board"},
                {words("strategy.tabs.gantt"), call.path("/actions/gantt" + query), current == "gantt"},
                {words("strategy.tabs.groups"), call.path("/actions/by/group"), current == "by"},
                {words("strategy.tabs.matrix"), call.path("/actions/matrix"), current == "matrix"},
                {words("strategy.tabs.strategy"), call.path("/strategy"), current == "strategy"}});
}

void alarm_chips(Out& out, const identity::Call& call, const ListView& view, std::string_view path) {
    const auto& words = call.words;
    const auto& query = call.request.query;
    const auto target = [&](std::string_view alarm, std::string_view state) {
        return html::link(path, query, {{"alarm", alarm}, {"state", state}, {"page", ""}, {"changed", ""}});
    };
    const ActionCounts& counts = *view.counts;
    const std::string& alarm = view.filter.alarm;
    std::vector<html::Chip> chips{
        {words("strategy.chip.all"), target("", ""), counts.all, alarm.empty() && view.filter.state.empty()},
        {words("strategy.chip.late"), target("late", ""), counts.late, alarm == "late"},
        {words("strategy.chip.due14"), target("due14", ""), counts.due14, alarm == "due14"},
        {words("strategy.chip.due30"), target("due30", ""), counts.due30, alarm == "due30"},
        {words("strategy.chip.silent"), target("silent", ""), counts.silent, alarm == "silent"}};
    for (const State state : all_states)
        chips.push_back({state_word(words, state), target("", name_of(state)),
                         counts.by_state[static_cast<std::size_t>(state)],
                         view.filter.state == name_of(state)});
    html::chips(out, words, words("strategy.chip.label"), chips);
}

void filter_form(Out& out, const identity::Call& call, const ListView& view, std::string_view path) {
    const auto& words = call.words;
    html::FormState state;
    for (const auto& [name, value] : call.request.query.pairs()) state.values.add(name, value);
    const html::Url target = html::Url::path(path);
    el(out, "form",
       {a("method", "get"), url("action", target), a("class", "filters noprint"), a("role", "search"),
        a("aria-label", words("strategy.filter.label"))},
       [&](Out& form) {
           html::text_field(
               form, words,
               {.name = "q", .label = words("strategy.filter.text"), .kind = html::FieldKind::search}, state);
           more_filters(form, words, view, state);
           for (const auto name : {"state", "alarm", "sort", "size"})
               if (!call.request.query.get(name).empty()) hidden(form, name, call.request.query.get(name));
           html::submit(form, words("strategy.filter.apply"));
           if (view.filter.filtered()) {
               const html::Url all = html::Url::path(path);
               el(form, "a", {url("href", all), a("class", "btn alt")}, words("strategy.filter.clear"));
           }
       });
}

void views_bar(Out& out, const identity::Call& call, Scope& scope, const ListView& view) {
    const auto& words = call.words;
    const std::vector<SavedView> views = read_views(scope);
    ActionFilter first_page = view.filter;
    first_page.page = 1;
    const std::string query = query_of(first_page);
    el(out, "div", {a("class", "views noprint")}, [&](Out& box) {
        std::vector<html::Chip> chips;
        for (const SavedView& saved : views)
            chips.push_back(
                {saved.name, call.path("/actions" + saved.query), std::nullopt, saved.query == query});
        if (!chips.empty()) html::chips(box, words, words("strategy.views.label"), chips);
        const html::Url target = html::Url::path(call.path("/actions/views"));
        html::disclosure(box, words("strategy.views.save"), [&](Out& details) {
            html::form_open(details, target, fresh_tokens(call));
            hidden(details, "query", query);
            html::text_field(
                details, words,
                {.name = "name", .label = words("strategy.views.name"), .required = true, .max_length = 80},
                {});
            html::submit(details, words("strategy.views.submit"));
            html::form_close(details);
            for (const SavedView& saved : views) {
                const html::Url away =
                    html::Url::path(call.path("/actions/views/" + std::to_string(saved.id) + "/deletion"));
                html::form_open(details, away, fresh_tokens(call));
                html::submit(details, words("strategy.views.delete", {{"name", saved.name}}));
                html::form_close(details);
            }
        });
    });
}

}  // namespace maillage::strategy
