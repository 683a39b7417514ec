#include <algorithm>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/key_figures_pages.hpp"
#include "domain/indicators/key_figures_words.hpp"
#include "platform/html/chart.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

// Closed on a phone, where the five fit on one screen; the style sheet opens all on a wider one.
void figure(Out& out, const Call& call, const Reading& reading) {
    const Words& words = call.words;
    const Definition& about = reading.indicator.definition;
    const KeySaid said = key_said(words, reading);
    el(out, "summary", {}, [&](Out& o) {
        el(o, "span", {a("class", "name")}, localised(words, about.name, about.name_en));
        el(o, "span", {a("class", "value")}, [&](Out& value) {
            el(value, "strong", {}, said.value.empty() ? words("indicators.value.missing") : said.value);
            if (!said.period.empty()) {
                value.text(" ");
                el(value, "span", {a("class", "muted")}, said.period);
            }
        });
        el(o, "span", {a("class", "sure muted")}, [&](Out& sure) {
            sure.text(said.certainty);
            if (reading.indicator.standing == Standing::proposed)
                sure.text((said.certainty.empty() ? "" : " · ") + in_words(words, Standing::proposed));
        });
        if (said.drawn.size() > 1) html::sparkline(o, said.drawn);
    });
    el(out, "div", {a("class", "more-of-it")}, [&](Out& o) {
        for (const std::string& sentence : said.sentences) el(o, "p", {}, sentence);
        if (!said.trend.empty()) el(o, "p", {}, said.trend);
        if (!said.missing.empty()) el(o, "p", {}, said.missing);
        el(o, "p", {a("class", "muted")},
           words("indicators.chart.source", {{"source", localised(words, about.source, about.source_en)},
                                             {"perimeter", perimeter_in_words(words, about)}}));
        const html::Url target = html::Url::path(indicator_path(call, reading.indicator));
        const std::string named =
            words("indicators.key.open_named", {{"name", localised(words, about.name, about.name_en)}});
        el(o, "p", {a("class", "more")}, [&](Out& p) {
            el(p, "a", {url("href", target), a("aria-label", named)}, words("indicators.key.open"));
        });
    });
}

void figures(Out& out, const Call& call, const KeyFigures& read) {
    const Words& words = call.words;
    html::panel(out, "figures", words("indicators.key.figures"), [&](Out& o) {
        if (read.figures.empty()) return el(o, "p", {a("class", "muted")}, words("indicators.key.none"));
        el(o, "ol", {a("class", "keys")}, [&](Out& list) {
            for (const Reading& reading : read.figures)
                el(list, "li", {}, [&](Out& item) {
                    el(item, "details", {}, [&](Out& details) { figure(details, call, reading); });
                });
        });
    });
}

// The plenary first: it is the council's own meeting.
const governance::ExpectedMeeting* next_of(const std::vector<governance::ExpectedMeeting>& meetings) {
    const auto plenary = std::ranges::find_if(meetings, [](const governance::ExpectedMeeting& one) {
        return one.body.kind == governance::BodyKind::plenary;
    });
    if (plenary != meetings.end()) return &*plenary;
    return meetings.empty() ? nullptr : &meetings.front();
}

