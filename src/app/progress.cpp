#include "app/progress.hpp"

#include <array>
#include <cstdio>

#include "app/installed.hpp"

namespace maillage::app {
namespace {

using platform::i18n::Key;

struct Sentence {
    std::string_view step;  // what follows a trailing '.' is the sentence's {name}
    Key key;
};

constexpr std::array sentences{
    Sentence{"cluster.initdb", "up.initdb"},
    Sentence{"cluster.start", "up.start"},
    Sentence{"cluster.again", "up.again"},
    Sentence{"migration.", "up.migration"},
    Sentence{"demo.", "up.demo"},
    Sentence{"no_council", "up.no_council"},
    Sentence{"ended.", "up.ended"},
    Sentence{"stop", "up.stop"},
    Sentence{"refused.connection_malformed", "up.connection_malformed"},
    Sentence{"refused.folder_in_use", "up.folder_in_use"},
    Sentence{"refused.cluster_failed", "up.cluster_failed"},
    Sentence{"refused.key_unreadable", "up.key_unreadable"},
    Sentence{"refused.migration_edited.", "up.migration_edited"},
    Sentence{"refused.sites_failed", "up.sites_failed"},
};

}  // namespace

std::string progress_sentence(const platform::i18n::Words& words, std::string_view step) {
    for (const Sentence& sentence : sentences) {
        const bool with_name = sentence.step.ends_with('.');
        if (with_name ? !step.starts_with(sentence.step) : step != sentence.step) continue;
        return words(sentence.key, {{"name", std::string(step.substr(sentence.step.size()))}});
    }
    return std::string(step);
}

Tell told_on_terminal(const platform::config::Configuration& configuration) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    return [words = catalogues.of(terminal_language())](std::string_view step) {
        std::fprintf(stderr, "%s\n", progress_sentence(words, step).c_str());
    };
}

}  // namespace maillage::app
