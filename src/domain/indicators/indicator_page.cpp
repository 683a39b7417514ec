#include <span>

#include "domain/indicators/comment_pages.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/method_panel.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

// One indicator: its figures, what may be said of them, how they are counted.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

constexpr std::size_t figures_shown = 24;

void comparison(Out& out, const Words& words, const Reading& reading) {
    if (!reading.pair)
        return html::empty_state(out, {.title = words("indicators.page.no_figure"),
                                       .why = words("indicators.page.no_figure_why")});
    const Pair& pair = *reading.pair;
    const Figure* other = pair.earlier ? &*pair.earlier : pair.unlike ? &*pair.unlike : nullptr;
    if (other == nullptr) {
        return el(
            out, "p", {},
            words("indicators.page.alone", {{"value", value_in_words(words, reading.measure(), pair.later)},
                                            {"period", in_words(words, pair.later.period)}}));
    }
    const auto made = compare(reading.measure(), pair.later, *other, reading.indicator.breaks);
    if (!made)
        return html::notice(out, html::NoticeKind::info, words("indicators.page.not_compared"),
                            in_words(words, made.error(), pair.later, *other));
    el(out, "ul", {a("class", "said")}, [&](Out& list) {
        for (const std::string& sentence : in_words(words, reading.measure(), *made))
            el(list, "li", {}, sentence);
    });
}

void facts(Out& out, const Call& call, const Reading& reading) {
    const Words& words = call.words;
    const Indicator& indicator = reading.indicator;
    const Definition& said = indicator.definition;
    std::vector<html::SummaryRow> rows;
    const auto add = [&](std::string term, std::string text) {
        if (!text.empty()) rows.push_back({std::move(term), [text](Out& o) { o.text(text); }});
    };
    add(words("indicators.field.definition"), localised(words, said.definition, said.definition_en));
    add(words("indicators.field.kind"), in_words(words, said.kind));
    add(words("indicators.field.measure"), in_words(words, said.measure));
    add(words("indicators.field.unit"), localised(words, said.unit, said.unit_en));
    add(words("indicators.field.source"), localised(words, said.source, said.source_en));
    add(words("indicators.field.perimeter"), perimeter_in_words(words, said));
    add(words("indicators.field.frequency"), in_words(words, said.frequency));
    if (!indicator.has_owner())
        add(words("indicators.field.owner"),
            indicator.owner_ended ? words("indicators.owner.ended", {{"owner", indicator.owner_name}})
                                  : words("indicators.field.no_owner"));
    else
        rows.push_back({words("indicators.field.owner"), [&, owner = said.owner](Out& o) {
                            const html::Url target = html::Url::path(call.path("/organisations/" + owner));
                            el(o, "a", {url("href", target)}, indicator.owner_name);
                        }});
    if (const std::string baseline = baseline_in_words(words, said); !baseline.empty())
        add(words("indicators.field.baseline"),
            baseline + (said.baseline_period ? " (" + in_words(words, *said.baseline_period) + ")" : ""));
    if (said.target)
        add(words("indicators.field.target"),
            number_in_words(words, said.measure, *said.target) +
                (said.target_by ? " (" + words.date(*said.target_by) + ")" : ""));
    add(words("indicators.field.wanted"), in_words(words, said.wanted));
    add(words("indicators.field.limits"), localised(words, said.limits, said.limits_en));
    if (said.police_initiated) add(words("indicators.field.caution"), caution_of(words, said));
    add(words("indicators.field.standing"), in_words(words, indicator.standing));
    if (indicator.agreed_on)
        rows.push_back({indicator.standing == Standing::proposed ? words("indicators.field.agreed_before")
                                                                 : words("indicators.field.agreed"),
                        [&](Out& o) {
                            o.text(words.date(*indicator.agreed_on) + " · " + indicator.agreed_in);
                            if (indicator.agreed_body.empty()) return;
                            const html::Url body =
                                html::Url::path(call.path("/bodies/" + indicator.agreed_body));
                            o.text(" · ");
                            el(o, "a", {url("href", body)}, words("indicators.agree.by_body"));
                        }});
    html::summary_list(out, words, rows);
}

void withdrawal(Out& out, const Call& call, const Reading& reading, const Figure& figure) {
    button_form(out, call, indicator_path(call, reading.indicator, "/figures/withdrawal"),
                call.words("indicators.figure.withdraw"), in_words(call.words, figure.period),
                {{"period", written(figure.period)}, {"perimeter", figure.perimeter}});
}

// After a withdrawal: what was withdrawn, and the way back.
void restoration(Out& out, const Call& call, const Reading& reading) {
    const auto period = parse_period(call.request.query.get("withdrawn"));
    if (!period || !may_fill(call.actor, reading.indicator)) return;
    const std::string said = in_words(call.words, *period);
    html::notice(out, html::NoticeKind::ok, call.words("indicators.figure.withdrawn", {{"period", said}}),
                 "");
    button_form(out, call, indicator_path(call, reading.indicator, "/figures/restoration"),
                call.words("indicators.figure.restore"), said,
                {{"period", written(*period)}, {"perimeter", std::string(call.request.query.get("of"))}});
}

