#pragma once

#include <string>
#include <vector>

#include "platform/i18n/words.hpp"

namespace maillage::app {

// What a command prints, and its status: 0 a result, 3 a refusal with its reason and figures, 2 the command
// itself is wrong.
struct Printed {
    int status = 0;
    std::string text;
};

// `maillage analyse METHOD FILE.csv --option …`: one published method on a file.
// `--words fr|en` adds the result in plain sentences, of these catalogues; without catalogues it is refused.
Printed analyse(const std::vector<std::string>& arguments,
                const platform::i18n::Catalogues* catalogues = nullptr);
// Prints it: results and refusals on standard output, wrong commands on standard error.
// The configuration tells where the catalogues are; it is read for `--words` only.
int run_analyse(const std::vector<std::string>& arguments, const std::string& configuration_file);
// `maillage analyse --list`: every method with its files and options, then ":" and what it gives.
std::string list_of_analyses();

}  // namespace maillage::app
