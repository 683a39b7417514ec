#include "domain/strategy/action_part_page.hpp"

#include "foundation/whole_number.hpp"

namespace maillage::strategy {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

std::int64_t number_of(std::string_view text) {
    return foundation::whole_number<std::int64_t>(text).value_or(-1);
}

html::FormState typed(const identity::Call& call, std::initializer_list<std::string_view> fields) {
    html::FormState state;
    for (const std::string_view field : fields)
        state.values.add(std::string(field), std::string(call.form.fields.get(field)));
    return state;
}

http::Response saved(const identity::Call& call, const Action& action, Change& change) {
    return http::Response::see_other(offering_undo(action_path(call, action.code), change.finish()));
}

html::Page part_page(const identity::Call& call, const Action& action, const std::string& title,
                     const html::FormState& state, const std::function<void(Out&)>& form) {
    html::Page page{.title = title,
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "actions",
                    .crumbs = {{call.words("strategy.table.title"), call.path("/actions")},
                               {action.code, action_path(call, action.code)},
                               {title, ""}},
                    .help = "one-action"};
    if (!state.valid()) page.title = call.words("form.error_title", {{"title", title}});
    html::page_heading(page.main, title);
    html::error_summary(page.main, call.words, state);
    form(page.main);
    const html::Url back = html::Url::path(action_path(call, action.code));
    el(page.main, "p", {}, [&](Out& p) {
        el(p, "a", {url("href", back)}, call.words("strategy.part.back", {{"code", action.code}}));
    });
    return page;
}

void button_form(Out& out, const identity::Call& call, const std::string& path, const std::string& label,
                 const std::string& about) {
    const html::Url target = html::Url::path(path);
    const std::string name = label + " : " + about;
    html::form_open(out, target, fresh_tokens(call));
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm"), a("aria-label", name)}, label);
    html::form_close(out);
}

}  // namespace maillage::strategy
