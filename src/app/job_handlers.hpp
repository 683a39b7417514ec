#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/api.hpp"
#include "platform/config/configuration.hpp"
#include "platform/jobs/job_run.hpp"
#include "platform/mail/relay.hpp"

namespace maillage::app {

// Every kind of work that the worker does, by its name in the table of jobs.
// `relay`: who takes the mails; without one they wait.
platform::jobs::JobHandlers job_handlers(identity::Services& services,
                                         const platform::config::Configuration& configuration,
                                         std::optional<platform::mail::Relay> relay = {});

// What the worker does every minute besides: it says where links in mails begin (empty: it has no relay), and
// makes jobs for the mails that are due and for the councils that send by themselves.
void wake_mails(identity::Services& services, std::string_view site);

// What the page of a job of this kind is called, where it leads back to ("/actions"), and the right that
// taking its result asks for: who lost it since no longer gets what it made.
struct JobKind {
    std::string name;
    std::string_view back;
    identity::Act act;
};
std::optional<JobKind> job_kind(const platform::i18n::Words& words, std::string_view kind);

}  // namespace maillage::app
