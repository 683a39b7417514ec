#include "domain/notices/api.hpp"
#include "domain/notices/calendar_rules.hpp"
#include "domain/notices/notice_store.hpp"
#include "domain/notices/sending_rules.hpp"
#include "domain/notices/sql.hpp"
#include "platform/jobs/job_store.hpp"

namespace maillage::notices {
namespace {

namespace db = platform::db;
namespace jobs = platform::jobs;
using identity::Call;
using platform::i18n::Language;

constexpr std::chrono::hours first_hour{6};

void send_digest_if_due(db::Tx& tx, const Call& call) {
    const auto sent = sent_digests(tx, call.actor);
    const auto last = sent.empty() ? std::nullopt : std::optional(call.words.today(sent.front().at));
    // Without a recipient there is nothing to send, and tomorrow the same question.
    if (automatic_digest_is_due(call.today, last))
        (void)send_digest(tx, call, digest_texts(tx, call), How::by_itself);
}

}  // namespace

void tell_site(db::Tx& tx, std::string_view site) {
    if (site.empty())
        tx.run(sql::forget_sender);
    else
        tx.run(sql::tell_sender, site);
}

void wake_automatic(db::Tx& tx, foundation::Date today, foundation::Instant now) {
    const auto hour = now - std::chrono::floor<std::chrono::days>(now);
    if (!is_working_day(today) || hour < first_hour) return;
    const auto read = [](db::Row& row) {
        const std::int64_t council = row.int8();
        return std::pair(council, row.int8());
    };
    for (const auto& [council, account] : tx.all(sql::check_settings, read, today))
        jobs::enqueue(tx, {.kind = automatic_kind, .council = council, .account = account}, now);
}

std::expected<std::optional<jobs::JobResult>, jobs::JobRefusal> send_automatic(jobs::JobRun& run,
                                                                               identity::Services& services,
                                                                               const identity::Actor& actor) {
    if (!may(actor, identity::Act::edit_governance))
        return std::unexpected(jobs::JobRefusal{"notices.job.not_allowed"});
    const platform::http::Request request;
    const platform::http::FormData form;
    const Call call{.request = request,
                    .form = form,
                    .actor = actor,
                    .words = services.catalogues.of(Language::fr),
                    .services = services,
                    .tokens = {},
                    .now = run.now(),
                    .today = actor.today};
    services.database.transaction(actor.context(), [&](db::Tx& tx) {
        const Setting setting = setting_of(tx, actor);
        if (setting.digest) send_digest_if_due(tx, call);
        if (!setting.reminders) return;
        for (const Awaited& one : awaited(tx, call))
            // An organisation that was reminded this week, or has no account, is passed over.
            (void)remind(tx, call, one, How::by_itself);
    });
    return std::nullopt;
}

}  // namespace maillage::notices
