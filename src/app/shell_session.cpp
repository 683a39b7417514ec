#include "app/shell_parts.hpp"

namespace maillage::app {

using platform::html::a;
using platform::html::Out;
using platform::html::Url;

namespace {

// Fewer are one's own fingers.
constexpr std::int64_t many_failures = 5;
constexpr std::int64_t quarter_of_an_hour_s = 15 * 60;

// Nothing puts the end off any more: the eight hours are over before the next quarter of an hour.
bool is_last(const SessionEnd& session) { return session.last_s <= session.ends_s; }

void prolong_form(Out& dialog, const ShellView& view) {
    const Url target = Url::path(view.base.empty() ? "/" : view.base);
    el(dialog, "form", {a("method", "get"), url("action", target), a("data-hx-boost", "false")},
       [&](Out& form) {
           // Reading any page prolongs the session.
           el(form, "h2", {a("id", "session-title")}, view.words("shell.session.title"));
           el(form, "p", {}, view.words("shell.session.text"));
           el(form, "p", {a("class", "left")}, "");
           el(form, "div", {a("class", "actions")}, [&](Out& actions) {
               el(actions, "button", {a("type", "submit"), a("class", "btn")},
                  view.words("shell.session.extend"));
           });
       });
}

void last_form(Out& dialog, const ShellView& view) {
    el(dialog, "form", {a("method", "dialog")}, [&](Out& form) {
        el(form, "h2", {a("id", "session-title")}, view.words("shell.session.title"));
        el(form, "p", {}, view.words("shell.session.last_text"));
        el(form, "p", {a("class", "left")}, "");
        el(form, "div", {a("class", "actions")}, [&](Out& actions) {
            el(actions, "button", {a("type", "submit"), a("class", "btn")}, view.words("shell.close"));
        });
    });
}

}  // namespace

void session_notice(Out& out, const ShellView& view) {
    if (!view.session) return;
    if (view.failures >= many_failures)
        el(out, "p", {a("class", "notice warn")},
           view.words("shell.session.failures", {{"n", view.words.number(view.failures)}}));
    if (view.session->last_s <= quarter_of_an_hour_s) {
        el(out, "p", {a("class", "notice warn"), a("role", "status")},
           view.words("shell.session.last_notice", {{"time", view.session->last_at}}));
        return;
    }
    const Url home = Url::path(view.base.empty() ? "/" : view.base);
    el(out, "noscript", {}, [&](Out& o) {
        el(o, "p", {a("class", "notice")}, [&](Out& p) {
            p.text(view.words("shell.session.notice", {{"time", view.session->ends_at}}));
            p.text(" ");
            el(p, "a", {url("href", home)}, view.words("shell.session.extend"));
        });
    });
}

void session_warning(Out& out, const ShellView& view) {
    const std::string ends = std::to_string(view.session->ends_s),
                      idle = std::to_string(view.session->idle_s),
                      last = std::to_string(view.session->last_s), left = view.words("shell.session.left");
    el(out, "dialog",
       {a("id", "session"), a("aria-labelledby", "session-title"), a("data-ends", ends), a("data-idle", idle),
        a("data-last", last), a("data-left", left)},
       [&](Out& dialog) {
           if (is_last(*view.session))
               last_form(dialog, view);
           else
               prolong_form(dialog, view);
       });
}

}  // namespace maillage::app
