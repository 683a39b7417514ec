#include "app/territory_page.hpp"

#include <algorithm>

#include "app/membership_page.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/html/table.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

std::string article_of(const TerritoryView& view, std::string_view name) {
    for (const auto& threshold : view.thresholds)
        if (threshold.name == name) return threshold.article;
    return {};
}

void commune_rows(Out& out, const Words& words, const TerritoryView& view) {
    html::Table description{.caption = words("territory.commune.caption"),
                            .columns = {{words("territory.commune.name")},
                                        {words("territory.commune.code")},
                                        {words("territory.commune.population"), "", true},
                                        {words("territory.commune.standing")}}};
    if (view.law) {
        description.columns.push_back({words("territory.commune.council")});
        description.columns.push_back({words("territory.commune.coordinator")});
    }
    html::table(
        out, words, description, view.communes, [&](html::Row& row, const territory::Commune& commune) {
            row.heading(commune.name);
            row.cell(commune.code);
            row.cell(words.number(commune.population));
            row.cell(standing_in_words(words, commune.standing.value_or("")));
            if (!view.law) return;
            row.cell(obligation_in_words(
                words, territory::clspd_required({.population = commune.population, .qpv = commune.qpv},
                                                 *view.law)));
            row.cell(
                obligation_in_words(words, territory::coordinator_required(commune.population, *view.law)));
        });
}

void to_verify_mark(Out& out, const Words& words) {
    out.text(" ");
    el(out, "span", {a("class", "tag")}, words("territory.to_verify"));
}

void law_note(Out& out, const Words& words, const TerritoryView& view) {
    if (!view.law) {
        html::notice(out, html::NoticeKind::warn, words("territory.law.title"),
                     words("territory.law.not_loaded"));
        return;
    }
    html::disclosure(out, words("territory.law.title"), [&](Out& o) {
        el(o, "p", {},
           words("territory.law.council", {{"n", words.number(view.law->council_above_inhabitants)},
                                           {"article", article_of(view, "council_above_inhabitants")}}));
        el(o, "p", {},
           words("territory.law.coordinator",
                 {{"n", words.number(view.law->coordinator_above_inhabitants)},
                  {"article", article_of(view, "coordinator_above_inhabitants")}}));
        el(o, "ul", {}, [&](Out& list) {
            for (const auto& threshold : view.thresholds)
                el(list, "li", {}, [&](Out& item) {
                    el(item, "span", {a("lang", "fr")}, threshold.source);
                    item.text(" · " +
                              words("territory.law.since", {{"date", words.date(threshold.valid_from)}}));
                    if (threshold.to_verify) to_verify_mark(item, words);
                });
        });
    });
}

// CSI art. L132-13: who opposes is ticked, the address keeps it, the sentence says what follows.
void opposition_panel(Out& out, const Words& words, const TerritoryView& view) {
    if (!view.law || view.communes.size() < 2) return;
    html::panel(out, "opposition", words("territory.opposition.title"), [&](Out& o) {
        el(o, "p", {},
           words("territory.opposition.rule", {{"share", words.percent(view.law->opposition_share)},
                                               {"article", article_of(view, "opposition_share")}}));
        const auto opposition = opposition_of(view);
        const auto figures = {
            platform::i18n::Words::Arg{"opposing", words.number(opposition.opposing_population)},
            platform::i18n::Words::Arg{"total", words.number(opposition.total_population)}};
        const bool blocked =
            territory::cispd_blocked(opposition, *view.law) == territory::IntercommunalOutcome::blocked;
        el(o, "p", {a("role", "status")}, [&](Out& p) {
            html::status(
                p, blocked ? html::State::late : html::State::ok,
                blocked ? words("territory.opposition.blocked") : words("territory.opposition.possible"));
            p.text(" " + words("territory.opposition.figures", figures));
        });
        html::FormState state;
        std::vector<html::Option> options;
        for (const auto& commune : view.communes)
            options.push_back({commune.code, commune.name + " (" + words.number(commune.population) + ")"});
        for (const std::string& code : view.opposing) state.values.add("opposes", code);
        const html::Url action = html::Url::path(view.base);
        html::disclosure(o, words("territory.opposition.choose"), [&](Out& box) {
            el(box, "form", {a("method", "get"), url("action", action)}, [&](Out& form) {
                void_el(form, "input", {a("type", "hidden"), a("name", "zoning"), a("value", view.zoning)});
                html::checkbox_group(
                    form, words,
                    {.name = "opposes", .label = words("territory.opposition.communes"), .options = options},
                    state);
                html::submit(form, words("territory.opposition.compute"));
            });
        });
    });
}

