#include "app/job_routes.hpp"

#include "app/job_handlers.hpp"
#include "domain/identity/session_store.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/html/table.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace jobs = platform::jobs;
using html::a;
using html::el;
using html::flag;
using html::Out;
using identity::Call;
using jobs::JobState;

constexpr int jobs_shown = 50;
// A browser asks again when its stream ends.
constexpr int looks_per_stream = 240;

jobs::Owner owner_of(const Call& call) { return {call.actor.council.value, call.actor.account.value}; }

std::optional<jobs::JobId> asked_job(const Call& call) {
    const auto id = foundation::whole_number<std::int64_t>(call.request.param("job"));
    if (!id || *id < 1) return std::nullopt;
    return jobs::JobId(*id);
}

std::optional<jobs::JobStatus> asked_status(Call& call) {
    const auto id = asked_job(call);
    if (!id) return std::nullopt;
    return call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
        return jobs::find_status(tx, owner_of(call), *id, call.now);
    });
}

std::string path_of(const Call& call, const jobs::JobStatus& job, std::string_view rest = {}) {
    return call.path("/jobs/" + std::to_string(job.id.value) + std::string(rest));
}

std::string name_of_kind(const Call& call, const jobs::JobStatus& job) {
    const auto kind = job_kind(call.words, job.kind);
    return kind ? kind->name : call.words("app.job.other");
}

// The rights of now, not those of the day when the job was asked for.
bool may_take(const Call& call, const jobs::JobStatus& job) {
    const auto kind = job_kind(call.words, job.kind);
    return job.has_result && kind && call.may(kind->act);
}

std::string state_word(const platform::i18n::Words& words, const jobs::JobStatus& job) {
    switch (job.state) {
    case JobState::waiting: return words("app.job.waiting");
    case JobState::running: return words("app.job.running");
    case JobState::done: return words("app.job.done");
    case JobState::failed: return words("app.job.failed");
    case JobState::cancelled: return words("app.job.cancelled");
    }
    __builtin_unreachable();
}

html::State shape_of(JobState state) {
    switch (state) {
    case JobState::waiting: return html::State::todo;
    case JobState::running: return html::State::run;
    case JobState::done: return html::State::ok;
    case JobState::failed: return html::State::late;
    case JobState::cancelled: return html::State::off;
    }
    __builtin_unreachable();
}

std::string sentence_of(const platform::i18n::Words& words, const jobs::JobStatus& job) {
    if (job.state == JobState::running && !job.step.empty()) return words.stored(job.step);
    return state_word(words, job);
}

void end_of_job(Out& out, const Call& call, const jobs::JobStatus& job) {
    const auto& words = call.words;
    if (job.state == JobState::failed)
        html::notice(out, html::NoticeKind::bad, words("app.job.failed"), words.stored(job.failure));
    else if (job.state == JobState::cancelled)
        html::notice(out, html::NoticeKind::info, words("app.job.cancelled"), words("app.job.cancelled_why"));
    else
        html::notice(out, html::NoticeKind::ok, words("app.job.done"),
                     may_take(call, job) ? words("app.job.ready") : words("app.job.nothing_to_take"));
    if (!may_take(call, job)) return;
    const html::Url result = html::Url::path(path_of(call, job, "/result"));
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {url("href", result), a("class", "btn"), flag("download", true)},
           words("app.job.download"));
    });
}

void job_under_way(Out& out, const Call& call, const jobs::JobStatus& job) {
    const auto& words = call.words;
    const html::Url events = html::Url::path(path_of(call, job, "/events"));
    html::job_progress(out, words,
                       {.events = events, .percent = job.progress, .step = sentence_of(words, job)});
    el(out, "p", {a("class", "muted")}, words("app.job.may_leave"));
    if (job.cancel_asked) return;
    const html::Url cancel = html::Url::path(path_of(call, job, "/cancellation"));
    html::form_open(out, cancel, call.tokens);
    el(out, "button", {a("type", "submit"), a("class", "btn alt")}, words("app.job.cancel"));
    html::form_close(out);
}

void write_job(platform::JsonWriter& json, const Call& call, const jobs::JobStatus& job) {
    json.begin_object()
        .member("id", job.id.value)
        .member("kind", job.kind)
        .member("state", jobs::name_of(job.state))
        .member("progress", job.progress)
        .member("asked", call.words.today(job.created).iso())
        .member("has_result", may_take(call, job))
        .end_object();
}

// One event of the stream: what web/islands/progress.ts reads.
std::string event_of(const platform::i18n::Words& words, const jobs::JobStatus& job) {
    platform::JsonWriter json;
    json.begin_object()
        .member("share", job.progress / 100.0)
        .member("text", sentence_of(words, job))
        .member("done", job.state == JobState::done)
        .member("failed", job.state == JobState::failed || job.state == JobState::cancelled)
        .end_object();
    return json.take();
}

