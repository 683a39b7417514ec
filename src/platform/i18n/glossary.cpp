#include "platform/i18n/glossary.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace maillage::platform::i18n {

std::expected<Glossary, std::vector<toml::Problem>> read_glossary(std::string_view toml) {
    auto parsed = toml::DataFile::parse(toml);
    if (!parsed) return std::unexpected(std::vector{parsed.error()});
    Glossary glossary;
    std::set<std::string> keys;
    for (const toml::Table& table : (*parsed)->root().tables("term")) {
        Term term{.key = table.text("key"), .word = table.text("word")};
        term.expansion = table.text_or("expansion", "");
        term.definition = table.text("definition");
        term.article = table.text_or("article", "");
        term.link = table.text_or("link", "");
        if (!term.link.empty() && !term.link.starts_with("https://"))
            table.note(toml::Problem::Kind::unknown_value, "link");
        if (!keys.insert(term.key).second) table.note(toml::Problem::Kind::repeated, "key");
        glossary.push_back(std::move(term));
    }
    auto problems = (*parsed)->problems();
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return glossary;
}

Glossary load_glossary(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("the glossary is absent: " + file);
    std::stringstream text;
    text << in.rdbuf();
    auto glossary = read_glossary(text.str());
    if (!glossary)
        throw std::runtime_error("the glossary has a mistake: " + file + ":" +
                                 std::to_string(glossary.error().front().line) + " " +
                                 glossary.error().front().key);
    return *std::move(glossary);
}

}  // namespace maillage::platform::i18n
