#include "app/kept_form_page.hpp"

#include "app/pipeline.hpp"
#include "domain/identity/kept_form_store.hpp"

namespace maillage::app {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

html::Answer show_kept_form(identity::Call& call) {
    const auto kept = identity::take_kept_form(call.services, call.request.cookies.get(kept_form_cookie));
    if (!kept) return platform::http::Response::see_other("/");
    html::Page page{.title = call.words("app.kept_form.title")};
    el(page.main, "h1", {}, page.title);
    el(page.main, "p", {}, call.words("app.kept_form.advice"));
    const html::Url action = html::Url::path(kept->path);
    html::form_open(page.main, action, call.tokens);
    el(page.main, "dl", {a("class", "summary-list")}, [&](Out& list) {
        for (const auto& [name, value] : kept->fields.pairs()) {
            el(list, "dt", {}, name);
            el(list, "dd", {}, value);
        }
    });
    for (const auto& [name, value] : kept->fields.pairs())
        html::void_el(page.main, "input", {a("type", "hidden"), a("name", name), a("value", value)});
    html::submit(page.main, call.words("app.kept_form.send"));
    html::form_close(page.main);
    return page;
}

}  // namespace maillage::app
