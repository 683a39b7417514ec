#include "app/on_council.hpp"

#include <cstdio>

#include "app/progress.hpp"

namespace maillage::app {

Moment moment(const platform::config::Configuration& configuration) {
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    return {.now = now, .today = catalogues.of(platform::i18n::Language::fr).today(now)};
}

Tell refusals_told(const platform::config::Configuration& configuration) {
    return [tell = told_on_terminal(configuration)](std::string_view step) {
        if (step.starts_with("refused")) tell(step);
    };
}

void say_unknown_council(const platform::config::Configuration& configuration, const std::string& slug) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    const auto& words = catalogues.of(terminal_language());
    std::fprintf(stderr, "%s\n", words("up.council_unknown", {{"slug", slug}}).c_str());
}

}  // namespace maillage::app
