#pragma once

#include <expected>
#include <optional>
#include <string_view>

#include "domain/identity/api.hpp"
#include "platform/jobs/job_run.hpp"

// What the application's worker does with what a council sends by itself.
namespace maillage::notices {

// What the worker says each minute: where links in mails begin, or, without a relay, that nobody sends
// (empty). Pages offer no mail before.
void tell_site(platform::db::Tx& tx, std::string_view site);

inline constexpr std::string_view automatic_kind = "notices.automatic";

// A job for each council that sends by itself and was not looked at today: on working days, from six in the
// morning (UTC) on. Under the application's own context.
void wake_automatic(platform::db::Tx& tx, foundation::Date today, foundation::Instant now);

// The summary when it is due, and the reminders that may go, under the rights that who switched them on has
// today. Done twice, it sends once.
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> send_automatic(
    platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor);

}  // namespace maillage::notices