std::vector<jobs::JobStatus> latest(Call& call) {
    return call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
        return jobs::latest_statuses(tx, owner_of(call), jobs_shown, call.now);
    });
}

}  // namespace

html::Answer show_jobs(Call& call) {
    const auto& words = call.words;
    const auto found = latest(call);
    html::Page page{.title = words("app.job.list"), .main = {}, .help = "jobs"};
    html::page_heading(page.main, page.title, words("app.job.list_why"));
    if (found.empty()) {
        html::empty_state(page.main, {.title = words("app.job.none"), .why = words("app.job.none_why")});
        return page;
    }
    html::table(page.main, words,
                {.caption = words("app.job.list"),
                 .columns = {{words("app.job.what")}, {words("app.job.state")}, {words("app.job.asked")}}},
                found, [&](html::Row& row, const jobs::JobStatus& job) {
                    const html::Url target = html::Url::path(path_of(call, job));
                    row.heading([&](Out& o) { el(o, "a", {url("href", target)}, name_of_kind(call, job)); });
                    row.cell([&](Out& o) { html::status(o, shape_of(job.state), state_word(words, job)); });
                    row.cell(words.time(job.created));
                });
    return page;
}

http::Response jobs_json(Call& call) {
    platform::JsonWriter json;
    json.begin_object().key("jobs").begin_array();
    for (const jobs::JobStatus& job : latest(call)) write_job(json, call, job);
    json.end_array().end_object();
    return http::Response::json(json.take());
}

html::Answer show_job(Call& call) {
    const auto job = asked_status(call);
    if (!job) return http::Response::refused(404);
    const auto& words = call.words;
    html::Page page{.title = name_of_kind(call, *job), .main = {}, .help = "jobs"};
    html::page_heading(page.main, page.title,
                       words("app.job.asked_at", {{"time", words.time(job->created)}}));
    if (jobs::is_over(job->state)) {
        end_of_job(page.main, call, *job);
    } else {
        page.scripts = {"progress"};
        job_under_way(page.main, call, *job);
    }
    const auto kind = job_kind(words, job->kind);
    const html::Url back = html::Url::path(call.path(kind ? kind->back : "/jobs"));
    el(page.main, "p", {}, [&](Out& p) { el(p, "a", {url("href", back)}, words("app.job.back")); });
    return page;
}

http::Response job_json(Call& call) {
    const auto job = asked_status(call);
    if (!job) return http::Response::refused(404);
    platform::JsonWriter json;
    write_job(json, call, *job);
    return http::Response::json(json.take());
}

html::Answer job_events(Call& call) {
    const auto first = asked_status(call);
    if (!first) return http::Response::refused(404);
    http::Response response;
    response.type = "text/event-stream";
    response.body = http::EventStream{
        .every = std::chrono::milliseconds(500),
        .next = [&services = call.services, &words = call.words, actor = call.actor, owner = owner_of(call),
                 id = first->id, looks = 0, over = false]() mutable -> std::optional<std::string> {
            if (over || ++looks > looks_per_stream) return std::nullopt;
            const auto job = services.database.transaction(
                actor.context(), [&](platform::db::Tx& tx) -> std::optional<jobs::JobStatus> {
                    const foundation::Instant now = services.clock();
                    if (!identity::session_lives(tx, actor, services.session_limits, now))
                        return std::nullopt;
                    return jobs::find_status(tx, owner, id, now);
                });
            if (!job) return std::nullopt;
            over = jobs::is_over(job->state);
            return event_of(words, *job);
        }};
    return response;
}

html::Answer job_result(Call& call) {
    const auto job = asked_status(call);
    if (!job || !may_take(call, *job)) return http::Response::refused(404);
    auto result = call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
        return jobs::find_result(tx, owner_of(call), job->id, call.now);
    });
    if (!result) return http::Response::refused(404);
    http::Response response;
    response.type = std::move(result->media_type);
    response.headers.emplace_back("content-disposition",
                                  "attachment; filename=\"" + result->file_name + "\"");
    response.headers.emplace_back("cache-control", "no-store");
    response.body = std::move(result->bytes);
    return response;
}

html::Answer cancel_job(Call& call) {
    const auto id = asked_job(call);
    const bool known =
        id && call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
            if (!jobs::find_status(tx, owner_of(call), *id, call.now)) return false;
            // One that ended meanwhile: its page says so.
            static_cast<void>(jobs::cancel(tx, owner_of(call), *id, call.now));
            return true;
        });
    if (!known) return http::Response::refused(404);
    return http::Response::see_other(call.path("/jobs/" + std::to_string(id->value)));
}

}  // namespace maillage::app
