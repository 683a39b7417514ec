#pragma once

#include <span>
#include <string_view>

#include "domain/identity/api.hpp"

namespace maillage::app {

// One line of the list of routes. Every route declares the act that its permission is asked for.
struct Route {
    platform::http::Method method;
    std::string_view pattern;  // "/{council}/actions/{code}"
    identity::Act act;
    identity::PageHandler page;
    identity::JsonHandler json = nullptr;           // the twin at pattern + ".json"
    platform::i18n::Key summary = "app.twin.page";  // of the twin, in the OpenAPI description
    // A POST carries an idempotency key, except before sign-in. The answer is kept and given again, except
    // one that holds a secret: the same form sent again is told that it was done.
    enum class Once { yes, yes_and_shown_once, no } once = Once::yes;
};

// Every route of the agents' site and of the residents' site.
std::span<const Route> agents_routes();
std::span<const Route> residents_routes();

}  // namespace maillage::app
