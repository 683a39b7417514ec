#include "domain/strategy/table_document_job.hpp"

#include <unordered_map>

#include "domain/audit/api.hpp"
#include "domain/strategy/action_store.hpp"
#include "domain/strategy/table_document.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_document.hpp"
#include "platform/json_writer.hpp"
#include "platform/pdf/print_document.hpp"

namespace maillage::strategy {
namespace {

namespace jobs = platform::jobs;
namespace pdf = platform::pdf;

// find_actions gives them in the order of their codes; the paper keeps the order of the list.
std::vector<Action> in_order(std::vector<Action> found, const std::vector<std::string>& codes) {
    std::unordered_map<std::string_view, Action*> by_code;
    for (Action& action : found) by_code.emplace(action.code, &action);
    std::vector<Action> ordered;
    for (const std::string& code : codes)
        if (const auto at = by_code.find(code); at != by_code.end())
            ordered.push_back(std::move(*at->second));
    return ordered;
}

jobs::JobRefusal refusal_of(pdf::PdfRefusal refusal) {
    using Again = jobs::JobRefusal::Again;
    switch (refusal) {
    case pdf::PdfRefusal::unavailable: return {"strategy.print.unavailable", Again::never};
    case pdf::PdfRefusal::timeout:
    case pdf::PdfRefusal::too_large: return {"strategy.print.too_long", Again::never};
    case pdf::PdfRefusal::not_as_meant:
    case pdf::PdfRefusal::failed: return {"strategy.print.failed", Again::later};
    case pdf::PdfRefusal::cancelled: return {"strategy.print.failed", Again::never};
    }
    __builtin_unreachable();
}

}  // namespace

std::optional<jobs::JobId> order_table_document(Scope& scope, const identity::Call& call,
                                                ActionFilter filter) {
    filter.page = 1;
    filter.per_page = most_actions_on_paper + 1;
    const std::vector<Action> actions = list_actions(scope, filter);
    if (actions.empty() || std::ssize(actions) > most_actions_on_paper) return std::nullopt;
    platform::JsonWriter payload;
    payload.begin_object().member("language", call.words.code()).key("codes").begin_array();
    for (const Action& action : actions) payload.value(action.code);
    payload.end_array().end_object();
    const jobs::JobId job = jobs::enqueue(scope.tx,
                                          {.kind = table_document_kind,
                                           .payload = payload.take(),
                                           .council = scope.council.value,
                                           .account = scope.account.value},
                                          scope.now);
    audit::record(scope.tx, {.council = scope.council.value,
                             .account = scope.account.value,
                             .act = identity::name_of(identity::Act::export_strategy),
                             .object_kind = "document",
                             .object = std::to_string(job.value)});
    return job;
}

std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> make_table_document(
    jobs::JobRun& run, identity::Services& services, const identity::Actor& actor,
    const pdf::PdfOptions& paper) {
    const auto payload = platform::JsonDocument::parse(run.payload());
    if (!payload || !identity::may(actor, identity::Act::export_strategy))
        return std::unexpected(jobs::JobRefusal{"strategy.job.not_allowed"});
    const auto& words = services.catalogues.of(platform::i18n::language_of(payload->text("language")));
    run.progress(10, "strategy.print.step_reading");
    const platform::html::Out body =
        services.database.transaction(actor.context(), [&](platform::db::Tx& tx) {
            Scope scope = scope_of_actor(tx, actor, run.now(), words.today(run.now()));
            const auto codes = payload->texts("codes");
            const std::vector<Action> actions = in_order(find_actions(scope, codes), codes);
            return table_document(words, read_references(scope), actions, count_actions(scope, {}).all,
                                  scope.today);
        });
    run.progress(40, "strategy.print.step_pages");
    const std::string html =
        pdf::print_document({.title = words("strategy.print.document"),
                             .language = words.code(),
                             .head = actor.council_name + " – " + words("strategy.print.document"),
                             .foot = words("strategy.print.foot", {{"date", words.time(run.now())}}),
                             .paper = pdf::PrintDocument::Paper::landscape},
                            body);
    auto made = pdf::render_pdf(html, paper);
    if (!made) return std::unexpected(refusal_of(made.error()));
    return jobs::JobResult{
        .media_type = "application/pdf", .file_name = "actions.pdf", .bytes = *std::move(made)};
}

}  // namespace maillage::strategy
