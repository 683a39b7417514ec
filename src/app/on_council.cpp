#include "app/on_council.hpp"

namespace maillage::app {

Moment moment(const platform::config::Configuration& configuration) {
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    return {.now = now, .today = catalogues.of(platform::i18n::Language::fr).today(now)};
}

}  // namespace maillage::app
