#include "app/search_routes.hpp"

#include <algorithm>
#include <span>

#include "domain/directory/api.hpp"
#include "domain/final_review/api.hpp"
#include "domain/governance/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/snapshots/api.hpp"
#include "domain/strategy/api.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace db = platform::db;
using html::a;
using html::Out;
using identity::Call;

constexpr int longest_question = 200;
constexpr std::size_t most_of_a_kind = 20;

// One of them, and how many were found.
struct Kind {
    platform::i18n::Key one, count;
};
constexpr Kind action_kind{"app.search.action", "app.search.actions"},
    evidence_kind{"app.search.evidence", "app.search.evidences"},
    commune_kind{"app.search.commune", "app.search.communes"},
    organisation_kind{"app.search.organisation", "app.search.organisations"},
    body_kind{"app.search.body", "app.search.bodies"}, seat_kind{"app.search.seat", "app.search.seats"},
    indicator_kind{"app.search.indicator", "app.search.indicators"},
    snapshot_kind{"app.search.snapshot", "app.search.snapshots"},
    review_kind{"app.search.review", "app.search.reviews"}, term_kind{"app.search.term", "app.search.terms"};

struct Found {
    std::string label, path;
    const Kind* kind;
};

std::string title_of(const Call& call, const strategy::ActionSummary& action) {
    const bool english = call.words.language() == platform::i18n::Language::en && !action.title_en.empty();
    return english ? action.title_en : action.title;
}

// What is searched, and the words searched for, without accents nor capitals.
class Search {
 public:
    explicit Search(Call& call)
        : call_(call),
          wanted_(foundation::folded(
              foundation::trimmed(call.request.query.get("q").substr(0, longest_question)))) {}

    std::vector<Found> run() {
        if (wanted_.empty()) return {};
        call_.services.database.transaction(call_.actor.context(), [&](db::Tx& tx) {
            actions(tx);
            evidence(tx);
            communes(tx);
            organisations(tx);
            bodies(tx);
            seats(tx);
            indicators(tx);
            snapshots(tx);
            texts_of_the_review(tx);
        });
        glossary();
        return std::move(found_);
    }

 private:
    bool matches(std::string_view text) const {
        return foundation::folded(text).find(wanted_) != std::string::npos;
    }

    void actions(db::Tx& tx) {
        for (const auto& action :
             strategy::search_actions(tx, call_, call_.request.query.get("q"), most_of_a_kind))
            found_.push_back({action.code + " " + title_of(call_, action),
                              call_.path("/actions/" + action.code), &action_kind});
    }
    void evidence(db::Tx& tx) {
        for (const auto& piece :
             strategy::search_evidence(tx, call_, call_.request.query.get("q"), most_of_a_kind))
            found_.push_back({piece.title + " (" + piece.action + ")",
                              call_.path("/actions/" + piece.action + "#evidence"), &evidence_kind});
    }
    void communes(db::Tx& tx) {
        if (!call_.may(identity::Act::read_strategy)) return;
        std::size_t count = 0;
        for (const auto& commune : territory::communes(tx, call_.actor.council, call_.today))
            if (matches(commune.name + " " + commune.code) && count++ < most_of_a_kind)
                found_.push_back({commune.name, call_.path("/territory/communes"), &commune_kind});
    }
    void organisations(db::Tx& tx) {
        std::size_t count = 0;
        for (const auto& one : directory::organisation_choices(tx, call_.actor))
            if (matches(one.name + " " + one.short_name) && count++ < most_of_a_kind)
                found_.push_back({one.name, call_.path("/organisations/" + one.key), &organisation_kind});
    }
    void bodies(db::Tx& tx) {
        const bool english = call_.words.language() == platform::i18n::Language::en;
        for (const auto& body : governance::bodies(tx, call_.actor, call_.today)) {
            const std::string& name = english && !body.name_en.empty() ? body.name_en : body.name;
            if (matches(body.name + " " + body.name_en + " " + body.code))
                found_.push_back({name, call_.path("/bodies/" + body.code), &body_kind});
        }
    }
    void seats(db::Tx& tx) {
        const bool english = call_.words.language() == platform::i18n::Language::en;
        std::size_t count = 0;
        for (const auto& seat : governance::seats_of_today(tx, call_.actor, call_.today)) {
            const std::string& body =
                english && !seat.body_name_en.empty() ? seat.body_name_en : seat.body_name;
            if (matches(seat.function + " " + seat.organisation + " " + seat.organisation_short) &&
                count++ < most_of_a_kind)
                found_.push_back({seat.function + " (" + body + ")",
                                  call_.path("/bodies/" + seat.body + "#members"), &seat_kind});
        }
    }
    void indicators(db::Tx& tx) {
        const bool english = call_.words.language() == platform::i18n::Language::en;
        std::size_t count = 0;
        for (const auto& one : maillage::indicators::indicator_names(tx, call_.actor))
            if (matches(one.name + " " + one.name_en) && count++ < most_of_a_kind)
                found_.push_back({english && !one.name_en.empty() ? one.name_en : one.name,
                                  call_.path("/indicators/" + one.code), &indicator_kind});
    }
    void snapshots(db::Tx& tx) {
        std::size_t count = 0;
        for (const auto& head : maillage::snapshots::snapshot_list(tx, call_.actor)) {
            const std::string name = maillage::snapshots::title_in_words(call_.words, head);
            if (matches(name) && count++ < most_of_a_kind)
                found_.push_back(
                    {name, call_.path("/snapshots/" + std::to_string(head.number)), &snapshot_kind});
        }
    }
    void texts_of_the_review(db::Tx& tx) {
        for (const auto& part : final_review::written_parts(tx, call_))
            if (matches(part.title + " " + part.text))
                found_.push_back({part.title, call_.path("/final-review#p-" + part.key), &review_kind});
    }
    void glossary() {
        std::size_t count = 0;
        for (const auto& term : call_.services.catalogues.glossary(call_.words.language()))
            if (matches(term.word + " " + term.expansion) && count++ < most_of_a_kind)
                found_.push_back({term.word, call_.path("/glossary#" + term.key), &term_kind});
    }

