#include "domain/snapshots/snapshot_pages.hpp"
#include "domain/snapshots/snapshot_parts.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

// Asks the worker for a document.
void order_button(Out& out, const Call& call, const std::string& path, const std::string& label) {
    const html::Url target = html::Url::path(path);
    html::form_open(out, target, fresh_tokens(call));
    el(out, "button", {a("type", "submit"), a("class", "btn alt")}, label);
    html::form_close(out);
}

void contents(Out& out, const Words& words, const Snapshot& snapshot) {
    const auto line = [&](Out& list, const std::string& anchor, const std::string& name) {
        const html::Url part = html::Url::fragment(anchor);
        el(list, "li", {}, [&](Out& item) { el(item, "a", {url("href", part)}, name); });
    };
    html::panel(out, "contents", words("snapshots.page.contents"), [&](Out& o) {
        counts_list(o, words, count(snapshot.content));
        el(o, "ol", {}, [&](Out& list) {
            for (const FrozenGroup& group : snapshot.content.groups)
                line(list, anchor_of(group), group_name(words, group));
            line(list, actions_anchor, words("snapshots.action.title"));
        });
    });
}

// How the reader can tell that nothing was touched.
void proof(Out& out, const Words& words, const Head& head) {
    html::disclosure(out, words("snapshots.page.proof"), [&](Out& o) {
        el(o, "p", {}, words("snapshots.page.proof_why"));
        el(o, "p", {}, [&](Out& p) {
            p.text(words("snapshots.page.fingerprint") + " ");
            el(p, "code", {}, head.fingerprint);
        });
    });
}

}  // namespace

std::string snapshot_path(const Call& call, std::int64_t number, std::string_view rest) {
    return call.path("/snapshots/" + std::to_string(number) + std::string(rest));
}

html::Page list_page(Call& call, const std::vector<Head>& heads) {
    const Words& words = call.words;
    html::Page page{.title = words("snapshots.list.title"),
                    .main = {},
                    .section = "dashboard",
                    .crumbs = {{words("snapshots.dashboard"), call.path("/dashboard")},
                               {words("snapshots.list.title"), ""}},
                    .help = "snapshots"};
    Out& out = page.main;
    const bool takes = call.may(Act::take_snapshots);
    html::page_heading(out, page.title, words("snapshots.list.why"), [&](Out& o) {
        if (!takes) return;
        const html::Url freeze = call.url("/snapshots/new");
        el(o, "a", {url("href", freeze), a("class", "btn")}, words("snapshots.act.freeze"));
    });
    if (heads.empty()) {
        html::empty_state(out, {.title = words("snapshots.list.none"),
                                .why = words("snapshots.list.none_why"),
                                .action = takes ? words("snapshots.act.freeze") : "",
                                .path = takes ? call.path("/snapshots/new") : ""});
        return page;
    }
    if (heads.size() > 1) comparison_form(out, call, heads, chosen_in(call, heads));
    const html::Table description{.caption = words("snapshots.list.title"),
                                  .columns = {{words("snapshots.column.snapshot")},
                                              {words("snapshots.column.meeting")},
                                              {words("snapshots.column.taken")},
                                              {words("snapshots.column.author")}}};
    html::table(out, words, description, heads, [&](html::Row& row, const Head& head) {
        row.heading([&](Out& cell) {
            const html::Url target = html::Url::path(snapshot_path(call, head.number));
            el(cell, "a", {url("href", target)}, title_in_words(words, head));
        });
        row.cell(meeting_in_words(words, head));
        row.cell(words.time(head.taken_at));
        row.cell(head.author);
    });
    return page;
}

html::Page snapshot_page(Call& call, const Snapshot& snapshot) {
    const Words& words = call.words;
    const Head& head = snapshot.head;
    html::Page page{.title = title_in_words(words, head),
                    .main = {},
                    .section = "dashboard",
                    .crumbs = {{words("snapshots.dashboard"), call.path("/dashboard")},
                               {words("snapshots.list.title"), call.path("/snapshots")},
                               {number_in_words(words, head), ""}},
                    .help = "snapshots"};
    Out& out = page.main;
    html::page_heading(out, page.title, meeting_in_words(words, head), [&](Out& o) {
        const html::Url compare =
            html::Url::path(call.path("/snapshots/comparison?later=" + std::to_string(head.number)));
        if (head.number > 1)
            el(o, "a", {url("href", compare), a("class", "btn alt")}, words("snapshots.act.compare"));
        order_button(o, call, snapshot_path(call, head.number, "/print"), words("snapshots.act.print"));
        order_button(o, call, snapshot_path(call, head.number, "/workbook"), words("snapshots.act.workbook"));
    });
    el(out, "p", {a("class", "muted")}, taken_in_words(words, head) + ". " + words("snapshots.page.frozen"));
    if (!head.body.empty())
        el(out, "p", {a("class", "muted")}, [&](Out& p) {
            const html::Url body = html::Url::path(call.path("/bodies/" + head.body));
            p.text(words("snapshots.field.body") + " ");
            el(p, "a", {url("href", body)}, localised(words, head.body_name, head.body_name_en).text);
        });
    el(out, "p", {a("class", "muted")}, indicators::audience_in_words(words, snapshot.below));
    contents(out, words, snapshot);
    for (const FrozenGroup& group : snapshot.content.groups)
        html::panel(out, anchor_of(group), group_name(words, group), [&](Out& o) {
            group_table(o, words, group, Medium::screen);
            for (const FrozenIndicator& frozen : group.indicators)
                indicator_section(o, words, frozen, Medium::screen);
        });
    html::panel(out, actions_anchor, words("snapshots.action.title"),
                [&](Out& o) { tracking_table(o, words, snapshot.content, Medium::screen); });
    if (!head.fingerprint.empty()) proof(out, words, head);
    return page;
}

}  // namespace maillage::snapshots
