#include "app/shell_parts.hpp"

namespace maillage::app {

using platform::html::a;
using platform::html::flag;
using platform::html::Out;
using platform::html::Url;

namespace {

// Fewer are one's own fingers.
constexpr std::int64_t many_failures = 5;
constexpr std::int64_t quarter_of_an_hour_s = 15 * 60;

// Nothing puts the end off any more: the eight hours are over before the next quarter of an hour.
bool is_last(const SessionEnd& session) { return session.last_s <= session.ends_s; }

// Reading any page prolongs the session: this one does no more than that.
Url home_of(const ShellView& view) { return Url::path(view.base.empty() ? "/" : view.base); }

void prolong_form(Out& dialog, const ShellView& view) {
    const Url target = home_of(view);
    el(dialog, "form", {a("method", "get"), url("action", target), a("data-hx-boost", "false")},
       [&](Out& form) {
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

// Once the session has ended over something unsent: the page stays, the sign-in opens beside it.
void over_part(Out& dialog, const ShellView& view) {
    const Url target = Url::path("/sign-in");
    el(dialog, "div", {a("class", "body"), flag("hidden", true)}, [&](Out& body) {
        el(body, "h2", {a("id", "session-over")}, view.words("shell.session.over"));
        el(body, "p", {}, view.words("shell.session.kept"));
        el(body, "div", {a("class", "actions")}, [&](Out& actions) {
            el(actions, "a",
               {a("class", "btn"), url("href", target), a("target", "_blank"), a("data-hx-boost", "false")},
               view.words("shell.session.again"));
        });
        close_button(body, view);
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
    const Url home = home_of(view);
    el(out, "noscript", {}, [&](Out& o) {
        el(o, "p", {a("class", "notice")}, [&](Out& p) {
            p.text(view.words("shell.session.notice", {{"time", view.session->ends_at}}));
            p.text(" ");
            el(p, "a", {url("href", home)}, view.words("shell.session.extend"));
        });
    });
}

void session_warning(Out& out, const ShellView& view) {
    const std::string ends = std::to_string(view.session->ends_s), left = view.words("shell.session.left");
    const std::string home(home_of(view).value());
    el(out, "dialog",
       {a("id", "session"), a("aria-labelledby", "session-title"), a("data-ends", ends), a("data-left", left),
        a("data-home", home)},
       [&](Out& dialog) {
           if (is_last(*view.session))
               last_form(dialog, view);
           else
               prolong_form(dialog, view);
           over_part(dialog, view);
       });
}

}  // namespace maillage::app