void meeting(Out& out, const Call& call, const KeyFigures& read) {
    const Words& words = call.words;
    html::panel(out, "meeting", words("indicators.key.meeting"), [&](Out& o) {
        const auto* next = next_of(read.meetings);
        if (next == nullptr) return el(o, "p", {a("class", "muted")}, words("indicators.key.no_meeting"));
        el(o, "p", {}, [&](Out& p) {
            const html::Url target = call.url("/bodies/" + next->body.code);
            el(p, "a", {url("href", target)}, body_name(words, next->body));
            p.text(" ");
            el(p, "strong", {}, due_in_words(words, *next, call.today));
        });
        el(o, "p", {a("class", "muted")}, words("indicators.key.no_date"));
        if (read.meetings.size() < 2) return;
        html::disclosure(o, words("indicators.key.other_meetings"), [&](Out& others) {
            el(others, "ul", {a("class", "plain-list")}, [&](Out& list) {
                for (const auto& other : read.meetings)
                    if (&other != next)
                        el(list, "li", {},
                           body_name(words, other.body) + " " + due_in_words(words, other, call.today));
            });
        });
    });
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

void awaited(Out& out, const Call& call, const Awaited& waiting) {
    const Words& words = call.words;
    html::panel(out, "awaited", words("indicators.key.awaited"), [&](Out& o) {
        if (!waiting.any()) return el(o, "p", {a("class", "muted")}, words("indicators.key.nothing_awaited"));
        el(o, "ul", {a("class", "plain-list tall")}, [&](Out& list) {
            const auto line = [&](std::string_view path, const std::string& sentence) {
                const html::Url target = call.url(path);
                el(list, "li", {}, [&](Out& item) { el(item, "a", {url("href", target)}, sentence); });
            };
            if (!waiting.groups.empty())
                line("/dashboard", words.plural("indicators.key.groups_to_agree", std::ssize(waiting.groups),
                                                {{"groups", joined(waiting.groups)}}));
            if (waiting.suspended > 0)
                line("/actions?state=suspended", words.plural("indicators.key.suspended", waiting.suspended));
            if (waiting.supposed_seats > 0)
                line("/bodies", words.plural("indicators.key.supposed_seats", waiting.supposed_seats));
            for (const governance::Body& body : waiting.without_quorum)
                line("/bodies/" + body.code + "#quorum",
                     words("indicators.key.no_quorum", {{"body", body_name(words, body)}}));
        });
    });
}

// Under the title, so that the first screen of a phone holds it: the next meeting, and how much waits.
std::string in_short(const Words& words, const KeyFigures& read, foundation::Date today) {
    const Awaited& waiting = read.awaited;
    const std::int64_t lines = (waiting.groups.empty() ? 0 : 1) + (waiting.suspended > 0 ? 1 : 0) +
                               (waiting.supposed_seats > 0 ? 1 : 0) + std::ssize(waiting.without_quorum);
    const std::string decisions = words.plural("indicators.key.awaited_count", lines);
    const auto* next = next_of(read.meetings);
    if (next == nullptr) return decisions;
    return body_name(words, next->body) + " " + due_in_words(words, *next, today) + " · " + decisions;
}

}  // namespace

std::string body_name(const Words& words, const governance::Body& body) {
    return localised(words, body.name, body.name_en);
}

std::string due_in_words(const Words& words, const governance::ExpectedMeeting& due, foundation::Date today) {
    const bool one_month = due.from.month() == due.to.month() && due.from.year() == due.to.year();
    if (one_month && due.from > today)
        return words("indicators.key.due_in", {{"month", words.month(due.from)}});
    return words("indicators.key.due_before", {{"day", words.date(due.to)}});
}

html::Page key_figures_page(Call& call, const KeyFigures& read) {
    const Words& words = call.words;
    html::Page page{
        .title = words("indicators.key.title"), .main = {}, .section = "key-figures", .help = "key-figures"};
    Out& out = page.main;
    html::page_heading(out, page.title, in_short(words, read, call.today), [&](Out& o) {
        if (!call.may(Act::edit_indicators)) return;
        const html::Url choice = call.url("/key-figures/choice");
        el(o, "a", {url("href", choice), a("class", "btn alt")}, words("indicators.key.choose"));
    });
    figures(out, call, read);
    el(out, "div", {a("class", "two even")}, [&](Out& o) {
        meeting(o, call, read);
        awaited(o, call, read.awaited);
    });
    if (!read.figures.empty())
        html::disclosure(out, words("indicators.key.as_table"), [&](Out& o) {
            readings_table(o, call, words("indicators.key.figures"), read.figures);
        });
    return page;
}

}  // namespace maillage::indicators
