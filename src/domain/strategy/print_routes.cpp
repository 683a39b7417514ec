#include "domain/strategy/action_filter.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_view.hpp"
#include "domain/strategy/table_document_job.hpp"

namespace maillage::strategy {

namespace html = platform::html;

html::Answer order_table_print(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!call.may(identity::Act::export_strategy)) return not_found();
        const ActionFilter filter = filter_of(call.form.fields);
        if (const auto job = order_table_document(scope, call, filter))
            return platform::http::Response::see_other(call.path("/jobs/" + std::to_string(job->value)));
        const auto& words = call.words;
        html::Page page{.title = words("strategy.print.title"),
                        .main = {},
                        .status = 422,
                        .section = "actions",
                        .help = "actions"};
        html::page_heading(page.main, page.title);
        html::notice(
            page.main, html::NoticeKind::warn, words("strategy.print.not_made"),
            words("strategy.print.none_or_too_many", {{"most", words.number(most_actions_on_paper)}}));
        const html::Url back = html::Url::path(call.path("/actions" + query_of(filter)));
        el(page.main, "p", {},
           [&](html::Out& p) { el(p, "a", {url("href", back)}, words("strategy.bulk.back")); });
        return page;
    });
}

}  // namespace maillage::strategy
