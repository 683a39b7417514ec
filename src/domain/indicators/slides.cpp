#include "domain/indicators/slides.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/key_figures_words.hpp"
#include "domain/indicators/slides_rules.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Key;
using platform::i18n::Words;

std::string section_name(const Words& words, const Section& section) {
    return section.group.code.empty() ? words("indicators.board.council") : group_name(words, section.group);
}

std::string_view part_of(const Section& section) {
    return section.group.code.empty() ? council_part : std::string_view(section.group.code);
}

bool holds(const std::vector<Section>& sections, const Section& one) {
    return std::ranges::any_of(sections,
                               [&](const Section& section) { return section.group.code == one.group.code; });
}

// Which groups are shown: links, so that a presentation has an address.
void choice(Out& out, const Call& call, const Presented& presented) {
    const Words& words = call.words;
    std::vector<html::Chip> chips;
    for (const Section& section : presented.board) {
        const bool shown = holds(presented.sections, section);
        std::vector<Section> then;
        for (const Section& other : presented.board) {
            const bool same = other.group.code == section.group.code;
            if (same ? !shown : holds(presented.sections, other)) then.push_back({.group = other.group});
        }
        chips.push_back(
            {.label = section_name(words, section), .path = slides_path(call, then, 1), .current = shown});
    }
    html::chips(out, words, words("indicators.slides.choice"), chips);
}

Slide cover(const Call& call, const Presented& presented) {
    const Words& words = call.words;
    return {.message = words("indicators.slides.cover", {{"council", call.actor.council_name}}),
            .content =
                [&](Out& out) {
                    el(out, "p", {a("class", "lead")},
                       call.words("indicators.board.situation", {{"day", call.words.date_long(call.today)}}));
                    el(out, "ul", {}, [&](Out& list) {
                        for (const Section& section : presented.sections)
                            el(list, "li", {}, section_name(call.words, section));
                    });
                    choice(out, call, presented);
                    el(out, "p", {a("class", "muted noprint")}, call.words("indicators.slides.keys"));
                },
            .source = words("indicators.slides.own_source")};
}

void told(Out& out, const Words& words, const Reading& reading) {
    const KeySaid said = key_said(words, reading);
    el(out, "p", {a("class", "lead")}, [&](Out& p) {
        el(p, "strong", {}, said.value);
        p.text(" " + said.period);
    });
    for (const std::string& sentence : said.sentences) el(out, "p", {}, sentence);
    el(out, "p", {}, [&](Out& p) { el(p, "strong", {}, said.certainty); });
    if (reading.indicator.standing == Standing::proposed)
        el(out, "p", {},
           [&](Out& p) { html::status(p, html::State::todo, in_words(words, Standing::proposed)); });
}

Slide of_indicator(const Call& call, const Reading& reading) {
    const Words& words = call.words;
    const Definition& about = reading.indicator.definition;
    return {.message = localised(words, about.name, about.name_en),
            .content =
                [&](Out& out) {
                    el(out, "div", {a("class", "told")}, [&](Out& o) { told(o, call.words, reading); });
                    if (const auto series = series_beside(reading))
                        chart(out, call.words, reading, *series, 1);
                },
            .source =
                words("indicators.chart.source", {{"source", localised(words, about.source, about.source_en)},
                                                  {"perimeter", perimeter_in_words(words, about)}}),
            .reading = &reading};
}

struct NamedState {
    std::string_view name;
    Key words;
};
constexpr std::array<NamedState, 5> states{{{"done", "strategy.state.done"},
                                            {"under_way", "strategy.state.under_way"},
                                            {"to_start", "strategy.state.to_start"},
                                            {"suspended", "strategy.state.suspended"},
                                            {"abandoned", "strategy.state.abandoned"}}};

