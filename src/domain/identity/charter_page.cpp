#include "domain/identity/charter_page.hpp"

#include "platform/html/components.hpp"
#include "platform/markdown/markdown.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

std::string shown(std::int64_t version) { return std::to_string(version); }

void hidden(Out& out, std::string_view name, std::string_view value) {
    html::void_el(out, "input", {a("type", "hidden"), a("name", name), a("value", value)});
}

void text_of(Out& out, const Charter& charter) {
    el(out, "article", {a("class", "prose")}, [&](Out& o) {
        el(o, "h3", {}, charter.title);
        platform::markdown::render(
            o, charter.body,
            platform::markdown::Placing{.shift = 3, .id_prefix = "charter-" + shown(charter.version) + "-"});
    });
}

void signing(Out& out, const Call& call, const CharterView& view, const Charter& charter) {
    const html::Url action = call.url("/charter/signature");
    el(out, "p", {}, call.words("identity.charter.sign_why"));
    html::form_open(out, action, fresh_tokens(call));
    hidden(out, "charter_version", shown(charter.version));
    if (!view.next.empty()) hidden(out, "next", view.next);
    html::submit(out, call.words("identity.charter.sign", {{"version", shown(charter.version)}}));
    html::form_close(out);
}

void withdrawing(Out& out, const Call& call, const Charter& charter) {
    const html::Url action = call.url("/charter/withdrawal");
    html::disclosure(out, call.words("identity.charter.withdraw_title"), [&](Out& o) {
        el(o, "p", {}, call.words("identity.charter.withdraw_why"));
        html::form_open(o, action, fresh_tokens(call));
        hidden(o, "charter_version", shown(charter.version));
        el(o, "button", {a("type", "submit"), a("class", "btn alt danger")},
           call.words("identity.charter.withdraw"));
        html::form_close(o);
    });
}

void own_signature(Out& out, const Call& call, const CharterView& view, const Charter& charter) {
    if (!charter.signed_at) return signing(out, call, view, charter);
    el(out, "p", {}, [&](Out& p) {
        html::status(
            p, html::State::ok,
            call.words("identity.charter.you_signed", {{"date", call.words.time(*charter.signed_at)}}));
    });
    withdrawing(out, call, charter);
}

void version_panel(Out& out, const Call& call, const CharterView& view, const Charter& charter,
                   std::string_view id, std::string_view title) {
    html::panel(out, id, title, [&](Out& o) {
        el(o, "p", {a("class", "muted")},
           call.words("identity.charter.written",
                      {{"date", call.words.time(charter.written_at)}, {"name", charter.written_by}}));
        text_of(o, charter);
        if (&charter != view.earlier) own_signature(o, call, view, charter);
    });
}

void told(Out& out, const Call& call, const CharterView& view) {
    const auto& words = call.words;
    if (view.done == "signed")
        html::notice(out, html::NoticeKind::ok, words("identity.done"), words("identity.charter.was_signed"));
    if (view.done == "withdrawn")
        html::notice(out, html::NoticeKind::ok, words("identity.done"),
                     words("identity.charter.was_withdrawn"));
    if (!view.suspended) return;
    const bool form_kept = view.next == "/kept-form";
    html::notice(out, html::NoticeKind::warn, words("identity.charter.suspended"),
                 form_kept ? words("identity.charter.form_kept") : words("identity.charter.suspended_why"));
}

void other_versions(Out& out, const Call& call, const CharterView& view) {
    const Charter* const now = in_force(view.charters, call.today);
    const Charter* const next = to_come(view.charters, call.today);
    std::vector<const Charter*> others;
    for (const Charter& charter : view.charters)
        if (&charter != now && &charter != next && &charter != view.earlier) others.push_back(&charter);
    if (others.empty()) return;
    html::panel(out, "others", call.words("identity.charter.others"), [&](Out& o) {
        el(o, "ul", {a("class", "plain-list")}, [&](Out& list) {
            for (const Charter* const charter : others) {
                const html::Url target = call.url("/charter?version=" + shown(charter->version));
                el(list, "li", {}, [&](Out& li) {
                    el(li, "a", {url("href", target)},
                       call.words(
                           "identity.charter.version_from",
                           {{"version", shown(charter->version)}, {"date", call.words.date(charter->from)}}));
                });
            }
        });
    });
}

}  // namespace

html::Page charter_page(const Call& call, const CharterView& view) {
    const auto& words = call.words;
    const std::string title = words("identity.charter.title");
    html::Page page{.title = title, .section = "profile", .crumbs = {{title, ""}}, .help = "charter"};
    Out& out = page.main;
    html::page_heading(out, title, words("identity.charter.situation"));
    told(out, call, view);
    const Charter* const now = in_force(view.charters, call.today);
    const Charter* const next = to_come(view.charters, call.today);
    const auto headed = [&](const Charter& charter, platform::i18n::Key key) {
        return words(key, {{"version", shown(charter.version)}, {"date", words.date(charter.from)}});
    };
    if (view.earlier != nullptr)
        version_panel(out, call, view, *view.earlier, "earlier",
                      headed(*view.earlier, "identity.charter.version_from"));
    if (now != nullptr)
        version_panel(out, call, view, *now, "now", headed(*now, "identity.charter.in_force_since"));
    if (next != nullptr)
        version_panel(out, call, view, *next, "next", headed(*next, "identity.charter.in_force_from"));
    if (now == nullptr && next == nullptr)
        html::empty_state(
            out, {.title = words("identity.charter.none"), .why = words("identity.charter.none_why")});
    other_versions(out, call, view);
    return page;
}

}  // namespace maillage::identity
