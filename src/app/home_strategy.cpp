#include "app/home_strategy.hpp"

#include "platform/html/table.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::Out;
using identity::Call;
using strategy::ActionSummary;

constexpr std::size_t rows_of_a_panel = 10;

std::string title_of(const Call& call, const ActionSummary& action) {
    const bool english = call.words.language() == platform::i18n::Language::en && !action.title_en.empty();
    return english ? action.title_en : action.title;
}

struct Panel {
    const char* id;
    platform::i18n::Key title, none;
    const char* list;  // where all of them are
    platform::i18n::Key day;
    bool of_news = false;  // the day is that of the last news, not of the deadline
};

void actions(Out& out, const Call& call, const Panel& panel, const std::vector<ActionSummary>& found) {
    const auto& words = call.words;
    const html::Table description{.caption = words(panel.title),
                                  .columns = {{words("app.home.action")},
                                              {words("app.home.pilot")},
                                              {words(panel.day)},
                                              {words("app.home.progress")}}};
    html::table(out, words, description, found, [&](html::Row& row, const ActionSummary& action) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/actions/" + action.code);
            html::el(o, "a", {url("href", target)}, [&](Out& link) {
                html::text_with_codes(link, action.code + " " + title_of(call, action));
            });
        });
        row.cell(action.pilot);
        row.cell([&](Out& o) {
            if (panel.of_news)
                html::day(o, words, words.today(action.news_at));
            else if (action.due)
                html::day(o, words, *action.due);
        });
        row.cell([&](Out& o) { html::progress(o, words, action.progress / 100.0, title_of(call, action)); });
    });
}

void panel(Out& out, const Call& call, const Panel& text, const std::vector<ActionSummary>& found,
           std::int64_t all) {
    const std::string title = call.words(text.title);
    html::panel(out, text.id, title, [&](Out& o) {
        if (found.empty())
            html::el(o, "p", {html::a("class", "muted")}, call.words(text.none));
        else
            actions(o, call, text, found);
        if (std::ssize(found) >= all) return;
        const html::Url target = call.url(text.list);
        html::el(o, "p", {html::a("class", "more")}, [&](Out& p) {
            html::el(p, "a", {url("href", target)}, call.words.plural("app.home.see_all", all));
        });
    });
}

}  // namespace

std::shared_ptr<const strategy::Standing> strategy_today(platform::db::Tx& tx, const Call& call) {
    return strategy::standing(tx, call, rows_of_a_panel);
}

std::vector<html::KeyFigure> strategy_figures(const Call& call, const strategy::Standing& today) {
    const auto& words = call.words;
    const strategy::Situation& now = today.situation;
    return {{.title = words("app.home.late"),
             .value = words.number(now.late),
             .path = call.path("/actions?alarm=late"),
             .detail = words("app.home.of_actions", {{"n", words.number(now.actions)}}),
             .tone = now.late > 0 ? html::Tone::bad : html::Tone::good},
            {.title = words("app.home.due30"),
             .value = words.number(now.due30),
             .path = call.path("/actions?alarm=due30")},
            {.title = words("app.home.silent"),
             .value = words.number(now.silent),
             .path = call.path("/actions?alarm=silent")},
            {.title = words("app.home.mean"),
             .value = words.percent(static_cast<double>(now.mean_progress) / 100.0),
             .path = call.path("/actions")}};
}

void strategy_panels(Out& out, const Call& call, const strategy::Standing& today) {
    const strategy::Situation& now = today.situation;
    panel(out, call,
          {"late", "app.home.late", "app.home.late_none", "/actions?alarm=late", "app.home.overdue"},
          today.late, now.late);
    panel(out, call, {"due", "app.home.due30", "app.home.due_none", "/actions?alarm=due30", "app.home.due"},
          today.due30, now.due30);
    panel(out, call,
          {.id = "silent",
           .title = "app.home.silent",
           .none = "app.home.silent_none",
           .list = "/actions?alarm=silent",
           .day = "app.home.last_news",
           .of_news = true},
          today.silent, now.silent);
}

}  // namespace maillage::app