Slide of_the_table(const Call& call, const Presented& presented) {
    const Words& words = call.words;
    std::int64_t all = 0;
    for (const auto& [state, count] : presented.states) all += count;
    const auto done = presented.states.find("done");
    const std::string finished = words.number(done == presented.states.end() ? 0 : done->second);
    return {.message = words.plural("indicators.slides.table", all,
                                    {{"done", finished}, {"late", words.number(presented.late)}}),
            .content =
                [&](Out& out) {
                    html::BarChart chart{
                        .text = {.id = "states",
                                 .title = call.words("indicators.slides.states"),
                                 .subtitle = call.words("indicators.slides.actions"),
                                 .sentence = call.words("indicators.slides.late_is_computed"),
                                 .source = call.words("indicators.slides.table_source",
                                                      {{"day", call.words.date(call.today)}})},
                        .labels = {},
                        .series = {{.label = call.words("indicators.slides.actions"), .values = {}}}};
                    for (const NamedState& state : states) {
                        const auto found = presented.states.find(state.name);
                        const std::int64_t count = found == presented.states.end() ? 0 : found->second;
                        chart.labels.push_back(call.words(state.words));
                        chart.series[0].values.push_back(static_cast<double>(count));
                    }
                    html::bar_chart(out, call.words, chart);
                },
            .source = words("indicators.slides.table_source", {{"day", words.date(call.today)}})};
}

constexpr std::size_t lines_of_a_slide = 8;

void lines(Out& out, const Words& words, const std::vector<std::string>& all) {
    el(out, "ul", {}, [&](Out& list) {
        for (std::size_t i = 0; i < std::min(all.size(), lines_of_a_slide); ++i) el(list, "li", {}, all[i]);
    });
    if (all.size() > lines_of_a_slide)
        el(out, "p", {a("class", "muted")},
           words.plural("indicators.slides.others",
                        static_cast<std::int64_t>(all.size() - lines_of_a_slide)));
}

Slide of_the_missing(const Call& call, const Presented& presented) {
    const Words& words = call.words;
    std::map<std::string, std::int64_t> by_owner;
    std::int64_t all = 0;
    for (const Section& section : presented.sections)
        for (const Reading& reading : section.readings) {
            if (reading.missing.empty()) continue;
            const std::string& owner = reading.indicator.owner_name;
            by_owner[owner.empty() ? words("indicators.field.no_owner") : owner] +=
                std::ssize(reading.missing);
            all += std::ssize(reading.missing);
        }
    std::vector<std::string> said;
    for (const auto& [owner, count] : by_owner)
        said.push_back(words.plural("indicators.slides.missing_of", count, {{"owner", owner}}));
    return {.message =
                all == 0 ? words("indicators.missing.none") : words.plural("indicators.slides.missing", all),
            .content = [&words, said](Out& out) { lines(out, words, said); },
            .source = words("indicators.slides.own_source")};
}

Slide of_the_sources(const Call& call, const Presented& presented) {
    const Words& words = call.words;
    std::vector<std::string> sources;
    for (const Section& section : presented.sections)
        for (const Reading& reading : section.readings) {
            const Definition& about = reading.indicator.definition;
            std::string source = localised(words, about.source, about.source_en);
            if (reading.pair && std::ranges::find(sources, source) == sources.end())
                sources.push_back(std::move(source));
        }
    return {.message = words("indicators.slides.sources"),
            .content = [&words, sources](Out& out) { lines(out, words, sources); },
            .source = words("indicators.slides.own_source")};
}

}  // namespace

std::vector<Slide> slides_of(const Call& call, const Presented& presented) {
    std::vector<Slide> slides{cover(call, presented)};
    for (const Section& section : presented.sections)
        for (const Reading& reading : section.readings)
            if (reading.pair) slides.push_back(of_indicator(call, reading));
    slides.push_back(of_the_table(call, presented));
    slides.push_back(of_the_missing(call, presented));
    slides.push_back(of_the_sources(call, presented));
    return slides;
}

std::string slides_path(const Call& call, const std::vector<Section>& sections, std::size_t slide) {
    return slides_path(call, sections, std::to_string(slide));
}

std::string slides_path(const Call& call, const std::vector<Section>& sections, std::string_view slide) {
    std::string groups;
    for (const Section& section : sections) {
        groups += groups.empty() ? "" : ",";
        groups += part_of(section);
    }
    std::string path = call.path("/slides?slide=") + std::string(slide);
    if (!groups.empty()) path += "&groups=" + platform::http::encode_component(groups);
    return path;
}

}  // namespace maillage::indicators
