#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/analyse_command.hpp"

// First line: a method and its options, separated by spaces; the rest: a CSV file, which also stands for a
// second one. The answer is CSV, or JSON when the file's length is odd. Whatever they hold, there is a
// result, a refusal or a wrong command: no crash, no hang, no figure that is not a number.
namespace {

// Large parameters are for patience, not for finding mistakes, but where the method reads numbers alone.
bool is_too_long(const std::string& word) {
    return word.size() > 4 && word.find_first_not_of("0123456789") == std::string::npos;
}

bool is_cheap(const std::string& method) {
    constexpr std::string_view cheap[] = {
        "poisson-interval", "proportion", "rate-ratio", "wdd", "wdq", "did"};
    return std::ranges::find(cheap, method) != std::end(cheap);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 4096) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    static const std::string file =
        (std::filesystem::temp_directory_path() / ("analyse_fuzz_" + std::to_string(::getpid()) + ".csv"))
            .string();
    std::ofstream(file, std::ios::binary) << bytes.substr(std::min(line + 1, bytes.size()));
    std::istringstream words(bytes.substr(0, line));
    std::vector<std::string> arguments;
    for (std::string word; words >> word && arguments.size() < 40;) {
        if (is_too_long(word) && !is_cheap(bytes.substr(0, bytes.find(' ')))) return 0;
        arguments.push_back(word == "FILE" ? file : word);
    }
    for (const char* fixed : {"--threads=1", size % 2 == 0 ? "--format=csv" : "--format=json"})
        arguments.emplace_back(fixed);
    const maillage::app::Printed printed = maillage::app::analyse(arguments);
    if (printed.status != 0 && printed.status != 2 && printed.status != 3) __builtin_trap();
    if (printed.text.empty()) __builtin_trap();
    // Both write such a number as it is; words of the file are repeated, so the file must not hold it.
    if (printed.text.find("nan") != std::string::npos && bytes.find("nan") == std::string::npos)
        __builtin_trap();
    return 0;
}
