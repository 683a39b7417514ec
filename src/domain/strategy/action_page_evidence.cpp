#include <algorithm>

#include "domain/strategy/action_page.hpp"
#include "domain/strategy/evidence_store.hpp"
#include "foundation/text.hpp"
#include "platform/html/table.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

std::string size_in_words(const Words& words, std::int64_t bytes) {
    constexpr std::int64_t kibi = 1024;
    if (bytes < kibi) return words("strategy.evidence.bytes", {{"n", words.number(bytes)}});
    if (bytes < kibi * kibi)
        return words("strategy.evidence.kibibytes", {{"n", words.number((bytes + kibi - 1) / kibi)}});
    const double size = static_cast<double>(bytes) / static_cast<double>(kibi * kibi);
    return words("strategy.evidence.mebibytes", {{"n", words.decimal(size, 1)}});
}

std::string upper(std::string_view kind) {
    std::string text(kind);
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

void presence_button(Out& out, const ActionView& view, const Evidence& piece, std::string_view act,
                     const std::string& label) {
    const html::Url target = html::Url::path(action_path(
        view.call, view.action.code, "/evidence/" + std::to_string(piece.id.value) + std::string(act)));
    const std::string about = label + " : " + piece.title;
    html::form_open(out, target, fresh_tokens(view.call));
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm"), a("aria-label", about)}, label);
    html::form_close(out);
}

void step_cell(Out& out, const Words& words, const std::vector<Step>& steps, const Evidence& piece) {
    const auto step = piece.step ? std::ranges::find(steps, *piece.step, &Step::id) : steps.end();
    if (step == steps.end()) return out.text(words("strategy.evidence.whole"));
    out.text(localised(words, step->title, step->title_en).text);
}

// A file is opened once it was checked; until then, and when it was refused, its line says so.
void title_cell(Out& out, const ActionView& view, const Evidence& piece) {
    const auto& words = view.call.words;
    if (piece.state == Evidence::State::ready) {
        const html::Url target = view.call.url("/documents/" + piece.document);
        return el(out, "a", {url("href", target), html::flag("download", true), a("lang", "fr")},
                  piece.title);
    }
    el(out, "span", {a("lang", "fr")}, piece.title);
    const bool refused = piece.state == Evidence::State::refused;
    el(out, "p", {a("class", refused ? "error" : "muted")}, [&](Out& said) {
        said.text(refused ? words("strategy.evidence.refused", {{"why", words.stored(piece.refusal)}})
                          : words("strategy.evidence.checking"));
        if (refused || piece.account != view.call.actor.account.value) return;
        said.text(" ");
        const html::Url job = view.call.url("/jobs/" + std::to_string(piece.check_job));
        el(said, "a", {url("href", job)}, words("strategy.evidence.follow"));
    });
}

void pieces_table(Out& out, const ActionView& view, const std::vector<Evidence>& pieces) {
    const auto& words = view.call.words;
    const bool removable = std::ranges::any_of(
        pieces, [&](const Evidence& piece) { return may_remove(view.call.actor, piece); });
    html::Table table{.caption = words("strategy.evidence.heading"),
                      .columns = {{words("strategy.evidence.title")},
                                  {words("strategy.evidence.proves")},
                                  {words("strategy.evidence.file")},
                                  {words("strategy.evidence.on")},
                                  {words("strategy.evidence.by")}}};
    if (removable) table.columns.push_back({words("strategy.step.change")});
    html::table(out, words, table, pieces, [&](html::Row& row, const Evidence& piece) {
        row.heading([&](Out& o) { title_cell(o, view, piece); });
        row.cell([&](Out& o) { step_cell(o, words, view.steps, piece); });
        row.cell(upper(piece.kind) + ", " + size_in_words(words, piece.size_bytes));
        row.cell([&](Out& o) { html::day(o, words, words.today(piece.at)); });
        row.cell(piece.author);
        if (!removable) return;
        row.cell([&](Out& o) {
            if (may_remove(view.call.actor, piece))
                presence_button(o, view, piece, "/removal", words("strategy.evidence.remove"));
        });
    });
}

void removed_list(Out& out, const ActionView& view, const std::vector<Evidence>& removed) {
    const auto& words = view.call.words;
    html::disclosure(out,
                     words.plural("strategy.evidence.removed", static_cast<std::int64_t>(removed.size())),
                     [&](Out& box) {
                         el(box, "ul", {a("class", "files")}, [&](Out& list) {
                             for (const Evidence& piece : removed)
                                 el(list, "li", {}, [&](Out& item) {
                                     item.text(words("strategy.evidence.removed_line",
                                                     {{"title", piece.title},
                                                      {"date", words.date(words.today(*piece.removed_at))},
                                                      {"who", piece.removed_by}}) +
                                               " ");
                                     if (may_remove(view.call.actor, piece))
                                         presence_button(item, view, piece, "/restoration",
                                                         words("strategy.evidence.restore"));
                                 });
                         });
                     });
}

// After a removal: the undo that lasts as long as the page, and the list of removed pieces after it.
void undo_notice(Out& out, const ActionView& view, const std::vector<Evidence>& removed) {
    const std::string_view asked = view.call.request.query.get("removed");
    for (const Evidence& piece : removed) {
        if (std::to_string(piece.id.value) != asked || !may_remove(view.call.actor, piece)) continue;
        el(out, "div", {a("class", "notice"), a("role", "status")}, [&](Out& o) {
            el(o, "p", {}, view.call.words("strategy.evidence.gone", {{"title", piece.title}}));
            presence_button(o, view, piece, "/restoration", view.call.words("strategy.undo.button"));
        });
    }
}

void attach_form(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    const html::FormState& state = view.state_of("evidence");
    const html::Url target = html::Url::path(action_path(view.call, view.action.code, "/evidence"));
    std::vector<html::Option> options;
    for (const Step& step : view.steps)
        if (!step.deleted)
            options.push_back({std::to_string(step.id.value),
                               std::string(localised(words, step.title, step.title_en).text)});
    const auto content = [&](Out& box) {
        html::form_open(box, target, fresh_tokens(view.call), true);
        html::text_field(box, words,
                         {.name = "evidence_title",
                          .label = words("strategy.evidence.title"),
                          .hint = words("strategy.evidence.title_hint"),
                          .required = true,
                          .max_length = static_cast<int>(documents::longest_title)},
                         state);
        if (!options.empty())
            html::select_field(box, words,
                               {.name = "evidence_step",
                                .label = words("strategy.evidence.step"),
                                .options = options,
                                .hint = words("strategy.evidence.step_hint")},
                               state);
        html::file_field(box, words,
                         {.name = "evidence_file",
                          .label = words("strategy.evidence.file"),
                          .hint = state.valid() ? words("strategy.evidence.file_hint")
                                                : words("strategy.evidence.file_again"),
                          .required = true},
                         documents::accepted_names(), state);
        html::submit(box, words("strategy.evidence.attach"));
        html::form_close(box);
    };
    if (state.valid())
        html::disclosure(out, words("strategy.evidence.attach"), content);
    else
        content(out);
}

}  // namespace

void evidence_section(Out& out, const ActionView& view) {
    const auto& words = view.call.words;
    std::vector<Evidence> pieces, removed;
    for (Evidence& piece : read_evidence(view.scope, view.action.id))
        (piece.removed_at ? removed : pieces).push_back(std::move(piece));
    html::panel(out, "evidence", words("strategy.evidence.heading"), [&](Out& panel) {
        undo_notice(panel, view, removed);
        if (pieces.empty())
            el(panel, "p", {a("class", "muted")}, words("strategy.evidence.none"));
        else
            pieces_table(panel, view, pieces);
        if (!removed.empty()) removed_list(panel, view, removed);
        if (view.scope.may_attach) attach_form(panel, view);
    });
}

}  // namespace maillage::strategy
