#include "domain/final_review/review_routes.hpp"

#include "domain/audit/api.hpp"
#include "domain/final_review/review_document_job.hpp"
#include "domain/final_review/review_page.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_writer.hpp"

namespace maillage::final_review {

namespace db = platform::db;
namespace jobs = platform::jobs;
using identity::Call;
using platform::html::Answer;

Answer show_review(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) { return review_page(call, read_review(tx, call)); });
}

Answer order_document(Call& call) {
    platform::JsonWriter payload;
    payload.begin_object()
        .member("language", call.words.code())
        .member("format", std::string_view(call.form.fields.get("format") == "odt" ? "odt" : "pdf"))
        .end_object();
    const jobs::JobId job = in_transaction(call, [&](db::Tx& tx) {
        const jobs::JobId asked = jobs::enqueue(tx,
                                                {.kind = document_kind,
                                                 .payload = payload.take(),
                                                 .council = call.actor.council.value,
                                                 .account = call.actor.account.value},
                                                call.now);
        audit::record(tx, {.council = call.actor.council.value,
                           .account = call.actor.account.value,
                           .act = "final_review.document",
                           .object_kind = "document",
                           .object = std::to_string(asked.value)});
        return asked;
    });
    return platform::http::Response::see_other(call.path("/jobs/" + std::to_string(job.value)));
}

}  // namespace maillage::final_review
