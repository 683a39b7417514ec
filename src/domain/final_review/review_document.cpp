#include "domain/final_review/review_document.hpp"

#include "domain/final_review/review_words.hpp"
#include "platform/markdown/markdown.hpp"

namespace maillage::final_review {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

std::string title_of_strategy(const Words& words, const Review& review) {
    const bool english = words.language() == platform::i18n::Language::en && !review.term.title_en.empty();
    return english ? review.term.title_en : review.term.title;
}

void cover(Out& out, const Words& words, const DocumentOf& document) {
    el(out, "section", {a("class", "cover")}, [&](Out& o) {
        el(o, "h1", {}, words("final_review.title"));
        el(o, "p", {a("class", "subtitle")}, title_of_strategy(words, document.review));
        el(o, "p", {}, window_sentence(words, document.review, document.today));
        el(o, "p", {a("class", "issued")},
           words("final_review.document.issued",
                 {{"council", std::string(document.council)}, {"day", words.date_long(document.today)}}));
        el(o, "p", {a("class", "small")}, indicators::audience_in_words(words, document.review.below));
    });
}

void contents(Out& out, const Words& words, const Review& review) {
    el(out, "h2", {}, words("final_review.contents"));
    el(out, "ul", {a("class", "contents")}, [&](Out& list) {
        const auto line = [&](const std::string& id, const std::string& title) {
            el(list, "li", {}, [&](Out& item) {
                const html::Url target = html::Url::fragment(id);
                el(item, "a", {url("href", target)}, title);
            });
        };
        for (const Part& part : review.parts) line("p-" + part.key, part.title);
        line("snapshots", words("final_review.snapshots"));
    });
}

void head_of_table(Out& out, const std::string& caption, const std::vector<std::string>& columns) {
    el(out, "caption", {}, caption);
    el(out, "thead", {}, [&](Out& head) {
        el(head, "tr", {}, [&](Out& row) {
            for (const std::string& column : columns) el(row, "th", {a("scope", "col")}, column);
        });
    });
}

// pandoc 2.17 leaves out of an OpenDocument table the cells that head a row.
void row_heading(Out& out, Medium medium, const std::string& text) {
    if (medium == Medium::paper) return el(out, "th", {a("scope", "row")}, text);
    el(out, "td", {}, [&](Out& cell) { el(cell, "strong", {}, text); });
}

void actions(Out& out, const Words& words, const Part& part, Medium medium) {
    el(out, "p", {}, actions_in_words(words, part.actions));
    el(out, "table", {}, [&](Out& table) {
        head_of_table(table, words("final_review.actions.caption", {{"part", part.title}}),
                      {words("final_review.field.action"), words("final_review.field.stages"),
                       words("final_review.field.news"), words("final_review.field.last_news")});
        el(table, "tbody", {}, [&](Out& body) {
            for (const strategy::ActionCourse& action : part.actions)
                el(body, "tr", {}, [&](Out& row) {
                    row_heading(row, medium, action.code + " " + title_in_words(words, action));
                    std::string stages = stages_in_words(words, action);
                    if (action.late) stages += " · " + words("final_review.action.late");
                    el(row, "td", {}, stages);
                    el(row, "td", {a("class", "number")}, words.number(action.news));
                    const std::string told = last_news_in_words(words, action);
                    el(row, "td", {}, told.empty() ? words("final_review.action.no_news") : told);
                });
        });
    });
}

void outcome(Out& out, const Words& words, const indicators::AgainstTarget& told) {
    el(out, "p", {}, [&](Out& p) { el(p, "strong", {}, in_words(words, told.outcome)); });
    for (const std::string& sentence : told.sentences) el(out, "p", {a("class", "small")}, sentence);
}

void indicator_rows(Out& out, const Words& words, const Part& part, Medium medium) {
    const std::string none = words("final_review.value.none");
    for (const LinkedIndicator& one : part.indicators)
        el(out, "tr", {}, [&](Out& row) {
            std::string about = one.told.name + " (" + one.told.kind + ", " + link_in_words(words, one) + ")";
            if (one.told.proposed) about += ", " + words("final_review.indicator.proposed");
            row_heading(row, medium, about);
            for (const std::string* value : {&one.told.baseline, &one.told.latest, &one.told.target})
                el(row, "td", {}, value->empty() ? none : *value);
            el(row, "td", {}, [&](Out& cell) { outcome(cell, words, one.told); });
        });
}

void indicators_of(Out& out, const Words& words, const Part& part, Medium medium) {
    if (part.indicators.empty()) return el(out, "p", {}, words("final_review.indicators.none"));
    el(out, "p", {}, indicators_in_words(words, part.indicators));
    el(out, "table", {}, [&](Out& table) {
        head_of_table(table, words("final_review.indicators.caption", {{"part", part.title}}),
                      {words("final_review.field.indicator"), words("final_review.field.baseline"),
                       words("final_review.field.latest"), words("final_review.field.target"),
                       words("final_review.field.outcome")});
        el(table, "tbody", {}, [&](Out& body) { indicator_rows(body, words, part, medium); });
    });
}

void part_section(Out& out, const Words& words, const Part& part, Medium medium) {
    const std::string id = "p-" + part.key, prefix = "t-" + part.key + "-";
    el(out, "h2", {a("id", id), a("class", "new-page")}, part.title);
    if (part.text && !part.text->body.empty()) {
        platform::markdown::render(
            out, part.text->body,
            {.shift = 2, .id_prefix = prefix, .links = platform::markdown::Links::other_sites});
        el(out, "p", {a("class", "small")}, signed_in_words(words, *part.text));
    } else if (part.key != without_objective) {
        el(out, "p", {a("class", "note")}, words("final_review.text.none"));
    }
    if (!part.actions.empty())
        actions(out, words, part, medium);
    else if (part.key != whole_part)
        el(out, "p", {}, words("final_review.actions.none"));
    indicators_of(out, words, part, medium);
}

void snapshots_section(Out& out, const Words& words, const Review& review) {
    el(out, "h2", {a("id", "snapshots")}, words("final_review.snapshots"));
    if (review.snapshots.empty()) return el(out, "p", {}, words("final_review.snapshots.none"));
    el(out, "ol", {}, [&](Out& list) {
        for (const snapshots::Head& head : review.snapshots)
            el(list, "li", {}, snapshot_in_words(words, head));
    });
}

}  // namespace

Out review_document(const Words& words, const DocumentOf& document) {
    Out out;
    if (document.medium == Medium::paper) {
        cover(out, words, document);
        contents(out, words, document.review);
    } else {
        el(out, "p", {}, title_of_strategy(words, document.review));
        el(out, "p", {}, window_sentence(words, document.review, document.today));
    }
    el(out, "p", {}, words("final_review.document.how"));
    for (const Part& part : document.review.parts) part_section(out, words, part, document.medium);
    snapshots_section(out, words, document.review);
    return out;
}

}  // namespace maillage::final_review
