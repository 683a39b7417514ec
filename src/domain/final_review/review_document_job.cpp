#include "domain/final_review/review_document_job.hpp"

#include "domain/final_review/review_document.hpp"
#include "platform/json_document.hpp"
#include "platform/odt/odt.hpp"
#include "platform/pdf/print_document.hpp"

namespace maillage::final_review {
namespace {

namespace jobs = platform::jobs;
namespace odt = platform::odt;
namespace pdf = platform::pdf;
using Again = jobs::JobRefusal::Again;
using Made = std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal>;
using platform::i18n::Words;

jobs::JobRefusal refusal_of(pdf::PdfRefusal refusal) {
    switch (refusal) {
    case pdf::PdfRefusal::unavailable: return {"final_review.document.unavailable", Again::never};
    case pdf::PdfRefusal::timeout:
    case pdf::PdfRefusal::too_large: return {"final_review.document.too_long", Again::never};
    case pdf::PdfRefusal::not_as_meant:
    case pdf::PdfRefusal::failed: return {"final_review.document.failed", Again::later};
    case pdf::PdfRefusal::cancelled: return {"final_review.document.failed", Again::never};
    }
    __builtin_unreachable();
}

jobs::JobRefusal refusal_of(odt::OdtRefusal refusal) {
    switch (refusal) {
    case odt::OdtRefusal::unavailable: return {"final_review.document.unavailable", Again::never};
    case odt::OdtRefusal::timeout:
    case odt::OdtRefusal::too_large: return {"final_review.document.too_long", Again::never};
    case odt::OdtRefusal::failed: return {"final_review.document.failed", Again::later};
    case odt::OdtRefusal::cancelled: return {"final_review.document.failed", Again::never};
    }
    __builtin_unreachable();
}

// What the slices are asked with, at the time of the work and under the rights of now.
Review review_of(jobs::JobRun& run, identity::Services& services, const identity::Actor& actor,
                 const Words& words) {
    const platform::http::Request nothing_asked{};
    const platform::http::FormData nothing_sent{};
    const identity::Call call{.request = nothing_asked,
                              .form = nothing_sent,
                              .actor = actor,
                              .words = words,
                              .services = services,
                              .tokens = {},
                              .now = run.now(),
                              .today = words.today(run.now())};
    return services.database.transaction(actor.context(),
                                         [&](platform::db::Tx& tx) { return read_review(tx, call); });
}

struct Printed {
    const Words& words;
    const identity::Actor& actor;
    foundation::Instant now;
    Medium medium;

    std::string html(const Review& review) const {
        const std::string title = words("final_review.title");
        return pdf::print_document({.title = title,
                                    .language = words.code(),
                                    .head = actor.council_name + " – " + title,
                                    .foot = words("final_review.document.foot", {{"time", words.time(now)}})},
                                   review_document(words, {.review = review,
                                                           .council = actor.council_name,
                                                           .today = words.today(now),
                                                           .medium = medium}));
    }
};

Made made_odt(jobs::JobRun& run, const Words& words, const std::string& html) {
    const std::string title = words("final_review.title"), contents = words("final_review.contents");
    auto made = odt::render_odt(
        html, {.title = title, .contents = contents, .language = words.code(), .cancelled = [&run] {
                   return run.should_stop();
               }});
    if (!made) return std::unexpected(refusal_of(made.error()));
    return jobs::JobResult{.media_type = "application/vnd.oasis.opendocument.text",
                           .file_name = "bilan.odt",
                           .bytes = *std::move(made)};
}

Made made_pdf(const std::string& html, const pdf::PdfOptions& paper) {
    auto made = pdf::render_pdf(html, paper);
    if (!made) return std::unexpected(refusal_of(made.error()));
    return jobs::JobResult{
        .media_type = "application/pdf", .file_name = "bilan.pdf", .bytes = *std::move(made)};
}

}  // namespace

Made make_document(jobs::JobRun& run, identity::Services& services, const identity::Actor& actor,
                   const pdf::PdfOptions& paper) {
    const auto payload = platform::JsonDocument::parse(run.payload());
    if (!payload || !identity::may(actor, identity::Act::read_indicators))
        return std::unexpected(jobs::JobRefusal{"final_review.document.not_allowed"});
    const Words& words = services.catalogues.of(platform::i18n::language_of(payload->text("language")));
    const Medium medium = payload->text("format") == "odt" ? Medium::office : Medium::paper;
    run.progress(10, "final_review.document.step_reading");
    const Review review = review_of(run, services, actor, words);
    run.progress(40, "final_review.document.step_pages");
    const std::string html =
        Printed{.words = words, .actor = actor, .now = run.now(), .medium = medium}.html(review);
    return medium == Medium::office ? made_odt(run, words, html) : made_pdf(html, paper);
}

}  // namespace maillage::final_review
