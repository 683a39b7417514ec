#pragma once

#include "domain/identity/api.hpp"

namespace maillage::notices {

platform::html::Answer show_digest(identity::Call& call);
platform::http::Response digest_json(identity::Call& call);
platform::html::Answer submit_digest(identity::Call& call);
platform::html::Answer submit_setting(identity::Call& call);

platform::html::Answer show_reminders(identity::Call& call);
platform::http::Response reminders_json(identity::Call& call);
platform::html::Answer submit_reminder(identity::Call& call);

platform::html::Answer show_own_mails(identity::Call& call);
platform::html::Answer submit_own_mails(identity::Call& call);

platform::html::Answer show_mails(identity::Call& call);
platform::http::Response mails_json(identity::Call& call);
platform::html::Answer submit_attempt(identity::Call& call);

}  // namespace maillage::notices
