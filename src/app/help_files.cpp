#include "app/help_files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace maillage::app {

HelpFiles::HelpFiles(const std::string& folder) {
    for (const char* language : {"fr", "en"}) {
        const auto below = std::filesystem::path(folder) / language;
        std::error_code absent;
        for (const auto& entry : std::filesystem::directory_iterator(below, absent)) {
            if (entry.path().extension() != ".md") continue;
            std::ifstream file(entry.path());
            std::string text(std::istreambuf_iterator<char>(file), {});
            if (std::string_view(language) == "fr") text = platform::i18n::french_typography(text);
            texts_[std::string(language) + "/" + entry.path().stem().string()] = std::move(text);
        }
    }
}

std::optional<std::string> HelpFiles::text_of(platform::i18n::Language language,
                                              std::string_view stem) const {
    const bool english = language == platform::i18n::Language::en;
    const auto found = texts_.find((english ? "en/" : "fr/") + std::string(stem));
    if (found == texts_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string> HelpFiles::stems() const {
    std::vector<std::string> stems;
    for (const auto& [name, text] : texts_)
        if (name.starts_with("fr/")) stems.push_back(name.substr(3));
    return stems;
}

}  // namespace maillage::app
