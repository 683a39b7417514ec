#include "domain/indicators/definition_import_page.hpp"

#include <array>

#include "domain/indicators/definition_corrections.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::indicators {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

constexpr std::size_t most_rows_shown = 200;

html::Page page_of(const Call& call, const std::string& title) {
    return {.title = title,
            .main = {},
            .section = "dashboard",
            .crumbs = {{call.words("indicators.board.title"), call.path("/dashboard")}, {title, ""}},
            .help = "indicators-by-spreadsheet"};
}

void steps(Out& out, const Words& words, int current) {
    const std::array names{words("indicators.import.step_file"), words("indicators.import.step_preview"),
                           words("indicators.import.step_result")};
    el(out, "ol", {a("class", "steps")}, [&](Out& list) {
        for (int at = 0; at < std::ssize(names); ++at)
            el(list, "li",
               {a("class", at < current ? "done" : "todo"),
                html::a_if("aria-current", at == current ? "step" : "")},
               names[static_cast<std::size_t>(at)]);
    });
}

void download(Out& out, const Call& call, std::string_view path, const std::string& label) {
    const html::Url target = call.url(path);
    el(out, "p", {}, [&](Out& p) { el(p, "a", {url("href", target), html::flag("download", true)}, label); });
}

void result(Out& out, const Words& words, const DefinitionLine& line) {
    if (line.refused())
        html::status(out, html::State::late, words("indicators.import.to_correct"));
    else if (!line.before)
        html::status(out, html::State::run, words("indicators.import.new"));
    else if (line.changes_something())
        html::status(out, html::State::ok, words("indicators.import.changed"));
    else
        html::status(out, html::State::off, words("indicators.import.same"));
}

void what_happens(Out& out, const Words& words, const DefinitionLine& line) {
    if (!line.whole) el(out, "p", {}, words("indicators.import.ragged"));
    for (const html::FieldError& error : line.typed.errors)
        el(out, "p", {}, words("indicators.import.problem", {{"what", error.label}, {"why", error.message}}));
    if (line.refused()) return;
    for (const DefinitionChange& change : line.changes)
        el(out, "p", {},
           words("indicators.import.change",
                 {{"what", label_of(words, change.field)}, {"old", change.before}, {"new", change.after}}));
    if (line.ends_agreement())
        el(out, "p", {}, [&](Out& p) {
            html::status(p, html::State::run, words("indicators.import.agreement_ends"));
            p.text(" " + words("indicators.import.agreement_ends_why",
                               {{"day", words.date(*line.before->agreed_on)}}));
        });
    if (!line.figures.empty())
        el(out, "p", {}, words.plural("indicators.import.figures", std::ssize(line.figures)));
}

void preview_table(Out& out, const Words& words, const DefinitionJudgement& judgement) {
    const std::size_t shown = std::min(judgement.lines.size(), most_rows_shown);
    html::table(out, words,
                {.caption = words("indicators.import.caption"),
                 .columns = {{words("indicators.import.line"), "", true},
                             {words("indicators.field.name")},
                             {words("indicators.field.group")},
                             {words("indicators.import.result")},
                             {words("indicators.import.what")}}},
                std::span(judgement.lines).first(shown), [&](html::Row& row, const DefinitionLine& line) {
                    row.heading(words.number(static_cast<std::int64_t>(line.number)));
                    row.cell(std::string(line.typed.value("name")));
                    row.cell(line.after.group.empty() ? words("indicators.board.council") : line.after.group);
                    row.cell([&](Out& o) { result(o, words, line); });
                    row.cell([&](Out& o) { what_happens(o, words, line); });
                });
}

void what_was_written(Out& out, const Call& call, const ImportPreview& preview) {
    const Words& words = call.words;
    if (*preview.written == 0)
        return html::notice(out, html::NoticeKind::info, words("indicators.import.nothing"),
                            words("indicators.import.nothing_why"));
    html::notice(out, html::NoticeKind::ok, words.plural("indicators.import.done", *preview.written),
                 words("indicators.import.done_why"));
    const html::Url board = call.url("/dashboard");
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {url("href", board), a("class", "btn")}, words("indicators.import.see_board"));
    });
}

