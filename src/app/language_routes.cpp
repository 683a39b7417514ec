#include "app/language_routes.hpp"

#include "app/pipeline.hpp"
#include "platform/http/cookies.hpp"

namespace maillage::app {

platform::html::Answer switch_visitor_language(identity::Call& call) {
    const bool english = call.form.fields.get("language") == "en";
    // Url::path lets nothing but a path of ours through.
    const auto back = platform::html::Url::path(call.form.fields.get("back"));
    auto response =
        platform::http::Response::see_other(back.value().starts_with('/') ? std::string(back.value()) : "/");
    platform::http::set_cookie(response, {.name = std::string(language_cookie),
                                          .value = english ? "en" : "fr",
                                          .max_age = std::chrono::hours(24 * 365)});
    return response;
}

}  // namespace maillage::app
