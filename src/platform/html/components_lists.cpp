#include <algorithm>
#include <cmath>

#include "platform/html/chart.hpp"
#include "platform/html/components.hpp"

// Key figures, summary lists, task lists, and the small things found in their cells.
namespace maillage::platform::html {

void status(Out& out, State state, std::string_view text) {
    std::string_view look;
    switch (state) {
    case State::ok: look = "st ok"; break;
    case State::late: look = "st late"; break;
    case State::run: look = "st run"; break;
    case State::todo: look = "st todo"; break;
    case State::off: look = "st off"; break;
    }
    el(out, "span", {a("class", look)}, text);
}

void progress(Out& out, const i18n::Words& words, double share, std::string_view of) {
    const double known = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    const std::string value = std::to_string(std::lround(known * 100));
    const std::string label = words("page.progress", {{"of", std::string(of)}});
    el(out, "span", {a("class", "progress")}, [&](Out& o) {
        el(o, "progress", {a("max", "100"), a("value", value), a("aria-label", label)}, "");
        el(o, "span", {}, words.percent(known));
    });
}

void day(Out& out, const i18n::Words& words, foundation::Date date) {
    const std::string iso = date.iso();
    el(out, "time", {a("datetime", iso)}, words.date(date));
}

namespace {

std::string_view detail_class(Tone tone) {
    switch (tone) {
    case Tone::plain: return "d";
    case Tone::good: return "d good";
    case Tone::bad: return "d bad";
    }
    __builtin_unreachable();
}

void key_figure(Out& out, const KeyFigure& figure) {
    el(out, "h2", {}, figure.title);
    el(out, "div", {a("class", "row")}, [&](Out& row) {
        el(row, "p", {a("class", "v")}, [&](Out& value) {
            if (figure.path.empty()) return value.text(figure.value);
            const Url target = Url::path(figure.path);
            el(value, "a", {url("href", target)}, figure.value);
        });
        if (figure.trend.size() > 1) sparkline(row, figure.trend);
    });
    if (!figure.detail.empty()) el(out, "p", {a("class", detail_class(figure.tone))}, figure.detail);
}

}  // namespace

void key_figures(Out& out, const std::vector<KeyFigure>& figures) {
    el(out, "ul", {a("class", "kpis")}, [&](Out& o) {
        for (const KeyFigure& figure : figures)
            el(o, "li", {a("class", "kpi")}, [&](Out& item) { key_figure(item, figure); });
    });
}

void job_progress(Out& out, const i18n::Words& words, const JobProgress& job) {
    const std::string percent = std::to_string(job.percent), label = words("page.progress_of_job");
    el(out, "div", {a("class", "job"), a("data-progress", job.events.value())}, [&](Out& box) {
        el(box, "progress", {a("max", "100"), a("value", percent), a("aria-label", label)}, percent + " %");
        el(box, "p", {a("class", "say")}, job.step);
    });
}

void summary_list(Out& out, const i18n::Words& words, const std::vector<SummaryRow>& rows) {
    const bool edited = std::ranges::any_of(rows, [](const SummaryRow& r) { return !r.change_path.empty(); });
    el(out, "dl", {a("class", edited ? "summary edit" : "summary")}, [&](Out& o) {
        for (const SummaryRow& row : rows)
            el(o, "div", {}, [&](Out& line) {
                el(line, "dt", {}, row.term);
                el(line, "dd", {}, row.value);
                if (row.change_path.empty()) return;
                const Url target = Url::path(row.change_path);
                el(line, "dd", {}, [&](Out& change) {
                    el(change, "a", {url("href", target)}, [&](Out& text) {
                        text.text(words("page.change"));
                        el(text, "span", {a("class", "sr")}, " " + row.term);
                    });
                });
            });
    });
}

void task_list(Out& out, const std::vector<TaskRow>& tasks) {
    el(out, "ul", {a("class", "tasks")}, [&](Out& o) {
        for (const TaskRow& task : tasks)
            el(o, "li", {}, [&](Out& item) {
                el(item, "div", {}, [&](Out& name) {
                    if (task.path.empty()) {
                        el(name, "span", {}, task.label);
                    } else {
                        const Url target = Url::path(task.path);
                        el(name, "a", {url("href", target)}, task.label);
                    }
                    if (!task.hint.empty()) el(name, "span", {a("class", "muted")}, task.hint);
                });
                status(item, task.state, task.state_text);
            });
    });
}

}  // namespace maillage::platform::html