std::string years_of(const Words& words, const territory::Zoning& zoning) {
    if (!zoning.valid_from || !zoning.valid_to) return words("territory.zoning.no_vintage");
    return words("territory.zoning.years", {{"from", std::to_string(zoning.valid_from->year())},
                                            {"to", std::to_string(zoning.valid_to->year())}});
}

void zone_rows(Out& out, const Words& words, const TerritoryView& view) {
    const html::Table description{.caption = words("territory.zone.caption"),
                                  .columns = {{words("territory.zone.name")},
                                              {words("territory.zone.standing")},
                                              {words("territory.zone.population"), "", true},
                                              {words("territory.zone.commune")}}};
    html::table(out, words, description, view.zones, [&](html::Row& row, const territory::ZoneLine& line) {
        const territory::Zone& zone = line.zone;
        row.heading([&](Out& o) {
            o.text(zone.name);
            if (line.to_verify) to_verify_mark(o, words);
        });
        row.cell(zone.standing == "watch" ? words("territory.zone.watch") : words("territory.zone.full"));
        row.cell(zone.population ? words.number(*zone.population) : words("territory.zone.unknown"));
        const auto found = std::ranges::find(view.communes, zone.commune_code, &territory::Commune::code);
        row.cell(found == view.communes.end() ? zone.commune_code : found->name);
    });
}

void zoning_panel(Out& out, const Words& words, const TerritoryView& view) {
    html::panel(out, "zones", words("territory.zoning.title"), [&](Out& o) {
        std::vector<html::Chip> choices;
        const territory::Zoning* shown = nullptr;
        for (const auto& zoning : view.zonings) {
            choices.push_back({.label = zoning.name,
                               .path = view.base + "?zoning=" + zoning.code,
                               .current = zoning.code == view.zoning});
            if (zoning.code == view.zoning) shown = &zoning;
        }
        html::chips(o, words, words("territory.zoning.which"), choices);
        if (shown == nullptr) {
            html::empty_state(
                o, {.title = words("territory.zoning.none"), .why = words("territory.zoning.none_why")});
            return;
        }
        el(o, "p", {a("class", "muted")},
           kind_in_words(words, shown->kind) + " - " + years_of(words, *shown));
        zone_drawing(o, words, view);
        zone_rows(o, words, view);
        if (!shown->note.empty()) el(o, "p", {a("lang", "fr")}, shown->note);
        el(o, "p", {a("class", "muted"), a("lang", "fr")}, shown->source);
    });
}

}  // namespace

std::string obligation_in_words(const Words& words, territory::Obligation obligation) {
    switch (obligation) {
    case territory::Obligation::none: return words("territory.obligation.none");
    case territory::Obligation::required: return words("territory.obligation.required");
    case territory::Obligation::optional: return words("territory.obligation.optional");
    }
    __builtin_unreachable();
}

std::string kind_in_words(const Words& words, std::string_view kind) {
    if (kind == "qpv") return words("territory.zoning.qpv");
    if (kind == "quartier") return words("territory.zoning.quartier");
    if (kind == "police_sector") return words("territory.zoning.police_sector");
    return words("territory.zoning.commune");
}

territory::Opposition opposition_of(const TerritoryView& view) {
    territory::Opposition opposition;
    for (const auto& commune : view.communes) {
        opposition.total_population += commune.population;
        if (std::ranges::find(view.opposing, commune.code) != view.opposing.end())
            opposition.opposing_population += commune.population;
    }
    return opposition;
}

html::Page territory_page(const Words& words, const TerritoryView& view) {
    html::Page page{
        .title = words("territory.title"), .main = {}, .section = "territory", .help = "territory"};
    Out& out = page.main;
    std::int64_t population = 0;
    for (const auto& commune : view.communes) population += commune.population;
    html::page_heading(
        out, page.title,
        view.communes.empty()
            ? std::string()
            : words("territory.situation",
                    {{"communes", words.number(static_cast<std::int64_t>(view.communes.size()))},
                     {"population", words.number(population)}}));
    if (view.communes.empty()) {
        html::empty_state(out, {.title = words("territory.empty"),
                                .why = words("territory.empty_why", {{"command", view.load}}),
                                .action = words("territory.how_to_load"),
                                .path = view.help});
        return page;
    }
    zoning_panel(out, words, view);
    html::panel(out, "communes", words("territory.commune.caption"), [&](Out& o) {
        commune_rows(o, words, view);
        const html::Url attached = html::Url::path(view.base + "/communes");
        el(o, "p", {},
           [&](Out& p) { el(p, "a", {url("href", attached)}, words("territory.membership.title")); });
        law_note(o, words, view);
    });
    opposition_panel(out, words, view);
    return page;
}

}  // namespace maillage::app
