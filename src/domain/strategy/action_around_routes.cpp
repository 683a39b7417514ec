#include <algorithm>
#include <array>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/view_store.hpp"

namespace maillage::strategy {

namespace html = platform::html;
namespace http = platform::http;

html::Answer post_news(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed(call, {"news_text"});
        const std::string text = checked_text(call.words, state, "news_text", 2000, true, true);
        if (!state.valid()) return refused_page(call, scope, action, "news", state);
        Change change(scope, ChangeKind::news);
        if (!change.save_part(action.id, PartKind::news, 0, text)) return not_found();
        change.finish();
        delete_draft(scope, news_draft(action.code));
        return http::Response::see_other(action_path(call, action.code, "#news"));
    });
}

html::Answer save_news_draft(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const std::string_view text = call.form.fields.get("news_text");
        if (text.size() > longest_draft) return http::Response::text(413, "");
        if (text.empty())
            delete_draft(scope, news_draft(action.code));
        else
            save_draft(scope, news_draft(action.code), text);
        return http::Response::text(204, "");
    });
}

html::Answer post_link(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed(call, {"link_kind", "link_target", "link_label"});
        Link link{.kind = checked_text(call.words, state, "link_kind", 20, true),
                  .target = checked_text(call.words, state, "link_target", 500, true),
                  .label = checked_text(call.words, state, "link_label", 200, false)};
        const std::array<std::string_view, 5> kinds{"action", "commitment", "decision", "indicator", "url"};
        if (state.valid() && std::ranges::find(kinds, link.kind) == kinds.end())
            state.refuse("link_kind", call.words("strategy.form.unknown_code"));
        if (link.kind == "url" && html::Url::external(link.target).value() != link.target)
            state.refuse("link_target", call.words("strategy.link.bad_url"));
        if (state.valid() && link.kind == "action" && !find_action(scope, link.target))
            state.refuse("link_target", call.words("strategy.form.unknown_code"));
        if (!state.valid()) return refused_page(call, scope, action, "links", state);
        Change change(scope, ChangeKind::links);
        if (const auto written = change.save_part(action.id, PartKind::link, 0, text_of(link)); !written) {
            state.refuse("link_target", refusal_sentence(call.words, written.error()));
            return refused_page(call, scope, action, "links", state);
        }
        return saved(call, action, change);
    });
}

html::Answer remove_link(identity::Call& call) {
    return on_edited_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const std::int64_t wanted = number_of(call.request.param("link"));
        const std::vector<Link> links = read_links(scope, action.id);
        if (std::ranges::find(links, wanted, &Link::id) == links.end()) return not_found();
        Change change(scope, ChangeKind::links);
        if (!change.save_part(action.id, PartKind::link, wanted, "")) return not_found();
        return saved(call, action, change);
    });
}

}  // namespace maillage::strategy
