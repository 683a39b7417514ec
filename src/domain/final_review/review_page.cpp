#include "domain/final_review/review_page.hpp"

#include "domain/final_review/review_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"
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

void link(Out& out, const std::string& path, const std::string& label, std::string_view kind = {}) {
    const html::Url target = html::Url::path(path);
    el(out, "a", {url("href", target), html::a_if("class", kind)}, label);
}

void window_notice(Out& out, const Call& call, const Review& review) {
    const Words& words = call.words;
    const std::string said = window_sentence(words, review, call.today);
    switch (review.state) {
    case WindowState::not_set:
        html::notice(out, html::NoticeKind::warn, words("final_review.window.not_set_title"), said);
        if (call.may(Act::edit_strategy))
            el(out, "p", {},
               [&](Out& p) { link(p, call.path("/strategy/end"), words("final_review.window.set"), "btn"); });
        return;
    case WindowState::not_yet_open:
        return html::notice(out, html::NoticeKind::info, words("final_review.window.not_yet_open_title"),
                            said);
    case WindowState::open:
        return html::notice(out, html::NoticeKind::ok, words("final_review.window.open_title"), said);
    case WindowState::past:
        return html::notice(out, html::NoticeKind::warn, words("final_review.window.past_title"), said);
    }
}

void document_button(Out& out, const Call& call, std::string_view format, const std::string& label) {
    const html::Url target = html::Url::path(call.path("/final-review/document"));
    html::form_open(out, target, fresh_tokens(call));
    html::void_el(out, "input", {a("type", "hidden"), a("name", "format"), a("value", format)});
    el(out, "button", {a("type", "submit"), a("class", "btn alt")}, label);
    html::form_close(out);
}

void actions_table(Out& out, const Call& call, const Part& part) {
    const Words& words = call.words;
    const html::Table description{.caption = words("final_review.actions.caption", {{"part", part.title}}),
                                  .columns = {{words("final_review.field.action")},
                                              {words("final_review.field.stages")},
                                              {words("final_review.field.news"), "", true},
                                              {words("final_review.field.last_news")}}};
    html::table(out, words, description, part.actions,
                [&](html::Row& row, const strategy::ActionCourse& action) {
                    row.heading([&](Out& o) {
                        const html::Url target = call.url("/actions/" + action.code);
                        el(o, "a", {url("href", target)}, [&](Out& inner) {
                            html::text_with_codes(inner, action.code + " " + title_in_words(words, action));
                        });
                    });
                    row.cell([&](Out& o) {
                        if (action.late) {
                            html::status(o, html::State::late, words("final_review.action.late"));
                            o.text(" ");
                        }
                        o.text(stages_in_words(words, action));
                    });
                    row.cell(words.number(action.news));
                    const std::string told = last_news_in_words(words, action);
                    row.cell(told.empty() ? words("final_review.action.no_news") : told);
                });
}

void indicator_cell(Out& out, const Call& call, const LinkedIndicator& one) {
    const Words& words = call.words;
    const html::Url target = call.url("/indicators/" + one.told.code);
    el(out, "a", {url("href", target)}, one.told.name);
    std::string about = one.told.kind + " · " + link_in_words(words, one);
    if (one.told.proposed) about += " · " + words("final_review.indicator.proposed");
    el(out, "div", {a("class", "muted")}, about);
}

void indicators_table(Out& out, const Call& call, const Part& part) {
    const Words& words = call.words;
    const html::Table description{.caption = words("final_review.indicators.caption", {{"part", part.title}}),
                                  .columns = {{words("final_review.field.indicator")},
                                              {words("final_review.field.baseline")},
                                              {words("final_review.field.latest")},
                                              {words("final_review.field.target")},
                                              {words("final_review.field.outcome")}}};
    const std::string none = words("final_review.value.none");
    html::table(out, words, description, part.indicators, [&](html::Row& row, const LinkedIndicator& one) {
        row.heading([&](Out& o) { indicator_cell(o, call, one); });
        for (const std::string* value : {&one.told.baseline, &one.told.latest, &one.told.target})
            row.cell(value->empty() ? none : *value);
        row.cell([&](Out& o) {
            html::status(o, shape_of(one.told.outcome), in_words(words, one.told.outcome));
            for (const std::string& sentence : one.told.sentences)
                el(o, "div", {a("class", "muted")}, sentence);
        });
    });
}

