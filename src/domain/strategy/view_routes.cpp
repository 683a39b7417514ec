
#include "domain/strategy/action_filter.hpp"
#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/view_store.hpp"
#include "foundation/whole_number.hpp"
#include "platform/http/form_data.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
namespace http = platform::http;

constexpr std::size_t longest_query = 2'000;

// Only what a filter can say is kept: a saved view is never a way to another address, and begins at its first
// page.
std::string clean_query(std::string_view query) {
    http::Fields fields;
    if (query.starts_with('?')) query.remove_prefix(1);
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos) continue;
        const auto value = http::decode_component(pair.substr(equals + 1));
        if (value) fields.add(std::string(pair.substr(0, equals)), *value);
    }
    ActionFilter filter = filter_of(fields);
    filter.page = 1;
    return query_of(filter);
}

}  // namespace

html::Answer save_view(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        html::FormState state;
        state.values.add("name", std::string(call.form.fields.get("name")));
        const std::string name = checked_text(call.words, state, "name", 80, true);
        const std::string query = clean_query(call.form.fields.get("query"));
        if (query.size() > longest_query) state.refuse("name", call.words("strategy.views.too_long"));
        if (!state.valid()) {
            html::Page page{.title = call.words("strategy.views.save"),
                            .main = {},
                            .status = 422,
                            .section = "actions",
                            .help = "actions"};
            html::page_heading(page.main, page.title);
            html::error_summary(page.main, call.words, state);
            const html::Url target = html::Url::path(call.path("/actions/views"));
            html::form_open(page.main, target, fresh_tokens(call));
            hidden(page.main, "query", query);
            html::text_field(page.main, call.words,
                             {.name = "name",
                              .label = call.words("strategy.views.name"),
                              .required = true,
                              .max_length = 80},
                             state);
            html::submit(page.main, call.words("strategy.views.submit"));
            html::form_close(page.main);
            return page;
        }
        save_view(scope, name, query);
        return http::Response::see_other(call.path("/actions" + query));
    });
}

html::Answer delete_view(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto id = foundation::whole_number<std::int64_t>(call.request.param("view"));
        if (!id || !delete_view(scope, *id)) return not_found();
        return http::Response::see_other(call.path("/actions"));
    });
}

}  // namespace maillage::strategy
