#include "app/help_routes.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <variant>

#include "domain/territory/api.hpp"
#include "platform/db/errors.hpp"
#include "platform/html/components.hpp"
#include "platform/markdown/markdown.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace markdown = platform::markdown;
using html::a;
using html::Out;
using identity::Call;

// Pages of their own, at their own address: not in the index.
constexpr std::array<std::string_view, 3> statements{"accessibility", "legal", "residents"};

std::optional<std::string> text_of(const Call& call, std::string_view stem) {
    if (!call.services.help_text) return std::nullopt;
    return call.services.help_text(call.words.language(), stem);
}

bool holds_word(std::string_view text, std::string_view word) {
    const auto outside = [&](std::size_t at) {
        return at >= text.size() || !std::isalnum(static_cast<unsigned char>(text[at]));
    };
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
        if (outside(at - 1) && outside(at + word.size())) return true;
    return false;
}

// What the abbreviations of this page mean, at the foot of it: in the drawer too.
void words_of_the_page(Out& out, const Call& call, std::string_view text) {
    std::vector<const platform::i18n::Term*> terms;
    for (const auto& term : call.services.catalogues.glossary(call.words.language()))
        if (holds_word(text, term.word)) terms.push_back(&term);
    if (terms.empty()) return;
    html::el(out, "h2", {}, call.words("app.help.words"));
    html::el(out, "dl", {}, [&](Out& list) {
        for (const auto* term : terms) {
            html::el(list, "dt", {},
                     term->expansion.empty() ? term->word : term->word + " : " + term->expansion);
            html::el(list, "dd", {}, term->definition);
        }
    });
}

html::Answer page_of(const Call& call, std::string_view stem, std::vector<html::Crumb> above) {
    const auto text = text_of(call, stem);
    if (!text) return http::Response{.status = 404, .body = std::string()};
    html::Page page{.title = markdown::title_of(*text), .section = "help", .crumbs = std::move(above)};
    if (!page.crumbs.empty()) page.crumbs.push_back({page.title, ""});
    html::el(page.main, "article", {a("class", "prose")}, [&](Out& out) {
        markdown::render(out, *text);
        if (std::ranges::find(statements, stem) == statements.end()) words_of_the_page(out, call, *text);
    });
    return page;
}

// Whose site this is: the one thing here that is read, so that the emergency numbers show without a database
// too.
void councils_of_the_site(Out& out, const Call& call) {
    std::vector<std::string> names;
    try {
        const platform::db::Context application{.reach = platform::db::Context::Reach::system};
        names = call.services.database.transaction(application, territory::council_names);
    } catch (const platform::db::Unavailable&) {
        return;
    }
    if (names.empty()) return;
    html::panel(out, "councils",
                call.words.plural("app.residents.councils", static_cast<std::int64_t>(names.size())),
                [&](Out& panel) {
                    html::el(panel, "ul", {a("class", "plain-list")}, [&](Out& list) {
                        for (const std::string& name : names) html::el(list, "li", {a("lang", "fr")}, name);
                    });
                });
}

std::string help_path(const Call& call, std::string_view rest) {
    return (call.actor.signed_in() ? call.path("/help") : "/help") + std::string(rest);
}

}  // namespace

html::Answer show_help_index(Call& call) {
    const auto& words = call.words;
    html::Page page{.title = words("app.help.title"), .section = "help"};
    html::page_heading(page.main, page.title, words("app.help.situation"));
    html::el(page.main, "ul", {a("class", "prose")}, [&](Out& list) {
        const auto stems = call.services.help_stems ? call.services.help_stems() : std::vector<std::string>();
        for (const std::string& stem : stems) {
            const auto text = text_of(call, stem);
            if (!text || std::ranges::find(statements, stem) != statements.end()) continue;
            const html::Url target = html::Url::path(help_path(call, "/" + stem));
            html::el(list, "li", {},
                     [&](Out& li) { html::el(li, "a", {url("href", target)}, markdown::title_of(*text)); });
        }
    });
    return page;
}

html::Answer show_help(Call& call) {
    return page_of(call, call.request.param("page"), {{call.words("app.help.title"), help_path(call, "")}});
}

html::Answer show_accessibility(Call& call) { return page_of(call, "accessibility", {}); }
html::Answer show_legal(Call& call) { return page_of(call, "legal", {}); }

html::Answer show_residents_home(Call& call) {
    html::Answer answer = page_of(call, "residents", {});
    if (auto* page = std::get_if<html::Page>(&answer)) councils_of_the_site(page->main, call);
    return answer;
}

}  // namespace maillage::app
