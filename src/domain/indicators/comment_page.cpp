#include "domain/indicators/comment_pages.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Words;

std::string comment_path(const Call& call, const Indicator& indicator, const Comment& comment,
                         std::string_view rest = {}) {
    return indicator_path(call, indicator, "/comments/" + std::to_string(comment.id.value)) +
           std::string(rest);
}

void change_form(Out& out, const Call& call, const Indicator& indicator, const Comment& comment,
                 const html::FormState& state) {
    const Words& words = call.words;
    const std::string field = comment_field(comment.id);
    html::FormState shown = state;
    if (state.error(field) == nullptr) shown.values.add(field, comment.text);
    html::disclosure(out, words("indicators.comment.change"), [&](Out& o) {
        const html::Url target = html::Url::path(comment_path(call, indicator, comment));
        html::form_open(o, target, fresh_tokens(call));
        html::void_el(
            o, "input",
            {a("type", "hidden"), a("name", "version"), a("value", std::to_string(comment.number))});
        html::text_field(o, words,
                         {.name = field,
                          .label = words("indicators.comment.text"),
                          .kind = html::FieldKind::textarea,
                          .required = true,
                          .max_length = static_cast<int>(longest_comment)},
                         shown);
        html::submit(o, words("indicators.comment.save"));
        html::form_close(o);
    });
}

void removal_form(Out& out, const Call& call, const Indicator& indicator, const Comment& comment,
                  const html::FormState& state) {
    const Words& words = call.words;
    html::disclosure(out, words("indicators.comment.remove"), [&](Out& o) {
        const html::Url target = html::Url::path(comment_path(call, indicator, comment, "/removal"));
        html::form_open(o, target, fresh_tokens(call));
        html::text_field(o, words,
                         {.name = reason_field(comment.id),
                          .label = words("indicators.comment.why"),
                          .hint = words("indicators.comment.why_hint"),
                          .required = true,
                          .max_length = static_cast<int>(longest_reason)},
                         state);
        html::submit(o, words("indicators.comment.confirm_removal"));
        html::form_close(o);
    });
}

void earlier_texts(Out& out, const Words& words, const Comment& comment) {
    if (comment.earlier.empty()) return;
    html::disclosure(out, words.plural("indicators.comment.earlier", std::ssize(comment.earlier)),
                     [&](Out& o) {
                         el(o, "ol", {a("class", "history")}, [&](Out& list) {
                             for (const auto& [at, text] : comment.earlier)
                                 el(list, "li", {}, [&](Out& item) {
                                     item.text(words.time(at));
                                     el(item, "p", {a("class", "muted lines")}, text);
                                 });
                         });
                     });
}

void one_comment(Out& out, const Call& call, const Indicator& indicator, const Comment& comment,
                 const html::FormState& state) {
    const Words& words = call.words;
    out.text(words.time(comment.written_at) + " · " + comment.author);
    if (comment.removed_at) {
        return el(out, "p", {a("class", "muted")},
                  words("indicators.comment.removed",
                        {{"day", words.time(*comment.removed_at)}, {"why", comment.removed_because}}));
    }
    if (comment.number > 1 && comment.changed_at)
        el(out, "span", {a("class", "muted")},
           " · " + words("indicators.comment.changed", {{"day", words.time(*comment.changed_at)}}));
    el(out, "p", {a("class", "lines")}, comment.text);
    earlier_texts(out, words, comment);
    const bool own = comment.account == call.actor.account;
    if (own && may_comment(call.actor, indicator)) change_form(out, call, indicator, comment, state);
    if (call.may(Act::edit_indicators)) removal_form(out, call, indicator, comment, state);
}

}  // namespace

std::string comment_field(CommentId comment) { return "comment-" + std::to_string(comment.value); }
std::string reason_field(CommentId comment) { return "why-" + std::to_string(comment.value); }

void comments_panel(Out& out, const Call& call, const Indicator& indicator,
                    const std::vector<Comment>& comments, const html::FormState& state) {
    const Words& words = call.words;
    const bool writes = may_comment(call.actor, indicator);
    if (!writes && comments.empty()) return;
    html::panel(out, "comments", words("indicators.comment.title"), [&](Out& o) {
        if (writes) {
            const html::Url target = html::Url::path(indicator_path(call, indicator, "/comments"));
            html::form_open(o, target, fresh_tokens(call));
            html::text_field(o, words,
                             {.name = std::string(new_comment_field),
                              .label = words("indicators.comment.new"),
                              .hint = words("indicators.comment.hint"),
                              .kind = html::FieldKind::textarea,
                              .required = true,
                              .max_length = static_cast<int>(longest_comment)},
                             state);
            html::submit(o, words("indicators.comment.add"));
            html::form_close(o);
        }
        if (comments.empty()) el(o, "p", {a("class", "muted")}, words("indicators.comment.none"));
        el(o, "ol", {a("class", "timeline")}, [&](Out& list) {
            for (const Comment& comment : comments)
                el(list, "li", {}, [&](Out& item) { one_comment(item, call, indicator, comment, state); });
        });
    });
}

}  // namespace maillage::indicators
