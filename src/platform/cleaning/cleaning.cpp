#include "platform/cleaning/cleaning.hpp"

#include <utility>

#include "foundation/result.hpp"
#include "platform/cleaning/office_program.hpp"
#include "platform/cleaning/pdf_program.hpp"
#include "platform/cleaning/picture_program.hpp"
#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::cleaning {
namespace {

using sandbox::SandboxRefusal;
using Cancelled = std::function<bool()>;
using Cleaned = std::expected<std::string, CleaningRefusal>;

constexpr sandbox::Limits limits{.wall = std::chrono::seconds(30),
                                 .cpu = std::chrono::seconds(15),
                                 .memory_bytes = std::size_t{640} << 20U,
                                 .output_bytes = std::size_t{48} << 20U};

CleaningRefusal as_refusal(SandboxRefusal refusal) {
    switch (refusal) {
    case SandboxRefusal::not_started: return CleaningRefusal::unavailable;
    case SandboxRefusal::timeout: return CleaningRefusal::timeout;
    case SandboxRefusal::memory:
    case SandboxRefusal::output_too_large: return CleaningRefusal::too_large;
    case SandboxRefusal::crashed: return CleaningRefusal::damaged;
    case SandboxRefusal::cancelled: return CleaningRefusal::cancelled;
    }
    __builtin_unreachable();
}

// The codes of picture_program and office_program.
CleaningRefusal as_refusal(int exit_code) {
    switch (exit_code) {
    case 3: return CleaningRefusal::too_many_points;
    case 4: return CleaningRefusal::macros;
    case 5: return CleaningRefusal::outside;
    case 6: return CleaningRefusal::encrypted;
    case 7: return CleaningRefusal::too_large;
    default: return CleaningRefusal::damaged;
    }
}

Cleaned python(const std::string& program, std::string_view bytes, const Cancelled& cancelled) {
    auto outcome = sandbox::run({.arguments = {"/usr/bin/python3", "-I", "-B", "-c", program},
                                 .input = bytes,
                                 .files = {},
                                 .environment = {},
                                 .limits = limits},
                                cancelled);
    if (!outcome) return std::unexpected(as_refusal(outcome.error()));
    if (outcome->exit_code != 0) return std::unexpected(as_refusal(outcome->exit_code));
    return std::move(outcome->output);
}

// qpdf mends what is slightly wrong and says so: that is no reason to refuse.
Cleaned qpdf(std::vector<std::string> options, std::string_view bytes, const Cancelled& cancelled) {
    std::vector<std::string> arguments{"/usr/bin/qpdf", "--warning-exit-0", "--no-warn"};
    for (std::string& option : options) arguments.push_back(std::move(option));
    arguments.insert(arguments.end(), {"given", "-"});
    auto outcome = sandbox::run({.arguments = std::move(arguments),
                                 .input = {},
                                 .files = {{.name = "given", .bytes = bytes}},
                                 .environment = {},
                                 .limits = limits},
                                cancelled);
    if (!outcome) return std::unexpected(as_refusal(outcome.error()));
    if (outcome->errors.contains("invalid password")) return std::unexpected(CleaningRefusal::encrypted);
    if (outcome->exit_code != 0) return std::unexpected(CleaningRefusal::damaged);
    return std::move(outcome->output);
}

Cleaned pdf(std::string_view bytes, const Cancelled& cancelled) {
    const std::string parts = TRY(qpdf({"--json-output"}, bytes, cancelled));
    const std::string fewer = TRY(python(std::string(pdf_program), parts, cancelled));
    // Streams are not unpacked: they are drawn by who opens the file, never here.
    return qpdf({"--json-input", "--stream-data=preserve", "--object-streams=generate", "--deterministic-id"},
                fewer, cancelled);
}

}  // namespace

Cleaned clean(files::FileType type, std::string_view bytes, const Cancelled& cancelled) {
    using files::FileType;
    switch (type) {
    case FileType::jpeg:
    case FileType::png:
        return python(std::string(picture_program) + "\ngive(drawn_again(sys.stdin.buffer.read()))\n", bytes,
                      cancelled);
    case FileType::pdf: return pdf(bytes, cancelled);
    case FileType::docx:
    case FileType::odt:
    case FileType::xlsx:
    case FileType::ods:
        return python(std::string(picture_program) + std::string(office_program), bytes, cancelled);
    case FileType::text: return std::string(bytes);
    }
    __builtin_unreachable();
}

}  // namespace maillage::platform::cleaning
