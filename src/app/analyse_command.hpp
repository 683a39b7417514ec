#pragma once

#include <string>
#include <vector>

namespace maillage::app {

// What a command prints, and its status: 0 a result, 3 a refusal with its reason and figures, 2 the command
// itself is wrong.
struct Printed {
    int status = 0;
    std::string text;
};

// `maillage analyse METHOD FILE.csv --option …`: one published method on a file.
Printed analyse(const std::vector<std::string>& arguments);
// Prints it: results and refusals on standard output, wrong commands on standard error.
int run_analyse(const std::vector<std::string>& arguments);
// `maillage analyse --list`: every method with its files and options.
std::string list_of_analyses();

}  // namespace maillage::app
