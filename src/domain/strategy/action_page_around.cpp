#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/history_words.hpp"
#include "domain/strategy/view_store.hpp"
#include "platform/html/link.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

html::Url target_of(const ActionView& view, std::string_view rest) {
    return html::Url::path(action_path(view.call, view.action.code, rest));
}

void link_target(Out& out, const ActionView& view, const Link& link) {
    const std::string& label = link.label.empty() ? link.target : link.label;
    if (link.kind == "url") {
        const html::Url target = html::Url::external(link.target);
        el(out, "a", {url("href", target), a("rel", "noreferrer")}, label);
    } else if (link.kind == "action") {
        const html::Url target = html::Url::path(action_path(view.call, link.target));
        el(out, "a", {url("href", target)}, label);
    } else if (link.kind == "commitment") {
        const html::Url target = html::Url::path(view.call.path("/strategy"));
        el(out, "a", {url("href", target)}, label);
    } else {
        out.text(label);
    }
}

void link_form(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::FormState& state = view.state_of("links");
    const html::Url target = target_of(view, "/links");
    std::vector<html::Option> kinds;
    for (const char* kind : {"action", "commitment", "decision", "indicator", "url"})
        kinds.push_back({kind, link_kind_word(words, kind)});
    const auto content = [&](Out& box) {
        html::form_open(box, target, fresh_tokens(view.call));
        html::select_field(
            box, words,
            {.name = "link_kind", .label = words("strategy.link.kind"), .options = kinds, .required = true},
            state);
        html::text_field(box, words,
                         {.name = "link_target",
                          .label = words("strategy.link.target"),
                          .hint = words("strategy.link.target_hint"),
                          .required = true,
                          .max_length = 500},
                         state);
        html::text_field(box, words, {.name = "link_label", .label = words("strategy.link.label")}, state);
        html::submit(box, words("strategy.link.add"));
        html::form_close(box);
    };
    if (state.valid())
        html::disclosure(out, words("strategy.link.add"), content);
    else
        content(out);
}

// The other pages of the news; the page is in the address, beside whatever it says already.
void news_pages(Out& out, const identity::Call& call, std::int64_t page, std::int64_t pages) {
    const auto& words = call.words;
    const auto to = [&](Out& nav, std::int64_t other, const std::string& label) {
        const html::Url target =
            html::Url::path(html::link(call.request.path, call.request.query,
                                       {{"changed", ""}, {"news", std::to_string(other)}}) +
                            "#news");
        el(nav, "a", {url("href", target), a("class", "btn alt sm")}, label);
    };
    const std::string label = words("strategy.news.pages");
    el(out, "nav", {a("class", "pages noprint"), a("aria-label", label)}, [&](Out& nav) {
        if (page > 1) to(nav, page - 1, words("strategy.news.newer"));
        el(nav, "span", {},
           words("strategy.news.page", {{"n", words.number(page)}, {"of", words.number(pages)}}));
        if (page < pages) to(nav, page + 1, words("strategy.news.older"));
    });
}

}  // namespace

std::int64_t news_page(const identity::Call& call) {
    const std::int64_t page = number_of(call.request.query.get("news"));
    return page < 1 || page > 1'000'000 ? 1 : page;
}

void news_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const std::int64_t page = news_page(view.call);
    const std::vector<News> entries = read_news(view.scope, view.action.id, page);
    html::panel(out, "news", words("strategy.news.heading"), [&](Out& panel) {
        if (view.scope.may_comment || view.scope.may_edit) {
            const html::Url target = target_of(view, "/news");
            const html::Url kept = html::Url::path(view.call.path("/drafts/news/" + view.action.code));
            const auto draft = find_draft(view.scope, news_draft(view.action.code));
            html::FormState state = view.state_of("news");
            if (draft && state.valid()) {
                state.values.add("news_text", draft->body);
                el(panel, "p", {a("class", "muted")},
                   words("form.draft_resumed", {{"time", words.time(draft->saved_at)}}));
            }
            html::draft_form_open(panel, target, fresh_tokens(view.call), kept);
            html::text_field(panel, words,
                             {.name = "news_text",
                              .label = words("strategy.news.text"),
                              .hint = words("strategy.news.hint"),
                              .kind = html::FieldKind::textarea,
                              .required = true,
                              .max_length = 2000},
                             state);
            html::draft_line(panel, words);
            html::submit(panel, words("strategy.news.add"));
            html::form_close(panel);
        }
        if (entries.empty()) el(panel, "p", {a("class", "muted")}, words("strategy.news.none"));
        el(panel, "ol", {a("class", "timeline")}, [&](Out& list) {
            for (const News& entry : entries)
                el(list, "li", {}, [&](Out& item) {
                    html::day(item, words, words.today(entry.at));
                    if (!entry.author.empty()) item.text(" · " + entry.author);
                    el(item, "p", {a("lang", "fr")}, entry.text);
                });
        });
        const std::int64_t pages =
            (count_news(view.scope, view.action.id) + news_per_page - 1) / news_per_page;
        if (pages > 1) news_pages(panel, view.call, page, pages);
    });
}

void links_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const std::vector<Link> links = read_links(view.scope, view.action.id);
    html::panel(out, "links", words("strategy.link.heading"), [&](Out& panel) {
        if (links.empty()) el(panel, "p", {a("class", "muted")}, words("strategy.link.none"));
        el(panel, "ul", {a("class", "files")}, [&](Out& list) {
            for (const Link& link : links)
                el(list, "li", {}, [&](Out& item) {
                    item.text(link_kind_word(words, link.kind) + " ");
                    link_target(item, view, link);
                    if (!view.scope.may_edit) return;
                    const html::Url away = target_of(view, "/links/" + std::to_string(link.id) + "/deletion");
                    html::form_open(item, away, fresh_tokens(view.call));
                    el(item, "button", {a("type", "submit"), a("class", "btn alt sm")},
                       words("strategy.link.remove", {{"target", link.target}}));
                    html::form_close(item);
                });
        });
        if (view.scope.may_edit) link_form(panel, view);
    });
}

}  // namespace maillage::strategy