void aside(Out& out, const Words& words, const std::vector<std::string>& titles) {
    if (titles.empty()) return;
    std::string list;
    for (const std::string& title : titles) list += (list.empty() ? "" : ", ") + title;
    html::notice(out, html::NoticeKind::warn,
                 words.plural("indicators.import.aside", std::ssize(titles), {{"columns", list}}),
                 words("indicators.import.aside_why"));
}

void confirmation(Out& out, const Call& call, const ImportPreview& preview) {
    const std::int64_t lines = preview.judgement.to_write();
    if (lines == 0) return;
    // The table shows its first lines only: what a group loses is said here too.
    if (const std::int64_t agreements = preview.judgement.agreements; agreements > 0)
        html::notice(out, html::NoticeKind::warn,
                     call.words.plural("indicators.import.agreements_end", agreements),
                     call.words("indicators.import.agreements_end_why"));
    const html::Url target = html::Url::path(import_path(call, preview.id, "/confirmation"));
    html::form_open(out, target, fresh_tokens(call));
    el(out, "p", {a("class", "muted")}, call.words("indicators.import.confirm_why"));
    html::submit(out, call.words.plural("indicators.import.confirm", lines));
    html::form_close(out);
}

std::string counts(const Words& words, const DefinitionJudgement& judgement) {
    return words("indicators.import.counts", {{"added", words.number(judgement.added)},
                                              {"changed", words.number(judgement.changed)},
                                              {"unchanged", words.number(judgement.unchanged)},
                                              {"refused", words.number(judgement.refused)},
                                              {"figures", words.number(judgement.figures)}});
}

}  // namespace

std::string import_path(const Call& call, std::string_view id, std::string_view rest) {
    std::string path = call.path("/indicators/import");
    if (!id.empty()) path += "/" + std::string(id);
    return path + std::string(rest);
}

html::Page import_file_page(const Call& call, const html::FormState& state) {
    const Words& words = call.words;
    const std::string title = words("indicators.import.title");
    html::Page page = page_of(call, title);
    if (!state.valid()) {
        page.title = words("form.error_title", {{"title", title}});
        page.status = 422;
    }
    Out& out = page.main;
    html::page_heading(out, title, words("indicators.import.why"));
    html::error_summary(out, words, state);
    steps(out, words, 0);
    download(out, call, "/indicators/import/model.xlsx", words("indicators.import.model"));
    el(out, "p", {a("class", "muted")}, words("indicators.import.model_why"));
    const html::Url target = html::Url::path(import_path(call));
    html::form_open(out, target, fresh_tokens(call), true);
    html::file_field(out, words,
                     {.name = "file",
                      .label = words("indicators.import.file"),
                      .hint = words("indicators.import.file_hint"),
                      .required = true},
                     ".xlsx,.ods,.csv,text/csv", state);
    html::submit(out, words("indicators.import.continue"));
    html::form_close(out);
    download(out, call, "/indicators/export.xlsx", words("indicators.import.export"));
    return page;
}

html::Page import_reading_page(const Call& call, std::int64_t job) {
    const Words& words = call.words;
    html::Page page = page_of(call, words("indicators.import.title"));
    page.scripts = {"progress"};
    html::page_heading(page.main, page.title);
    steps(page.main, words, 0);
    const html::Url events = html::Url::path(call.path("/jobs/" + std::to_string(job) + "/events"));
    html::job_progress(page.main, words,
                       {.events = events, .percent = 0, .step = words("indicators.import.reading")});
    return page;
}

html::Page import_preview_page(const Call& call, const ImportPreview& preview) {
    const Words& words = call.words;
    const DefinitionJudgement& judgement = preview.judgement;
    html::Page page = page_of(call, words("indicators.import.title"));
    Out& out = page.main;
    html::page_heading(out, page.title);
    const html::FormState corrections = corrections_asked(words, judgement);
    if (!preview.written) html::error_summary(out, words, corrections);
    steps(out, words, preview.written ? 2 : 1);
    if (preview.written) what_was_written(out, call, preview);
    el(out, "p", {}, counts(words, judgement));
    aside(out, words, judgement.mapping.aside);
    if (!corrections.valid()) correction_form(out, call, preview, corrections);
    confirmation(out, call, preview);
    preview_table(out, words, judgement);
    const html::Url again = html::Url::path(import_path(call));
    el(out, "p", {}, [&](Out& p) { el(p, "a", {url("href", again)}, words("indicators.import.again")); });
    return page;
}

}  // namespace maillage::indicators
