#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "foundation/result.hpp"
#include "platform/config/keys.hpp"

namespace maillage::platform::config {
namespace {

void start_from(const std::filesystem::path& folder, Configuration& configuration) {
    for (const Key& key : keys()) {
        const auto* text = std::get_if<TextKey>(&key.value);
        if (text == nullptr ||
            (text->meaning != TextKey::Meaning::path && text->meaning != TextKey::Meaning::secret_file))
            continue;
        std::string& path = text->at(configuration);
        if (!path.empty()) path = (folder / path).lexically_normal().string();
    }
}

}  // namespace

std::expected<Configuration, std::vector<Problem>> load_configuration(const std::string& path,
                                                                      const Environment& environment) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    if (!file || !text) {
        return std::unexpected(std::vector<Problem>{
            {.kind = Problem::Kind::file_not_readable, .key = {}, .line = 0, .detail = path}});
    }
    Configuration configuration = TRY(read_configuration(text.view(), environment));
    start_from(std::filesystem::absolute(path).parent_path(), configuration);
    return configuration;
}

std::optional<std::string> process_environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace maillage::platform::config
