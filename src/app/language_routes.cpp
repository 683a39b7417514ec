#include "app/language_routes.hpp"

#include "app/pipeline.hpp"

namespace maillage::app {

platform::http::Cookie language_choice(std::string_view language) {
    return {.name = std::string(language_cookie),
            .value = std::string(platform::i18n::code_of(platform::i18n::language_of(language))),
            .max_age = std::chrono::hours(24 * 365)};
}

platform::html::Answer switch_visitor_language(identity::Call& call) {
    // Url::path lets nothing but a path of ours through.
    const auto back = platform::html::Url::path(call.form.fields.get("back"));
    auto response =
        platform::http::Response::see_other(back.value().starts_with('/') ? std::string(back.value()) : "/");
    platform::http::set_cookie(response, language_choice(call.form.fields.get("language")));
    return response;
}

}  // namespace maillage::app