    Call& call_;
    std::string wanted_;
    std::vector<Found> found_;
};

// "12 actions", then each of them.
void of_one_kind(Out& out, const platform::i18n::Words& words, std::span<const Found> found) {
    const auto count = std::ssize(found);
    html::el(out, "h2", {}, words.plural(found.front().kind->count, count));
    if (count >= static_cast<std::int64_t>(most_of_a_kind))
        html::el(out, "p", {a("class", "muted")}, words("app.search.first", {{"n", words.number(count)}}));
    html::el(out, "ul", {a("class", "results")}, [&](Out& list) {
        for (const Found& one : found)
            html::el(list, "li", {}, [&](Out& li) {
                const html::Url target = html::Url::path(one.path);
                html::el(li, "a", {url("href", target)},
                         [&](Out& o) { html::text_with_codes(o, one.label); });
            });
    });
}

}  // namespace

html::Answer show_search(Call& call) {
    const auto& words = call.words;
    const std::string asked(call.request.query.get("q").substr(0, longest_question));
    const std::vector<Found> found = Search(call).run();
    html::Page page{.title = words("app.search.title"), .section = "search", .help = "search"};
    html::page_heading(page.main, page.title,
                       words.plural("app.search.count", static_cast<std::int64_t>(found.size())));
    const html::Url action = call.url("/search");
    html::FormState typed;
    typed.values.add("q", asked);
    html::el(page.main, "form", {a("method", "get"), url("action", action), a("class", "filters")},
             [&](Out& form) {
                 html::text_field(form, words,
                                  {.name = "q",
                                   .label = words("app.search.words"),
                                   .kind = html::FieldKind::search,
                                   .max_length = longest_question},
                                  typed);
                 html::submit(form, words("app.search.go"));
             });
    if (found.empty()) {
        html::empty_state(page.main,
                          {.title = words("app.search.none"), .why = words("app.search.none_why")});
        return page;
    }
    for (auto from = found.begin(); from != found.end();) {
        const auto end =
            std::find_if(from, found.end(), [&](const Found& one) { return one.kind != from->kind; });
        of_one_kind(page.main, words, {from, end});
        from = end;
    }
    return page;
}

http::Response search_json(Call& call) {
    platform::JsonWriter json;
    json.begin_object().key("results").begin_array();
    for (const Found& one : Search(call).run())
        json.begin_object()
            .member("label", one.label)
            .member("path", one.path)
            .member("kind", call.words(one.kind->one))
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::app
