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
    enum class Once { yes, no } once = Once::yes;  // a POST carries an idempotency key, except before sign-in
};

// Every route of the agents' site and of the residents' site.
std::span<const Route> agents_routes();
std::span<const Route> residents_routes();

}  // namespace maillage::app
