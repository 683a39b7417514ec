#include "domain/snapshots/snapshot_document.hpp"

#include "domain/snapshots/snapshot_parts.hpp"
#include "domain/snapshots/snapshot_words.hpp"

namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

void cover(Out& out, const Words& words, const Snapshot& snapshot) {
    el(out, "section", {a("class", "cover")}, [&](Out& o) {
        el(o, "h1", {}, title_in_words(words, snapshot.head));
        el(o, "p", {a("class", "subtitle")}, snapshot.content.council);
        el(o, "p", {a("class", "subtitle")}, meeting_in_words(words, snapshot.head));
        if (!snapshot.head.body.empty())
            el(o, "p", {a("class", "subtitle")},
               localised(words, snapshot.head.body_name, snapshot.head.body_name_en).text);
        el(o, "div", {a("class", "issued")}, [&](Out& issued) {
            el(issued, "p", {}, taken_in_words(words, snapshot.head));
            el(issued, "p", {}, indicators::audience_in_words(words, snapshot.below));
            if (snapshot.head.fingerprint.empty()) return;
            el(issued, "p", {a("class", "small")},
               words("snapshots.page.fingerprint") + " " + snapshot.head.fingerprint);
        });
    });
}

void contents(Out& out, const Words& words, const Snapshot& snapshot) {
    const auto line = [&](Out& list, const std::string& anchor, const std::string& name) {
        const html::Url part = html::Url::fragment(anchor);
        el(list, "li", {}, [&](Out& item) { el(item, "a", {url("href", part)}, name); });
    };
    el(out, "h2", {}, words("snapshots.page.contents"));
    el(out, "ol", {a("class", "contents")}, [&](Out& list) {
        line(list, "summary", words("snapshots.document.summary"));
        for (const FrozenGroup& group : snapshot.content.groups)
            line(list, anchor_of(group), group_name(words, group));
        line(list, actions_anchor, words("snapshots.action.title"));
    });
}

void chapter(Out& out, std::string_view anchor, const std::string& title) {
    el(out, "h2", {a("id", anchor), a("class", "new-page")}, title);
}

}  // namespace

Out snapshot_document(const Words& words, const Snapshot& snapshot) {
    Out out;
    cover(out, words, snapshot);
    contents(out, words, snapshot);
    el(out, "h2", {a("id", "summary")}, words("snapshots.document.summary"));
    counts_list(out, words, count(snapshot.content));
    el(out, "p", {}, words("snapshots.document.how_to_read"));
    for (const FrozenGroup& group : snapshot.content.groups) {
        chapter(out, anchor_of(group), group_name(words, group));
        group_table(out, words, group, Medium::paper);
        for (const FrozenIndicator& frozen : group.indicators)
            indicator_section(out, words, frozen, Medium::paper);
    }
    chapter(out, actions_anchor, words("snapshots.action.title"));
    tracking_table(out, words, snapshot.content, Medium::paper);
    return out;
}

}  // namespace maillage::snapshots
