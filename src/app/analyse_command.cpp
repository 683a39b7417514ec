#include "app/analyse_command.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>

#include "app/analyse_methods.hpp"
#include "foundation/result.hpp"

namespace maillage::app {
namespace {

std::array<std::span<const AnalyseMethod>, 9> groups() {
    return {rate_methods(),  map_rate_methods(), series_methods(), watch_methods(),     evaluation_methods(),
            space_methods(), cluster_methods(),  point_methods(),  disclosure_methods()};
}

const AnalyseMethod* method_named(std::string_view name) {
    for (const auto group : groups())
        for (const AnalyseMethod& method : group)
            if (method.name == name) return &method;
    return nullptr;
}

// An error of the command line rather than of the data.
bool is_usage(const Problem& problem) {
    return problem.code.ends_with("_option") || problem.code == "unknown_method" ||
           problem.code == "option_twice" || problem.code == "missing_file";
}

Printed told(const Problem& problem, const std::string& method, OutputFormat format) {
    return {.status = is_usage(problem) ? 2 : 3, .text = written(problem, method, format)};
}

Answer<Analysis> analysed(const Request& request) {
    const AnalyseMethod* method = method_named(request.method());
    if (method == nullptr)
        return std::unexpected(Problem{.code = "unknown_method", .about = request.method()});
    if (const auto unknown = request.unknown_option(std::string(method->options) + " format"))
        return std::unexpected(Problem{.code = "unknown_option", .about = *unknown});
    return method->run(request);
}

}  // namespace

Printed analyse(const std::vector<std::string>& arguments) {
    const auto request = Request::create(arguments);
    if (!request) return told(request.error(), "", OutputFormat::table);
    if (request->has("list") || request->method().empty()) return {.status = 0, .text = list_of_analyses()};
    const auto format = format_of(*request);
    if (!format) return told(format.error(), request->method(), OutputFormat::table);
    const auto analysis = analysed(*request);
    if (!analysis) return told(analysis.error(), request->method(), *format);
    return {.status = 0, .text = written(*analysis, request->method(), *format)};
}

int run_analyse(const std::vector<std::string>& arguments) {
    const Printed printed = analyse(arguments);
    std::fputs(printed.text.c_str(), printed.status == 2 ? stderr : stdout);
    return printed.status;
}

std::string list_of_analyses() {
    std::string text;
    for (const auto group : groups())
        for (const AnalyseMethod& method : group) {
            text += method.name;
            if (!method.files.empty()) text += fmt::format(" {}", method.files);
            std::string_view left = method.options;
            while (!left.empty()) {
                const std::size_t end = std::min(left.find(' '), left.size());
                text += fmt::format(" --{}", left.substr(0, end));
                left.remove_prefix(std::min(end + 1, left.size()));
            }
            text += '\n';
        }
    return text;
}

}  // namespace maillage::app
