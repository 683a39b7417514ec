#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

namespace maillage::app {

// The help pages, docs/aide/<language>/<stem>.md, read once at start-up.
class HelpFiles {
 public:
    explicit HelpFiles(const std::string& folder);
    std::optional<std::string> text_of(platform::i18n::Language language, std::string_view stem) const;
    // The stems of the pages, for the index.
    std::vector<std::string> stems() const;

 private:
    std::map<std::string, std::string, std::less<>> texts_;  // "fr/profile"
};

}  // namespace maillage::app