void text_of_part(Out& out, const Call& call, const Part& part) {
    const Words& words = call.words;
    if (part.key == without_objective) return;
    if (part.text && !part.text->body.empty()) {
        const std::string prefix = "t-" + part.key + "-";
        el(out, "div", {a("class", "prose")}, [&](Out& o) {
            platform::markdown::render(o, part.text->body, {.shift = 2, .id_prefix = prefix});
        });
        el(out, "p", {a("class", "muted")}, signed_in_words(words, *part.text));
    } else {
        el(out, "p", {a("class", "muted")}, words("final_review.text.none"));
    }
    el(out, "p", {a("class", "actions")}, [&](Out& p) {
        const auto about = [&](const std::string& path, const std::string& label, std::string_view kind) {
            const html::Url target = html::Url::path(path);
            const std::string name = label + " : " + part.title;
            el(p, "a", {url("href", target), html::a_if("class", kind), a("aria-label", name)}, label);
        };
        if (call.may(Act::write_final_review))
            about(text_path(call, part.key), words("final_review.text.write"), "btn sm");
        if (part.text) about(text_path(call, part.key, "/history"), words("final_review.text.history"), "");
    });
}

void part_panel(Out& out, const Call& call, const Part& part) {
    const Words& words = call.words;
    html::panel(out, "p-" + part.key, part.title, [&](Out& o) {
        text_of_part(o, call, part);
        if (!part.actions.empty()) {
            el(o, "p", {}, actions_in_words(words, part.actions));
            actions_table(o, call, part);
        } else if (part.key != whole_part) {
            el(o, "p", {a("class", "muted")}, words("final_review.actions.none"));
        }
        if (part.indicators.empty())
            return el(o, "p", {a("class", "muted")}, words("final_review.indicators.none"));
        el(o, "p", {}, indicators_in_words(words, part.indicators));
        indicators_table(o, call, part);
    });
}

void snapshots_panel(Out& out, const Call& call, const Review& review) {
    html::panel(out, "snapshots", call.words("final_review.snapshots"), [&](Out& o) {
        if (review.snapshots.empty())
            return el(o, "p", {a("class", "muted")}, call.words("final_review.snapshots.none"));
        el(o, "ol", {}, [&](Out& list) {
            for (const snapshots::Head& head : review.snapshots)
                el(list, "li", {}, [&](Out& item) {
                    link(item, call.path("/snapshots/" + std::to_string(head.number)),
                         snapshot_in_words(call.words, head));
                });
        });
    });
}

void contents(Out& out, const Call& call, const Review& review) {
    const std::string label = call.words("final_review.contents");
    el(out, "nav", {a("aria-label", label)}, [&](Out& nav) {
        el(nav, "ul", {}, [&](Out& list) {
            for (const Part& part : review.parts)
                el(list, "li", {}, [&](Out& item) {
                    const html::Url target = html::Url::fragment("p-" + part.key);
                    el(item, "a", {url("href", target)}, part.title);
                });
        });
    });
}

}  // namespace

std::string text_path(const Call& call, std::string_view part, std::string_view rest) {
    return call.path("/final-review/texts/" + std::string(part) + std::string(rest));
}

html::Page review_page(const Call& call, const Review& review) {
    const Words& words = call.words;
    html::Page page{
        .title = words("final_review.title"),
        .main = {},
        .section = "final-review",
        .crumbs = {{words("final_review.board"), call.path("/dashboard")}, {words("final_review.title"), ""}},
        .help = "final-review"};
    Out& out = page.main;
    const bool english = words.language() == platform::i18n::Language::en && !review.term.title_en.empty();
    html::page_heading(out, page.title, english ? review.term.title_en : review.term.title, [&](Out& o) {
        document_button(o, call, "pdf", words("final_review.document.pdf"));
        document_button(o, call, "odt", words("final_review.document.odt"));
    });
    window_notice(out, call, review);
    contents(out, call, review);
    for (const Part& part : review.parts) part_panel(out, call, part);
    snapshots_panel(out, call, review);
    return page;
}

}  // namespace maillage::final_review
