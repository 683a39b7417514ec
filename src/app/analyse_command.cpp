#include "app/analyse_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/analyse_methods.hpp"
#include "app/analyse_sentences.hpp"
#include "foundation/result.hpp"

namespace maillage::app {
namespace {

namespace i18n = platform::i18n;

std::array<std::span<const AnalyseMethod>, 17> groups() {
    return {rate_methods(),    map_rate_methods(),   count_methods(),     series_methods(),
            watch_methods(),   evaluation_methods(), space_methods(),     emerging_methods(),
            cluster_methods(), scan_methods(),       free_scan_methods(), point_methods(),
            density_methods(), siting_methods(),     view_shed_methods(), disclosure_methods(),
            rounding_methods()};
}

const AnalyseMethod* method_named(std::string_view name) {
    for (const auto group : groups())
        for (const AnalyseMethod& method : group)
            if (method.name == name) return &method;
    return nullptr;
}

// Options of every method.
constexpr std::string_view for_all = " format threads words";

std::size_t files_of(const AnalyseMethod& method) {
    if (method.files.empty()) return 0;
    return static_cast<std::size_t>(std::ranges::count(method.files, ' ')) + 1;
}

// "scan FILE --cases … : total_cases …"
std::string line_of(const AnalyseMethod& method) {
    std::string text(method.name);
    if (!method.files.empty()) text += fmt::format(" {}", method.files);
    const std::string options = std::string(method.options) + std::string(for_all);
    for (std::size_t at = 0; at < options.size();) {
        const std::size_t end = std::min(options.find(' ', at), options.size());
        text += fmt::format(" --{}", options.substr(at, end - at));
        at = end + 1;
    }
    return text + fmt::format(" : {}\n", method.gives);
}

// An error of the command line rather than of the data.
bool is_usage(const Problem& problem) {
    return problem.code.ends_with("_option") || problem.code == "unknown_method" ||
           problem.code == "option_twice" || problem.code == "missing_file" ||
           problem.code == "unexpected_file";
}

// In what form the answer is said, and in whose words.
struct Printing {
    std::string method;
    OutputFormat format = OutputFormat::table;
    const i18n::Words* words = nullptr;

    Printed told(const Problem& problem) const {
        return {.status = is_usage(problem) ? 2 : 3,
                .text = written(problem, method, format,
                                words != nullptr ? sentence_of(problem, *words) : std::string())};
    }
    Printed found(Analysis analysis) const {
        if (words != nullptr) analysis.sentences = sentences_of(method, analysis, *words);
        std::string text = written(analysis, method, format);
        // Figures alone have no place on a map.
        if (text.empty() || (format == OutputFormat::geojson && analysis.columns.empty()))
            return told({.code = "no_drawing"});
        return {.status = 0, .text = std::move(text)};
    }
};

Answer<const i18n::Words*> words_of(const Request& request, const i18n::Catalogues* catalogues) {
    if (!request.has("words")) return nullptr;
    const std::string language = request.text_or("words", "fr");
    if (catalogues == nullptr || (language != "fr" && language != "en"))
        return std::unexpected(Problem{.code = "unreadable_option", .about = "words"});
    return &catalogues->of(language == "fr" ? i18n::Language::fr : i18n::Language::en);
}

Answer<Analysis> analysed(const Request& request) {
    const AnalyseMethod* method = method_named(request.method());
    if (method == nullptr)
        return std::unexpected(Problem{.code = "unknown_method", .about = request.method()});
    if (const auto unknown = request.unknown_option(std::string(method->options) + std::string(for_all)))
        return std::unexpected(Problem{.code = "unknown_option", .about = *unknown});
    if (const std::size_t most = files_of(*method); request.files().size() > most)
        return std::unexpected(Problem{.code = "unexpected_file",
                                       .about = request.files()[most],
                                       .found = static_cast<double>(request.files().size()),
                                       .needed = static_cast<double>(most)});
    Analysis analysis = TRY(method->run(request));
    analysis.parameters = request.parameters();
    return analysis;
}

}  // namespace

Printed analyse(const std::vector<std::string>& arguments, const i18n::Catalogues* catalogues) {
    const auto request = Request::create(arguments);
    Printing printing{.method = request ? request->method() : ""};
    if (!request) return printing.told(request.error());
    if (request->has("list") || request->method().empty()) return {.status = 0, .text = list_of_analyses()};
    if (request->has("help"))
        if (const AnalyseMethod* method = method_named(request->method()))
            return {.status = 0, .text = line_of(*method)};
    const auto format = format_of(*request);
    if (!format) return printing.told(format.error());
    printing.format = *format;
    const auto words = words_of(*request, catalogues);
    if (!words) return printing.told(words.error());
    printing.words = *words;
    const auto analysis = analysed(*request);
    return analysis ? printing.found(*analysis) : printing.told(analysis.error());
}

std::string list_of_analyses() {
    std::string text;
    for (const auto group : groups())
        for (const AnalyseMethod& method : group) text += line_of(method);
    return text;
}

}  // namespace maillage::app
