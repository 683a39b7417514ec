#include "platform/pdf/pdf.hpp"

#include <fstream>
#include <optional>
#include <sstream>

#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::pdf {
namespace {

using sandbox::SandboxRefusal;

constexpr int warned = 3;  // render.py's exit code

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return file ? std::optional(std::move(content).str()) : std::nullopt;
}

PdfRefusal as_refusal(SandboxRefusal refusal) {
    switch (refusal) {
    case SandboxRefusal::not_started: return PdfRefusal::unavailable;
    case SandboxRefusal::timeout: return PdfRefusal::timeout;
    case SandboxRefusal::memory:
    case SandboxRefusal::output_too_large: return PdfRefusal::too_large;
    case SandboxRefusal::crashed: return PdfRefusal::failed;
    case SandboxRefusal::cancelled: return PdfRefusal::cancelled;
    }
    __builtin_unreachable();
}

}  // namespace

std::expected<std::string, PdfRefusal> render_pdf(std::string_view html, const PdfOptions& options) {
    const auto program = read_file(options.folder + "/render.py"),
               sheet = read_file(options.folder + "/print.css");
    if (!program || !sheet) return std::unexpected(PdfRefusal::unavailable);
    const auto outcome = sandbox::run(
        {.arguments = {"/usr/bin/python3", "-I", "-B", "render.py"},
         .input = html,
         .files = {{"render.py", *program}, {"print.css", *sheet}},
         // 2000-01-01: dates and identifiers in the file do not depend on the day.
         .environment = {{"SOURCE_DATE_EPOCH", "946684800"}},
         .folder = sandbox::Program::Folder::writable,
         .limits = {.wall = options.time, .cpu = options.time, .memory_bytes = options.memory_bytes}},
        options.cancelled);
    if (!outcome) return std::unexpected(as_refusal(outcome.error()));
    if (outcome->exit_code == warned) return std::unexpected(PdfRefusal::not_as_meant);
    if (outcome->exit_code != 0 || !outcome->output.starts_with("%PDF-"))
        return std::unexpected(PdfRefusal::failed);
    return outcome->output;
}

}  // namespace maillage::platform::pdf
