#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "platform/html/builder.hpp"
#include "platform/html/page.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"

// The parts that pages share. Texts come in the user's language; the classes are those of web/css.
namespace maillage::platform::html {

using Content = std::function<void(Out&)>;

// Text in which a code such as PRE-1 does not break at its hyphen.
void text_with_codes(Out& out, std::string_view text);

// The page's one <h1>, the muted line of its situation (date, next meeting), buttons at its right.
void page_heading(Out& out, std::string_view title, std::string_view situation = {},
                  const Content& actions = {});
void breadcrumb(Out& out, const i18n::Words& words, const std::vector<Crumb>& crumbs);

// A card with its title: <section class="panel" aria-labelledby=…>.
void panel(Out& out, std::string_view id, std::string_view title, const Content& content);

// A word in an outlined pill with a shape of its own: never colour alone.
enum class State : std::uint8_t { ok, late, run, todo, off };
void status(Out& out, State state, std::string_view text);
// 0…1 as a bar and in figures; `of` names what progresses.
void progress(Out& out, const i18n::Words& words, double share, std::string_view of);
// <time datetime="2026-11-24">24/11/2026</time>
void day(Out& out, const i18n::Words& words, foundation::Date date);

// A filter that is a link.
struct Chip {
    std::string label;
    std::string path;
    std::optional<std::int64_t> count = {};
    bool current = false;
};
void chips(Out& out, const i18n::Words& words, std::string_view label, const std::vector<Chip>& filters);

struct Tab {
    std::string label;
    std::string path;
    bool current = false;
};
void tabs(Out& out, std::string_view label, const std::vector<Tab>& pages);

// "101 à 200 sur 1 204" and links to the other pages; every other field of the query is kept.
struct Paging {
    std::string path;
    const http::Fields& query;
    std::int64_t page = 1;
    std::int64_t rows = 0;  // in all
    std::int64_t per_page = 100;

    std::int64_t pages() const;
};
void pagination(Out& out, const i18n::Words& words, const Paging& paging);

enum class NoticeKind : std::uint8_t { info, ok, warn, bad };
void notice(Out& out, NoticeKind kind, std::string_view title, std::string_view text);
// Why there is nothing, and the one next thing to do.
struct EmptyState {
    std::string title;
    std::string why;
    std::string action = {};
    std::string path = {};
};
void empty_state(Out& out, const EmptyState& state);

enum class Tone : std::uint8_t { plain, good, bad };
struct KeyFigure {
    std::string title;
    std::string value;  // formatted, with its unit
    std::string path = {};
    std::vector<double> trend = {};  // drawn beside, decorative
    std::string detail = {};         // what it compares with
    Tone tone = Tone::plain;
};
void key_figures(Out& out, const std::vector<KeyFigure>& figures);

// How far a job is, kept up to date by the events of `events` where there is script; the page that holds it
// names the island "progress".
struct JobProgress {
    Url events;
    int percent = 0;
    std::string step;
};
void job_progress(Out& out, const i18n::Words& words, const JobProgress& job);

struct SummaryRow {
    std::string term;
    Content value;
    std::string change_path = {};  // a link "Modifier", empty for none
};
void summary_list(Out& out, const i18n::Words& words, const std::vector<SummaryRow>& rows);

struct TaskRow {
    std::string label;
    std::string path;
    State state = State::todo;
    std::string state_text;
    std::string hint = {};
};
void task_list(Out& out, const std::vector<TaskRow>& tasks);

// "…": what is done more rarely than the buttons beside it, behind one of its own that needs no script.
// `about` names, for whom does not see the row, what it is about.
void more_menu(Out& out, const i18n::Words& words, std::string_view about, const Content& content);

// <details>: "Comment c'est calculé", or another summary.
void disclosure(Out& out, std::string_view summary, const Content& content);
void how_computed(Out& out, const i18n::Words& words, const Content& content);

}  // namespace maillage::platform::html
