#include "platform/log/log.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>

#include "foundation/date.hpp"

namespace maillage::platform::log {
namespace {

constexpr std::array<std::string_view, 4> names{"debug", "info", "warning", "error"};

std::string iso(foundation::Instant moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::milliseconds>(moment - day));
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", foundation::Date::from_days(day).iso(),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

}  // namespace

std::optional<Level> level_of(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Level>(i);
    return std::nullopt;
}

Sink standard_error() {
    return [](std::string_view line) {
        while (!line.empty()) {
            const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return;  // nobody listens: the program does not stop for its log
            line.remove_prefix(static_cast<std::size_t>(written));
        }
    };
}

void Log::write(Level level, Word event, Fields fields) const {
    if (level < least_) return;
    std::string line = fmt::format(R"({{"time":"{}","level":"{}","event":"{}")", iso(clock_()),
                                   names[static_cast<std::size_t>(level)], event.text);
    for (const Field& field : fields) line += fmt::format(R"(,"{}":{})", field.name(), field.json());
    line += "}\n";
    sink_(line);
}

}  // namespace maillage::platform::log
