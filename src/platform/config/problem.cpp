#include "platform/config/problem.hpp"

#include <fmt/format.h>

namespace maillage::platform::config {
namespace {

struct TypeWords {
    std::string_view type, english, french;
};
constexpr TypeWords types[] = {
    {"text", "a text between quotation marks", "un texte entre guillemets"},
    {"integer", "a whole number", "un nombre entier"},
    {"boolean", "true or false", "true ou false"},
    {"list", "a list of texts, such as [\"one\", \"two\"]",
     "une liste de textes, telle que [\"un\", \"deux\"]"},
};

std::string_view words_of(std::string_view type, std::string_view TypeWords::* language) {
    for (const TypeWords& known : types)
        if (known.type == type) return known.*language;
    return type;
}

std::string in_english(const Problem& p) {
    switch (p.kind) {
    case Problem::Kind::file_not_readable:
        return fmt::format("the configuration file {} cannot be read: check that it exists and its rights",
                           p.detail);
    case Problem::Kind::too_big: return "the configuration file is larger than 1 MiB: this is not one";
    case Problem::Kind::not_toml: return fmt::format("this is not valid TOML: {}", p.detail);
    case Problem::Kind::unknown_key:
        return p.detail.empty()
                   ? fmt::format(
                         "no key is called '{}': remove it, or see "
                         "docs/reference/configuration.md for the keys",
                         p.key)
                   : fmt::format("no key is called '{}': write '{}', or remove it", p.key, p.detail);
    case Problem::Kind::wrong_type:
        return fmt::format("'{}' takes {}", p.key, words_of(p.detail, &TypeWords::english));
    case Problem::Kind::out_of_range: return fmt::format("'{}' must be {}", p.key, p.detail);
    case Problem::Kind::not_plain:
        return fmt::format("'{}' must be a text of at most 4096 bytes, on one line", p.key);
    case Problem::Kind::secret_in_the_file:
        return fmt::format(
            "'{}' holds a password: put it into a file that only the service reads, and name "
            "that file (passfile=…)",
            p.key);
    }
    __builtin_unreachable();
}

std::string in_french(const Problem& p) {
    switch (p.kind) {
    case Problem::Kind::file_not_readable:
        return fmt::format(
            "le fichier de configuration {} est illisible : vérifiez qu’il existe et ses droits", p.detail);
    case Problem::Kind::too_big: return "le fichier de configuration dépasse 1 Mio : ce n’en est pas un";
    case Problem::Kind::not_toml: return fmt::format("ce n’est pas du TOML valide : {}", p.detail);
    case Problem::Kind::unknown_key:
        return p.detail.empty()
                   ? fmt::format(
                         "aucune clé ne s’appelle « {} » : supprimez-la, ou cherchez la bonne "
                         "dans docs/reference/configuration.md",
                         p.key)
                   : fmt::format("aucune clé ne s’appelle « {} » : écrivez « {} », ou supprimez-la", p.key,
                                 p.detail);
    case Problem::Kind::wrong_type:
        return fmt::format("« {} » attend {}", p.key, words_of(p.detail, &TypeWords::french));
    case Problem::Kind::out_of_range: return fmt::format("« {} » doit être : {}", p.key, p.detail);
    case Problem::Kind::not_plain:
        return fmt::format("« {} » doit être un texte de 4096 octets au plus, sur une ligne", p.key);
    case Problem::Kind::secret_in_the_file:
        return fmt::format(
            "« {} » contient un mot de passe : mettez-le dans un fichier que seul le service peut "
            "lire, et nommez ce fichier (passfile=…)",
            p.key);
    }
    __builtin_unreachable();
}

}  // namespace

std::string sentence(const Problem& problem, i18n::Language language) {
    const bool french = language == i18n::Language::fr;
    const std::string words = french ? in_french(problem) : in_english(problem);
    if (problem.line == 0) return words;
    return fmt::format("{} {}{} {}", french ? "ligne" : "line", problem.line, french ? " :" : ":", words);
}

}  // namespace maillage::platform::config
