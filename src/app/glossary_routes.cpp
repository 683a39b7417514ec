#include <algorithm>

#include "app/territory_routes.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Term;

// In the language's order; only those that hold the words searched for.
std::vector<Term> terms_of(Call& call) {
    const std::string wanted = foundation::folded(foundation::trimmed(call.request.query.get("q")));
    std::vector<Term> terms;
    for (const Term& term : call.services.catalogues.glossary(call.words.language())) {
        const std::string text = foundation::folded(term.word + " " + term.expansion + " " + term.definition);
        if (wanted.empty() || text.find(wanted) != text.npos) terms.push_back(term);
    }
    std::ranges::sort(terms, [&](const Term& one, const Term& other) {
        return call.words.compare(one.word, other.word) < 0;
    });
    return terms;
}

void show_term(Out& out, const Term& term) {
    el(out, "dt", {a("id", term.key)}, [&](Out& o) {
        el(o, "strong", {}, term.word);
        if (!term.expansion.empty()) o.text(" - " + term.expansion);
    });
    el(out, "dd", {}, [&](Out& o) {
        el(o, "p", {}, term.definition);
        if (term.article.empty()) return;
        const html::Url link = html::Url::external(term.link);
        el(o, "p", {a("class", "muted")}, [&](Out& p) {
            el(p, "a", {url("href", link), a("rel", "noreferrer"), a("lang", "fr")}, term.article);
        });
    });
}

}  // namespace

html::Answer show_glossary(Call& call) {
    const auto& words = call.words;
    const std::vector<Term> terms = terms_of(call);
    html::Page page{
        .title = words("territory.glossary.title"), .main = {}, .section = "glossary", .help = "glossary"};
    Out& out = page.main;
    html::page_heading(out, page.title,
                       words.plural("territory.glossary.count", static_cast<std::int64_t>(terms.size())));
    html::FormState state;
    state.values.add("q", std::string(call.request.query.get("q").substr(0, 200)));
    const html::Url action = call.url("/glossary");
    el(out, "form", {a("class", "filters"), a("method", "get"), url("action", action)}, [&](Out& form) {
        html::text_field(
            form, words,
            {.name = "q", .label = words("territory.glossary.words"), .kind = html::FieldKind::search},
            state);
        html::submit(form, words("territory.glossary.search"));
    });
    if (terms.empty()) {
        html::empty_state(out, {.title = words("territory.glossary.none"),
                                .why = words("territory.glossary.none_why"),
                                .action = words("territory.glossary.all"),
                                .path = call.path("/glossary")});
        return page;
    }
    el(out, "dl", {a("class", "prose")}, [&](Out& list) {
        for (const Term& term : terms) show_term(list, term);
    });
    return page;
}

http::Response glossary_json(Call& call) {
    platform::JsonWriter json;
    json.begin_object().member("language", call.words.code()).key("terms").begin_array();
    for (const Term& term : terms_of(call))
        json.begin_object()
            .member("key", term.key)
            .member("word", term.word)
            .member("expansion", term.expansion)
            .member("definition", term.definition)
            .member("article", term.article)
            .member("link", term.link)
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::app
