#pragma once

#include <optional>
#include <string>

#include "app/site.hpp"
#include "domain/identity/session_cookie.hpp"

namespace maillage::app {

// One request on its way through the steps of site.cpp: what each step found out.
struct Pipeline {
    identity::Services& services;
    const Route& route;
    platform::http::Request& request;
    const DrawFrame& frame;
    bool wants_json = false;
    std::optional<identity::OpenSession> session = {};
    identity::Actor actor{.account = identity::AccountId(0), .council = territory::CouncilId(0)};
    platform::http::FormData form = {};

    const platform::i18n::Words& words() const;
    // The call that a handler takes; `key` is the idempotency key of the forms it shows.
    identity::Call call() const;

    platform::http::Response finished(platform::html::Answer answer) const;
    platform::http::Response error(int status) const;
};

// Steps that may end the request. Nothing = go on.
std::optional<platform::http::Response> require_session(Pipeline& pipeline);
std::optional<platform::http::Response> require_permission(Pipeline& pipeline);
std::optional<platform::http::Response> read_form(Pipeline& pipeline);
std::optional<platform::http::Response> require_our_origin(Pipeline& pipeline);
// Runs the handler of a POST once for its idempotency key.
platform::http::Response run_once(Pipeline& pipeline);
platform::http::Response run(Pipeline& pipeline);

using identity::session_cookie;
inline constexpr std::string_view kept_form_cookie = "__Host-k";
inline constexpr std::string_view language_cookie = "__Host-l";

}  // namespace maillage::app
