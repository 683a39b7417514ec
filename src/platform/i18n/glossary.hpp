#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "platform/toml/data_file.hpp"

namespace maillage::platform::i18n {

// A word of the trade, explained in one language. Law has its article, and where it can be read.
struct Term {
    std::string key;         // the same in every language: "clspd"
    std::string word;        // "CLSPD"
    std::string expansion;   // "Conseil local de sécurité et de prévention de la délinquance"; may be empty
    std::string definition;  // one or two sentences
    std::string article;     // "CSI, art. L132-4"; empty when no text defines it
    std::string link;        // https; empty with no article
};
using Glossary = std::vector<Term>;

// The terms of data/glossary/<language>.toml, in the file's order.
std::expected<Glossary, std::vector<toml::Problem>> read_glossary(std::string_view toml);
// From the file; throws std::runtime_error when it is absent or has a problem: the program starts with its
// words or not at all.
Glossary load_glossary(const std::string& file);

}  // namespace maillage::platform::i18n
