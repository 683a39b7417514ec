#include "app/kept_form_page.hpp"

#include "app/kept_form_labels.hpp"
#include "app/pipeline.hpp"
#include "domain/identity/kept_form_store.hpp"
#include "platform/html/components.hpp"

namespace maillage::app {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

namespace {

// A file is not kept: it is chosen again here, before the rest is sent.
void lost_files(Out& out, const platform::i18n::Words& words, const std::vector<std::string>& fields) {
    if (fields.empty()) return;
    html::notice(out, html::NoticeKind::warn, words("app.kept_form.file_lost"),
                 words("app.kept_form.file_again"));
    for (const std::string& field : fields)
        html::file_field(
            out, words,
            {.name = field, .label = label_of_field(words, field).value_or(words("app.kept_form.file"))}, "",
            {});
}

}  // namespace

html::Answer show_kept_form(identity::Call& call) {
    const auto kept = identity::take_kept_form(call.services, call.request.cookies.get(kept_form_cookie));
    if (!kept) return platform::http::Response::see_other("/");
    const auto& words = call.words;
    html::Page page{.title = words("app.kept_form.title"), .main = {}, .help = "sign-in"};
    el(page.main, "h1", {}, page.title);
    el(page.main, "p", {}, words("app.kept_form.advice"));
    const html::Url action = html::Url::path(kept->path);
    html::form_open(page.main, action, call.tokens, !kept->files.empty());
    el(page.main, "dl", {a("class", "summary-list")}, [&](Out& list) {
        for (const auto& [name, value] : kept->fields.pairs()) {
            const auto label = label_of_field(words, name);
            if (!label || value.empty()) continue;
            el(list, "dt", {}, *label);
            el(list, "dd", {}, value);
        }
    });
    for (const auto& [name, value] : kept->fields.pairs())
        html::void_el(page.main, "input", {a("type", "hidden"), a("name", name), a("value", value)});
    lost_files(page.main, words, kept->files);
    html::submit(page.main, words("app.kept_form.send"));
    html::form_close(page.main);
    return page;
}

}  // namespace maillage::app
