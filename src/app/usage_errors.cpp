#include "app/usage_errors.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "app/installed.hpp"

namespace maillage::app {
namespace {

using platform::i18n::Words;

// The verb that was reached: what came after it could not be read.
struct Reached {
    const CLI::App* verb;
    std::string path;  // "maillage strategy import"
};

Reached reached_by(const CLI::App& program) {
    Reached reached{&program, program.get_name()};
    while (!reached.verb->get_subcommands().empty()) {
        reached.verb = reached.verb->get_subcommands().back();
        reached.path += " " + reached.verb->get_name();
    }
    return reached;
}

std::string verbs_of(const CLI::App& verb, const Words& words) {
    std::string lines;
    for (const CLI::App* one : verb.get_subcommands([](const CLI::App*) { return true; }))
        lines += "  " + one->get_name() +
                 std::string(10 - std::min<std::size_t>(9, one->get_name().size()), ' ') +
                 std::string(in_language(one->get_description(), words)) + "\n";
    return lines;
}

// The option that the parser's sentence is about: its name stands in it, alone among those of the verb.
const CLI::Option* option_in(const CLI::App& program, const CLI::App& verb, std::string_view sentence) {
    for (const CLI::App* app : {&verb, &program})
        for (const CLI::Option* option : app->get_options())
            if (sentence.find(option->get_name()) != sentence.npos) return option;
    return nullptr;
}

std::string about(const CLI::Option& option, const Words& words) {
    const std::string_view description = in_language(option.get_description(), words);
    return description.empty()
               ? option.get_name()
               : words("usage.argument", {{"name", option.get_name()}, {"what", std::string(description)}});
}

std::string what_is_wrong(const CLI::App& program, const Reached& reached, const CLI::ParseError& error,
                          const Words& words) {
    const std::vector<std::string> left = program.remaining(true);
    const Words::Arg first{"word", left.empty() ? std::string() : left.front()};
    const bool wants_verb = reached.verb->get_require_subcommand_min() > 0;
    if (wants_verb && left.empty()) return words("usage.no_verb", {{"path", reached.path}});
    if (wants_verb) return words("usage.unknown_verb", {first, {"path", reached.path}});
    const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
    if (kind == CLI::ExitCodes::ExtrasError)
        return first.value.starts_with('-') ? words("usage.unknown_option", {first})
                                            : words("usage.unexpected", {first});
    const CLI::Option* option = option_in(program, *reached.verb, error.what());
    if (option == nullptr) return error.what();
    const Words::Arg argument{"argument", about(*option, words)};
    if (kind == CLI::ExitCodes::RequiredError) return words("usage.missing", {argument});
    if (kind == CLI::ExitCodes::ArgumentMismatch) return words("usage.no_value", {argument});
    return words("usage.bad_value", {argument});
}

}  // namespace

std::string_view in_language(std::string_view two_languages, const Words& words) {
    constexpr std::string_view between = " / ";
    const std::size_t at = two_languages.find(between);
    if (at == two_languages.npos) return two_languages;
    return words.language() == platform::i18n::Language::fr ? two_languages.substr(0, at)
                                                            : two_languages.substr(at + between.size());
}

std::string usage_error(const CLI::App& program, const CLI::ParseError& error, const Words& words) {
    const Reached reached = reached_by(program);
    std::string text = what_is_wrong(program, reached, error, words) + "\n";
    if (reached.verb->get_require_subcommand_min() > 0)
        text += words("usage.verbs") + "\n" + verbs_of(*reached.verb, words);
    return text + words("usage.help", {{"command", reached.path + " --help"}}) + "\n";
}

int say_usage_error(const CLI::App& program, const CLI::ParseError& error, const std::string& file) {
    const platform::config::Configuration configuration =
        configuration_as_far_as_readable(file).value_or(platform::config::Configuration{});
    const std::string& folder = configuration.locales.folder;
    if (error.get_exit_code() == 0 || !std::filesystem::exists(folder + "/fr/maillage.mo"))
        return program.exit(error);
    const platform::i18n::Catalogues catalogues(folder, configuration.time_zone);
    std::fputs(usage_error(program, error, catalogues.of(terminal_language())).c_str(), stderr);
    return error.get_exit_code();
}

}  // namespace maillage::app
