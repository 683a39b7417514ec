#include "platform/html/components.hpp"

namespace maillage::platform::html {

void page_heading(Out& out, std::string_view title, std::string_view situation, const Content& actions) {
    el(out, "div", {a("class", "heading")}, [&](Out& o) {
        el(o, "div", {}, [&](Out& words) {
            el(words, "h1", {}, [&](Out& h1) { text_with_codes(h1, title); });
            if (!situation.empty()) el(words, "p", {a("class", "muted")}, situation);
        });
        if (actions) el(o, "div", {a("class", "actions")}, actions);
    });
}

void breadcrumb(Out& out, const i18n::Words& words, const std::vector<Crumb>& crumbs) {
    if (crumbs.empty()) return;
    const std::string label = words("page.crumbs");
    el(out, "nav", {a("class", "crumbs"), a("aria-label", label)}, [&](Out& o) {
        el(o, "ol", {}, [&](Out& list) {
            for (const Crumb& crumb : crumbs)
                el(list, "li", {}, [&](Out& item) {
                    if (crumb.path.empty()) {
                        el(item, "span", {a("aria-current", "page")},
                           [&](Out& o) { text_with_codes(o, crumb.label); });
                        return;
                    }
                    const Url target = Url::path(crumb.path);
                    el(item, "a", {url("href", target)}, [&](Out& o) { text_with_codes(o, crumb.label); });
                });
        });
    });
}

void panel(Out& out, std::string_view id, std::string_view title, const Content& content) {
    const std::string heading = std::string(id) + "-h";
    el(out, "section", {a("class", "panel"), a("id", id), a("aria-labelledby", heading)}, [&](Out& o) {
        el(o, "h2", {a("id", heading)}, title);
        content(o);
    });
}

void notice(Out& out, NoticeKind kind, std::string_view title, std::string_view text) {
    std::string_view look;
    switch (kind) {
    case NoticeKind::info: look = "notice"; break;
    case NoticeKind::ok: look = "notice ok"; break;
    case NoticeKind::warn: look = "notice warn"; break;
    case NoticeKind::bad: look = "notice bad"; break;
    }
    el(out, "div", {a("class", look)}, [&](Out& o) {
        if (!title.empty()) el(o, "h2", {}, title);
        if (!text.empty()) el(o, "p", {}, text);
    });
}

void empty_state(Out& out, const EmptyState& state) {
    el(out, "div", {a("class", "empty")}, [&](Out& o) {
        el(o, "h2", {}, state.title);
        el(o, "p", {}, state.why);
        if (state.path.empty()) return;
        const Url target = Url::path(state.path);
        el(o, "a", {a("class", "btn"), url("href", target)}, state.action);
    });
}

void disclosure(Out& out, std::string_view summary, const Content& content) {
    el(out, "details", {a("class", "why")}, [&](Out& o) {
        el(o, "summary", {}, summary);
        el(o, "div", {}, content);
    });
}

void how_computed(Out& out, const i18n::Words& words, const Content& content) {
    disclosure(out, words("page.how_computed"), content);
}

}  // namespace maillage::platform::html
