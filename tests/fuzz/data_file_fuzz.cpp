#include <algorithm>

#include "domain/strategy/strategy_file.hpp"
#include "domain/territory/territory_file.hpp"
#include "tests/support/words.hpp"

// A council's files, as an administrator may have written them: read whole, or refused with problems that can
// be told and that name a line of the file.
namespace {

using namespace maillage;

void told(const std::vector<platform::toml::Problem>& problems, std::size_t lines) {
    if (problems.empty()) __builtin_trap();
    for (const auto& problem : problems)
        if (sentence(test::french(), problem).empty() || problem.line < 0 ||
            static_cast<std::size_t>(problem.line) > lines)
            __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string file(reinterpret_cast<const char*>(data), size);
    const auto lines = 1 + static_cast<std::size_t>(std::ranges::count(file, '\n'));
    const auto territory = territory::read_territory(file);
    if (!territory) told(territory.error(), lines);
    const platform::toml::NamedText named{.name = "strategy.toml", .text = file};
    auto plan = strategy::read_strategy(std::span(&named, 1));
    if (!plan) return told(plan.error(), lines), 0;
    std::vector<bool> invented;
    for (const auto& read : plan->actions) invented.push_back(read.action.fictional);
    leave_out_inventions(*plan);
    for (std::size_t at = 0; at < invented.size(); ++at) {
        const auto& read = plan->actions[at];
        if (read.action.fictional) __builtin_trap();
        // Steps that the document names have a code, and stay without what was invented of them.
        const bool invented_step = std::ranges::any_of(
            read.steps, [](const auto& step) { return step.code.empty() || step.due || step.done_at; });
        if (invented[at] && (invented_step || !read.news.empty() || read.action.due)) __builtin_trap();
    }
    return 0;
}
