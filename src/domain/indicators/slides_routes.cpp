#include "domain/indicators/slides_routes.hpp"

#include <algorithm>

#include "domain/indicators/slides.hpp"
#include "domain/indicators/slides_rules.hpp"
#include "platform/html/components.hpp"
#include "platform/json_writer.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Key;

struct Asked {
    std::vector<Section> board, sections;
    ActionsByState states;
    std::int64_t late = 0;
};

// Groups that are none are passed over; none left: the council's own.
std::vector<Section> chosen(const std::vector<Section>& board, std::string_view text) {
    const std::vector<std::string> parts = groups_asked(text);
    const auto asked = [&](const Section& section) {
        const std::string part(section.group.code.empty() ? std::string(council_part) : section.group.code);
        return std::ranges::find(parts, part) != parts.end();
    };
    std::vector<Section> sections;
    for (const Section& section : board)
        if (asked(section)) sections.push_back(section);
    if (sections.empty() && !board.empty()) sections.push_back(board.front());
    return sections;
}

Presented presented_of(const Asked& asked) {
    return {.sections = asked.sections, .board = asked.board, .states = asked.states, .late = asked.late};
}

const Reading* reading_shown(const Call& call, const Asked& asked) {
    const std::vector<Slide> slides = slides_of(call, presented_of(asked));
    return slides[slide_asked(call.request.query.get("slide"), slides.size()) - 1].reading;
}

bool asks_for_all(const Call& call) { return call.request.query.get("slide") == every_slide; }

// With the figures of the one indicator whose slide is shown, if one is: nothing else is drawn.
Asked read_asked(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        Asked asked{.board = asks_for_all(call) ? read_board(tx, call) : read_summary(tx, call)};
        asked.sections = chosen(asked.board, call.request.query.get("groups"));
        asked.states = actions_by_state(tx, call.actor);
        for (const strategy::GroupSituation& group : strategy::situations_by_group(tx, call))
            asked.late += group.late;
        if (asks_for_all(call)) return asked;
        for (const Reading* shown = reading_shown(call, asked); Section & section : asked.sections)
            for (Reading& reading : section.readings)
                if (&reading == shown)
                    reading = read_one(tx, call, reading.indicator.definition.code).value_or(reading);
        return asked;
    });
}

// A link that a key presses too (web/islands/slides.ts): without script it is a link like any other.
void way(Out& out, const Call& call, const std::string& path, Key label, std::string_view keys) {
    const html::Url target = html::Url::path(path);
    el(out, "a", {url("href", target), a("class", "btn alt"), a("data-press", keys)}, call.words(label));
}

void ways(Out& out, const Call& call, const std::vector<Section>& sections, std::size_t at,
          std::size_t count) {
    const auto& words = call.words;
    const auto to = [&](std::size_t slide) { return slides_path(call, sections, slide); };
    const std::string label = words("indicators.slides.ways");
    el(out, "nav", {a("class", "ways noprint"), a("aria-label", label)}, [&](Out& nav) {
        way(nav, call, call.path("/dashboard"), "indicators.slides.leave", "Escape");
        way(nav, call, to(1), "indicators.slides.first", "Home");
        if (at > 1) way(nav, call, to(at - 1), "indicators.slides.previous", "ArrowLeft ArrowUp PageUp");
        if (at < count) way(nav, call, to(at + 1), "indicators.slides.next", "ArrowRight ArrowDown PageDown");
        way(nav, call, to(count), "indicators.slides.last", "End");
        const html::Url all = html::Url::path(slides_path(call, sections, every_slide));
        el(nav, "a", {url("href", all), a("class", "btn alt")}, call.words("indicators.slides.all"));
    });
}

std::string progress_in_words(const Call& call, std::size_t at, std::size_t count) {
    return call.words("indicators.slides.progress",
                      {{"n", std::to_string(at)}, {"of", std::to_string(count)}});
}

// COM-1: what a council, a service or a plenary is shown, on paper or as the file that a browser prints.
html::Page every_slide_page(Call& call, const Asked& asked, const std::vector<Slide>& slides) {
    const auto& words = call.words;
    html::Page page{.title = words("indicators.slides.all_title"),
                    .main = {},
                    .section = "dashboard",
                    .crumbs = {{words("indicators.board.title"), call.path("/dashboard")},
                               {words("indicators.slides.all_title"), ""}},
                    .help = "slides"};
    Out& out = page.main;
    el(out, "div", {a("class", "noprint")}, [&](Out& o) {
        html::page_heading(o, page.title, words("indicators.slides.all_how"), [&](Out& ways) {
            const html::Url one = html::Url::path(slides_path(call, asked.sections, 1));
            el(ways, "a", {url("href", one), a("class", "btn alt")}, words("indicators.slides.open"));
        });
    });
    for (const Slide& slide : slides)
        el(out, "section", {a("class", "panel deck")}, [&](Out& o) {
            el(o, "h2", {}, slide.message);
            el(o, "div", {a("class", "body")}, slide.content);
            el(o, "p", {a("class", "source muted")},
               words("indicators.slides.source", {{"source", slide.source}}));
        });
    return page;
}

}  // namespace

html::Answer show_slides(Call& call) {
    const auto& words = call.words;
    const Asked asked = read_asked(call);
    const Presented presented = presented_of(asked);
    const std::vector<Slide> slides = slides_of(call, presented);
    if (asks_for_all(call)) return every_slide_page(call, asked, slides);
    const std::size_t at = slide_asked(call.request.query.get("slide"), slides.size());
    const Slide& slide = slides[at - 1];
    const std::string progress = progress_in_words(call, at, slides.size());
    html::Page page{.title = words("indicators.slides.title", {{"progress", progress}}),
                    .main = {},
                    .section = "dashboard",
                    .help = "slides"};
    el(page.main, "div", {a("class", "slide"), a("data-announce", progress)}, [&](Out& out) {
        el(out, "h1", {}, slide.message);
        el(out, "div", {a("class", "body")}, slide.content);
        el(out, "footer", {}, [&](Out& foot) {
            el(foot, "p", {a("class", "source")},
               words("indicators.slides.source", {{"source", slide.source}}));
            el(foot, "p", {a("class", "at")}, progress);
            ways(foot, call, asked.sections, at, slides.size());
        });
    });
    return page;
}

http::Response slides_json(Call& call) {
    const Asked asked = read_asked(call);
    const Presented presented = presented_of(asked);
    platform::JsonWriter json;
    json.begin_object().key("slides").begin_array();
    for (const Slide& slide : slides_of(call, presented))
        json.begin_object().member("message", slide.message).member("source", slide.source).end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::indicators
