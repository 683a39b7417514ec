#include <fmt/format.h>

#include "foundation/text.hpp"
#include "platform/config/keys.hpp"

namespace maillage::platform::config {
namespace {

struct Shape {
    std::string type, fallback, allowed;
};

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string quoted_list(std::string_view words, std::string_view open, std::string_view close) {
    std::string text(open);
    for (const std::string_view word : foundation::split(words, ' '))
        text += (text.size() > open.size() ? ", " : "") + quoted(word);
    return text + std::string(close);
}

Shape shape(const TextKey& key) {
    switch (key.meaning) {
    case TextKey::Meaning::words: return {"text", quoted(key.fallback), ""};
    case TextKey::Meaning::path: return {"path", quoted(key.fallback), ""};
    case TextKey::Meaning::secret_file:
        return {"path of a secret", quoted(key.fallback), "readable by the service alone"};
    case TextKey::Meaning::connection: return {"text", quoted(key.fallback), "key=value form, no password"};
    case TextKey::Meaning::loopback: return {"text", quoted(key.fallback), "a loopback address"};
    }
    __builtin_unreachable();
}
Shape shape(const ChoiceKey& key) { return {"text", quoted(key.fallback), quoted_list(key.allowed, "", "")}; }
Shape shape(const NumberKey& key) {
    return {"integer", fmt::format("{}", key.fallback), fmt::format("{} to {}", key.least, key.most)};
}
Shape shape(const FlagKey& key) { return {"boolean", key.fallback ? "true" : "false", ""}; }
Shape shape(const ListKey& key) { return {"list of texts", quoted_list(key.fallback, "[", "]"), ""}; }

constexpr std::string_view preamble =
    "# Configuration\n\n"
    "<!-- Generated from src/platform/config/keys.cpp by scripts/configuration_reference.sh. Do not edit. "
    "-->\n\n"
    "One TOML file. Every key is optional; an unknown key, a wrong type or a value out of range stops the "
    "start "
    "with the\nkey, its line and what to do. Relative paths start from the file's own folder. Secrets stand "
    "in "
    "files of their own\n(keys ending in `_file`, mode 600), whose paths the environment may replace.\n\n"
    "*Un fichier TOML. Chaque clé est facultative ; une clé inconnue, un type faux ou une valeur hors "
    "limites arrête "
    "le\ndémarrage en disant la clé, sa ligne et que faire. Les chemins relatifs partent du dossier du "
    "fichier. Les "
    "secrets sont\ndans leurs propres fichiers (clés en `_file`, droits 600), dont l’environnement peut "
    "remplacer le "
    "chemin.*\n";

// Read beside the file (app/installed.cpp).
constexpr std::string_view environment =
    "\n## Environment\n\n"
    "| Variable | What it does | *Ce qu’elle fait* |\n|---|---|---|\n"
    "| `MAILLAGE_CONFIG` | the configuration file, when `--config` names none; else `./maillage.toml`, then "
    "`/etc/maillage/maillage.toml` | *le fichier de configuration, sans `--config`* |\n"
    "| `MAILLAGE_AGENTS_PORT` | replaces `sites.agents.port` | *remplace `sites.agents.port`* |\n"
    "| `MAILLAGE_PUBLIC_PORT` | replaces `sites.public.port` | *remplace `sites.public.port`* |\n"
    "| `LANG` | the commands speak English when it begins with `en`, French otherwise | *les commandes "
    "parlent anglais si elle commence par `en`, sinon français* |\n";

}  // namespace

std::string configuration_reference() {
    std::string page(preamble);
    for (const Key& key : keys()) {
        const Shape s = std::visit([](const auto& kind) { return shape(kind); }, key.value);
        page += fmt::format("\n## `{}`\n\n{}\n\n*{}*\n\nType: {} · Default: `{}`", key.name, key.english,
                            key.french, s.type, s.fallback);
        if (!s.allowed.empty()) page += " · Allowed: " + s.allowed;
        if (s.type == "path of a secret")
            page += fmt::format(" · Environment: `{}`", environment_name(key.name));
        page += "\n";
    }
    return page.append(environment);
}

}  // namespace maillage::platform::config
