#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/route.hpp"
#include "domain/identity/session_store.hpp"
#include "platform/http/router.hpp"

namespace maillage::app {

// How the shell around a page is drawn: given by the composition root, so that a test can do without assets.
struct Frame {
    const identity::Call& call;
    const identity::OpenSession* session;  // nothing for a visitor
    const platform::html::Page& page;
};
using DrawFrame = std::function<std::string(const Frame&)>;

// The residents' site knows no session: its database role cannot even read them.
enum class Sessions { yes, no };

// One site (agents' or residents'): its routes behind the pipeline that every request goes through.
class Site {
 public:
    Site(identity::Services& services, std::span<const Route> routes, Sessions sessions, DrawFrame frame);

    // A plain function of the request: safe to call from many threads.
    platform::http::Response answer(platform::http::Request& request) const;
    // A page for what the kernel refused, in the visitor's language.
    platform::http::Response error(const platform::http::Request& request, int status) const;
    // The same for what a handler threw.
    platform::http::Response breakdown(const platform::http::Request& request,
                                       const std::exception_ptr& thrown) const;

 private:
    platform::http::Response serve(const Route& route, platform::http::Request& request) const;

    identity::Services& services_;
    Sessions sessions_;
    DrawFrame frame_;
    platform::http::Router router_;
};

// The language of a visitor: cookie, then Accept-Language, then French.
platform::i18n::Language language_of(const platform::http::Request& request);

}  // namespace maillage::app
