#include <algorithm>

#include "platform/config/keys.hpp"
#include "platform/config/nearest.hpp"
#include "platform/config/value_reader.hpp"
#include "platform/toml/parser.hpp"

namespace maillage::platform::config {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20U;

const Key* find_key(std::string_view name) {
    const auto found = std::ranges::find(keys(), name, &Key::name);
    return found == keys().end() ? nullptr : &*found;
}

bool is_section(std::string_view name) {
    return std::ranges::any_of(keys(), [&](const Key& key) {
        return key.name.size() > name.size() && key.name.starts_with(name) && key.name[name.size()] == '.';
    });
}

void read_table(const ::toml::table& table, const std::string& prefix, Reading& reading) {
    for (const auto& [name, node] : table) {
        const std::string path = prefix + std::string(name.str());
        if (const Key* key = find_key(path); key != nullptr) {
            read_value(*key, node, reading);
        } else if (node.is_table() && is_section(path)) {
            read_table(*node.as_table(), path + ".", reading);
        } else {
            reading.problems.push_back({.kind = Problem::Kind::unknown_key,
                                        .key = path,
                                        .line = name.source().begin.line,
                                        .detail = std::string(nearest_key(path))});
        }
    }
}

void take_secret_paths(const Environment& environment, Configuration& configuration) {
    for (const Key& key : keys()) {
        const auto* text = std::get_if<TextKey>(&key.value);
        if (text == nullptr || text->meaning != TextKey::Meaning::secret_file) continue;
        if (const auto path = environment(environment_name(key.name))) text->at(configuration) = *path;
    }
}

}  // namespace

std::expected<Configuration, std::vector<Problem>> read_configuration(std::string_view toml,
                                                                      const Environment& environment) {
    using Problems = std::vector<Problem>;
    if (toml.size() > most_bytes)
        return std::unexpected(
            Problems{{.kind = Problem::Kind::too_big, .key = {}, .line = 0, .detail = {}}});
    const ::toml::parse_result parsed = ::toml::parse(toml);
    if (!parsed) {
        return std::unexpected(Problems{{.kind = Problem::Kind::not_toml,
                                         .key = {},
                                         .line = parsed.error().source().begin.line,
                                         .detail = std::string(parsed.error().description())}});
    }
    Reading reading{.configuration = default_configuration(), .problems = {}};
    read_table(parsed.table(), "", reading);
    if (!reading.problems.empty()) {
        std::ranges::sort(reading.problems, [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.key) < std::pair(b.line, b.key);
        });
        return std::unexpected(std::move(reading.problems));
    }
    take_secret_paths(environment, reading.configuration);
    return std::move(reading.configuration);
}

}  // namespace maillage::platform::config