void figures_table(Out& out, const Call& call, const Reading& reading, std::string caption,
                   std::span<const Figure> figures) {
    const Words& words = call.words;
    const bool edits = may_fill(call.actor, reading.indicator);
    html::Table description{.caption = std::move(caption),
                            .columns = {{words("indicators.field.period")},
                                        {words("indicators.field.value"), "", true},
                                        {words("indicators.field.perimeter")},
                                        {words("indicators.field.note")}}};
    if (edits) description.columns.push_back({words("indicators.field.act")});
    html::table(out, words, description, figures, [&](html::Row& row, const Figure& figure) {
        row.heading(in_words(words, figure.period));
        row.cell(value_in_words(words, reading.measure(), figure));
        row.cell(figure.perimeter.empty() ? words("indicators.perimeter.unknown") : figure.perimeter);
        row.cell([&](Out& o) {
            if (figure.provisional) html::status(o, html::State::run, words("indicators.value.provisional"));
            for (const std::string* text : {&figure.note, &figure.source_line})
                if (!text->empty()) el(o, "div", {a("class", "muted")}, *text);
        });
        if (edits) row.cell([&](Out& o) { withdrawal(o, call, reading, figure); });
    });
}

// The latest ones; those of ten years of months are there for who asks.
void all_figures(Out& out, const Call& call, const Reading& reading) {
    const Words& words = call.words;
    const std::span<const Figure> all = reading.figures;
    if (all.empty()) return;
    const std::size_t older = all.size() > figures_shown ? all.size() - figures_shown : 0;
    figures_table(out, call, reading, words("indicators.page.figures"), all.subspan(older));
    if (older == 0) return;
    const std::string title = words.plural("indicators.page.older", static_cast<std::int64_t>(older));
    html::disclosure(out, title, [&](Out& o) { figures_table(o, call, reading, title, all.first(older)); });
}

// The form of a new figure begins with the perimeter that the definition names.
html::FormState fresh_entry(const Reading& reading) {
    html::FormState state;
    state.values.add("perimeter", reading.indicator.definition.perimeter);
    return state;
}

void entry(Out& out, const Call& call, const Reading& reading, const html::FormState& state) {
    const Words& words = call.words;
    const html::Url target = html::Url::path(indicator_path(call, reading.indicator, "/figures"));
    html::panel(out, "entry", words("indicators.figure.title"), [&](Out& o) {
        html::form_open(o, target, fresh_tokens(call));
        figure_fields(o, words, reading.indicator.definition, state);
        replacement_choice(o, words, state);
        html::submit(o, words("indicators.figure.enter"));
        html::form_close(o);
    });
}

void history(Out& out, const Words& words, const std::vector<DefinitionVersion>& versions) {
    if (versions.size() < 2) return;
    html::panel(out, "versions", words("indicators.page.versions"), [&](Out& o) {
        el(o, "ol", {a("class", "history")}, [&](Out& list) {
            for (const DefinitionVersion& version : versions)
                el(list, "li", {}, [&](Out& item) {
                    item.text(
                        words("indicators.page.version",
                              {{"version", words.number(version.version)},
                               {"day", words.time(version.changed_at)},
                               {"author", version.changed_by.empty() ? words("indicators.page.data_file")
                                                                     : version.changed_by}}));
                    if (version.breaks_from)
                        el(item, "div", {},
                           words("indicators.break.said", {{"day", words.date(*version.breaks_from)}}));
                    el(item, "div", {a("class", "muted")},
                       localised(words, version.definition.definition, version.definition.definition_en));
                });
        });
    });
}

}  // namespace

html::Page indicator_page(Call& call, const IndicatorView& view) {
    const Words& words = call.words;
    const Reading& reading = view.reading;
    const html::FormState none;
    const html::FormState& comment = view.typed.comment ? *view.typed.comment : none;
    const html::FormState state = view.typed.figure.value_or(fresh_entry(reading));
    const bool valid = state.valid() && comment.valid();
    const Definition& said = reading.indicator.definition;
    const std::string name = localised(words, said.name, said.name_en);
    html::Page page{.title = valid ? name : words("form.error_title", {{"title", name}}),
                    .main = {},
                    .status = valid ? 200 : 422,
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")}, {name, ""}},
                    .help = "indicators"};
    Out& out = page.main;
    html::page_heading(out, name, localised(words, said.unit, said.unit_en), [&](Out& o) {
        if (!call.may(Act::edit_indicators)) return;
        const html::Url edit = html::Url::path(indicator_path(call, reading.indicator, "/edit"));
        el(o, "a", {url("href", edit), a("class", "btn alt")}, words("indicators.act.edit"));
        const bool retired = reading.indicator.standing == Standing::retired;
        button_form(o, call, indicator_path(call, reading.indicator, retired ? "/return" : "/retirement"),
                    retired ? words("indicators.act.return") : words("indicators.act.retire"), name);
    });
    restoration(out, call, reading);
    html::error_summary(out, words, state);
    html::error_summary(out, words, comment);
    html::panel(out, "said", words("indicators.page.said"), [&](Out& o) {
        comparison(o, words, reading);
        how_it_is_computed(o, words, reading);
    });
    charts(out, words, reading);
    html::panel(out, "figures", words("indicators.page.figures"), [&](Out& o) {
        all_figures(o, call, reading);
        if (!reading.missing.empty())
            el(o, "p", {a("class", "muted")},
               words("indicators.page.missing", {{"periods", periods_in_words(words, reading.missing)}}));
    });
    if (may_fill(call.actor, reading.indicator)) entry(out, call, reading, state);
    comments_panel(out, call, reading.indicator, view.comments, comment);
    html::panel(out, "facts", words("indicators.page.facts"), [&](Out& o) { facts(o, call, reading); });
    history(out, words, view.versions);
    return page;
}

html::Page read_indicator_page(platform::db::Tx& tx, Call& call, const Reading& reading, const Typed& typed) {
    const auto versions = definitions_of(tx, call.actor, reading.indicator.id);
    const auto comments = comments_of(tx, call.actor, reading.indicator.id);
    return indicator_page(call,
                          {.reading = reading, .versions = versions, .comments = comments, .typed = typed});
}

}  // namespace maillage::indicators
