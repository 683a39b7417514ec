#pragma once

#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

// A command line that cannot be read, said as the rest of the program speaks: what is wrong, and what to
// type.
namespace maillage::app {

std::string usage_error(const CLI::App& program, const CLI::ParseError& error,
                        const platform::i18n::Words& words);
// The half that a reader of `words` reads of "conseil / council".
std::string_view in_language(std::string_view two_languages, const platform::i18n::Words& words);
// Prints it; the status to end with. In the parser's own English where the catalogues cannot be read.
int say_usage_error(const CLI::App& program, const CLI::ParseError& error, const std::string& file);

}  // namespace maillage::app
