#include "domain/final_review/text_pages.hpp"

#include "domain/final_review/review_page.hpp"
#include "domain/final_review/review_words.hpp"
#include "platform/html/components.hpp"
#include "platform/markdown/markdown.hpp"

namespace maillage::final_review {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

html::Page page_of(const Call& call, const NamedPart& part, const std::string& title) {
    return {.title = title,
            .main = {},
            .section = "final-review",
            .crumbs = {{call.words("final_review.title"), call.path("/final-review")},
                       {part.title, call.path("/final-review#p-" + part.key)},
                       {title, ""}},
            .help = "final-review"};
}

void rendered(Out& out, const std::string& body, std::string_view prefix) {
    el(out, "div", {a("class", "prose")},
       [&](Out& o) { platform::markdown::render(o, body, {.shift = 2, .id_prefix = prefix}); });
}

void offer_draft(Out& out, const Call& call, const NamedPart& part, const Draft& draft) {
    const html::Url target = html::Url::path(text_path(call, part.key, "?draft=1"));
    el(out, "p", {a("class", "notice")}, [&](Out& p) {
        p.text(call.words("form.draft_found", {{"time", call.words.time(draft.saved_at)}}) + " ");
        el(p, "a", {url("href", target)}, call.words("form.draft_take"));
    });
}

void form(Out& out, const Call& call, const NamedPart& part, const html::FormState& state) {
    const Words& words = call.words;
    const html::Url target = html::Url::path(text_path(call, part.key)),
                    preview = html::Url::path(text_path(call, part.key, "/preview")),
                    draft = call.url("/drafts/final-review/" + part.key);
    html::draft_form_open(out, target, fresh_tokens(call), draft);
    html::void_el(out, "input",
                  {a("type", "hidden"), a("name", "version"), a("value", state.value("version"))});
    html::text_field(out, words,
                     {.name = "review_text",
                      .label = words("final_review.text.field"),
                      .hint = words("final_review.text.hint"),
                      .kind = html::FieldKind::textarea,
                      .max_length = static_cast<int>(longest_text)},
                     state);
    html::draft_line(out, words);
    el(out, "p", {a("class", "actions")}, [&](Out& p) {
        el(p, "button", {a("type", "submit"), a("class", "btn")}, words("final_review.text.save"));
        el(p, "button", {a("type", "submit"), a("class", "btn alt"), url("formaction", preview)},
           words("final_review.text.preview"));
    });
    html::form_close(out);
}

void version_panel(Out& out, const Call& call, const NamedPart& part, const Text& text) {
    const Words& words = call.words;
    const std::string id = "v-" + std::to_string(text.id.value);
    const std::string title =
        text.version ? words("final_review.history.version", {{"n", words.number(*text.version)}})
                     : words("final_review.history.set_aside", {{"n", words.number(text.seen)}});
    html::panel(out, id, title, [&](Out& o) {
        el(o, "p", {a("class", "muted")}, signed_in_words(words, text));
        html::disclosure(o, words("final_review.history.read"), [&](Out& d) {
            if (text.body.empty()) return el(d, "p", {a("class", "muted")}, words("final_review.text.empty"));
            rendered(d, text.body, id + "-");
        });
        if (!call.may(Act::write_final_review)) return;
        const html::Url again =
            html::Url::path(text_path(call, part.key, "?from=" + std::to_string(text.id.value)));
        const std::string label = words("final_review.history.again"), name = label + " : " + title;
        el(o, "p", {}, [&](Out& p) { el(p, "a", {url("href", again), a("aria-label", name)}, label); });
    });
}

}  // namespace

html::Page text_page(const Call& call, const TextForm& shown) {
    const Words& words = call.words;
    const std::string title = words("final_review.text.title", {{"part", shown.part.title}});
    html::Page page = page_of(call, shown.part, title);
    if (!shown.state.valid()) {
        page.status = 422;
        page.title = words("form.error_title", {{"title", title}});
    }
    Out& out = page.main;
    html::page_heading(out, title);
    html::error_summary(out, words, shown.state);
    if (shown.draft) offer_draft(out, call, shown.part, *shown.draft);
    if (shown.preview)
        html::panel(out, "preview", words("final_review.text.preview"),
                    [&](Out& o) { rendered(o, std::string(shown.state.value("review_text")), "pv-"); });
    form(out, call, shown.part, shown.state);
    return page;
}

html::Page text_history_page(const Call& call, const NamedPart& part, const std::vector<Text>& texts) {
    const Words& words = call.words;
    html::Page page = page_of(call, part, words("final_review.text.history_of", {{"part", part.title}}));
    html::page_heading(page.main, page.title, words("final_review.history.why"));
    if (texts.empty())
        html::empty_state(page.main, {.title = words("final_review.text.none"),
                                      .why = words("final_review.history.none_why")});
    for (const Text& text : texts) version_panel(page.main, call, part, text);
    return page;
}

}  // namespace maillage::final_review
