#include "platform/odt/odt.hpp"

#include <algorithm>
#include <array>

#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::odt {
namespace {

using sandbox::SandboxRefusal;

OdtRefusal as_refusal(SandboxRefusal refusal) {
    switch (refusal) {
    case SandboxRefusal::not_started: return OdtRefusal::unavailable;
    case SandboxRefusal::timeout: return OdtRefusal::timeout;
    case SandboxRefusal::memory:
    case SandboxRefusal::output_too_large: return OdtRefusal::too_large;
    case SandboxRefusal::crashed: return OdtRefusal::failed;
    case SandboxRefusal::cancelled: return OdtRefusal::cancelled;
    }
    __builtin_unreachable();
}

// pandoc puts what these name into the document: files of the machine.
constexpr std::array<std::string_view, 7> fetching{"<img",   "<svg",   "<iframe", "<video",
                                                   "<audio", "<embed", "<object"};

bool fetches(std::string_view html) {
    return std::ranges::any_of(fetching, [&](std::string_view tag) { return html.contains(tag); });
}

}  // namespace

std::expected<std::string, OdtRefusal> render_odt(std::string_view html, const OdtOptions& options) {
    if (fetches(html)) return std::unexpected(OdtRefusal::failed);
    // Not pandoc's own --sandbox, which keeps it from its own templates: ours shows it the system's files
    // alone.
    const auto outcome = sandbox::run(
        {.arguments = {"/usr/bin/pandoc", "--from=html", "--to=odt", "--output=-", "--standalone", "--toc",
                       "--toc-depth=2", "--metadata=title:" + std::string(options.title),
                       "--metadata=toc-title:" + std::string(options.contents),
                       "--metadata=lang:" + std::string(options.language)},
         .input = html,
         .files = {},
         .environment = {{"SOURCE_DATE_EPOCH", "946684800"}},
         .limits = {.wall = options.time, .cpu = options.time, .memory_bytes = options.memory_bytes}},
        options.cancelled);
    if (!outcome) return std::unexpected(as_refusal(outcome.error()));
    // A zip whose first member says what it is.
    if (outcome->exit_code != 0 || !outcome->output.starts_with("PK") ||
        outcome->output.find("application/vnd.oasis.opendocument.text") == std::string::npos)
        return std::unexpected(OdtRefusal::failed);
    return outcome->output;
}

}  // namespace maillage::platform::odt
