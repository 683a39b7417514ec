#include "domain/final_review/review_page.hpp"
#include "domain/final_review/review_words.hpp"
#include "domain/final_review/text_merge_rules.hpp"
#include "domain/final_review/text_pages.hpp"
#include "platform/html/components.hpp"

// Two people wrote over the same text, or one person in two tabs. Neither text is lost: both are in the
// history already.
namespace maillage::final_review {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

void side(Out& out, const Call& call, const std::string& id, const std::string& title, const Text& text,
          std::string_view base) {
    const Words& words = call.words;
    html::panel(out, id, title, [&](Out& o) {
        el(o, "p", {a("class", "muted")}, signed_in_words(words, text));
        if (text.body.empty()) el(o, "p", {a("class", "muted")}, words("final_review.text.empty"));
        for (const Compared& paragraph : compared(base, text.body))
            el(o, "p", {a("class", "written")}, [&](Out& p) {
                if (paragraph.changed) {
                    html::status(p, html::State::run, words("final_review.conflict.changed"));
                    p.text(" ");
                }
                p.text(paragraph.text);
            });
    });
}

// The sentences of one's own second tab are not those of somebody else's text.
bool of_one_person(const Conflict& conflict) {
    return conflict.mine.written_by == conflict.theirs.written_by;
}

void explain(Out& out, const Words& words, const Conflict& conflict) {
    if (of_one_person(conflict))
        return html::notice(out, html::NoticeKind::warn, words("final_review.conflict.own_heading"),
                            words("final_review.conflict.own_why"));
    html::notice(out, html::NoticeKind::warn, words("final_review.conflict.heading"),
                 words("final_review.conflict.why", {{"author", conflict.theirs.author}}));
}

void choice(Out& out, const Call& call, const Conflict& conflict, std::string_view value,
            const std::string& label) {
    const html::Url target = html::Url::path(
        text_path(call, conflict.part.key, "/conflicts/" + std::to_string(conflict.mine.id.value)));
    const std::string seen = std::to_string(*conflict.theirs.version);
    html::form_open(out, target, fresh_tokens(call));
    html::void_el(out, "input", {a("type", "hidden"), a("name", "version"), a("value", seen)});
    html::void_el(out, "input", {a("type", "hidden"), a("name", "choice"), a("value", value)});
    el(out, "button", {a("type", "submit"), a("class", "btn alt")}, label);
    html::form_close(out);
}

void merge_form(Out& out, const Call& call, const Conflict& conflict, const Merged& both) {
    const Words& words = call.words;
    html::FormState state;
    state.values.add("review_text", both.text);
    state.values.add("version", std::to_string(*conflict.theirs.version));
    const html::Url target = html::Url::path(text_path(call, conflict.part.key)),
                    draft = call.url("/drafts/final-review/" + conflict.part.key);
    html::draft_form_open(out, target, fresh_tokens(call), draft);
    html::void_el(out, "input",
                  {a("type", "hidden"), a("name", "version"), a("value", state.value("version"))});
    html::text_field(out, words,
                     {.name = "review_text",
                      .label = words("final_review.conflict.merged"),
                      .hint = both.clashes == 0 ? words("final_review.conflict.no_clash")
                                                : words.plural("final_review.conflict.clashes", both.clashes),
                      .kind = html::FieldKind::textarea,
                      .max_length = static_cast<int>(longest_text)},
                     state);
    html::draft_line(out, words);
    html::submit(out, words("final_review.conflict.save"));
    html::form_close(out);
}

}  // namespace

html::Page conflict_page(const Call& call, const Conflict& conflict) {
    const Words& words = call.words;
    const std::string title = words("final_review.conflict.title", {{"part", conflict.part.title}});
    html::Page page{.title = title,
                    .main = {},
                    .section = "final-review",
                    .crumbs = {{words("final_review.title"), call.path("/final-review")},
                               {conflict.part.title, call.path("/final-review#p-" + conflict.part.key)},
                               {title, ""}},
                    .help = "final-review"};
    Out& out = page.main;
    html::page_heading(out, title);
    explain(out, words, conflict);
    const bool own = of_one_person(conflict);
    const std::string_view base = conflict.base == nullptr ? std::string_view() : conflict.base->body;
    el(out, "div", {a("class", "two even")}, [&](Out& both) {
        side(both, call, "theirs", words("final_review.conflict.theirs"), conflict.theirs, base);
        side(both, call, "mine",
             own ? words("final_review.conflict.own_mine") : words("final_review.conflict.mine"),
             conflict.mine, base);
    });
    el(out, "div", {a("class", "actions")}, [&](Out& o) {
        choice(o, call, conflict, "mine",
               own ? words("final_review.conflict.keep_own") : words("final_review.conflict.keep_mine"));
        choice(o, call, conflict, "theirs", words("final_review.conflict.take_theirs"));
    });
    html::panel(out, "merge", words("final_review.conflict.both"), [&](Out& o) {
        merge_form(o, call, conflict,
                   merged({.base = base, .mine = conflict.mine.body, .theirs = conflict.theirs.body}));
    });
    return page;
}

}  // namespace maillage::final_review
