#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "foundation/instant.hpp"
#include "platform/log/field.hpp"

namespace maillage::platform::log {

enum class Level : std::uint8_t { debug, info, warning, error };
// The value of the key log.level.
std::optional<Level> level_of(std::string_view name);

// Receives whole lines, ended by '\n', from several threads at once.
using Sink = std::function<void(std::string_view line)>;
// One write(2) per line: lines of several threads and processes do not mix.
Sink standard_error();

// JSON lines. Built once by the composition root and passed down.
//
//     log.info("request", {{"route", Route{request.route}}, {"status", 200}, {"duration_ms", 3}});
//     {"time":"2026-11-24T09:15:02.123Z","level":"info","event":"request","route":"/{council}", …}
class Log {
 public:
    Log(Level least, foundation::Clock clock, Sink sink)
        : least_(least), clock_(std::move(clock)), sink_(std::move(sink)) {}

    using Fields = std::initializer_list<Field>;
    void debug(Word event, Fields fields = {}) const { write(Level::debug, event, fields); }
    void info(Word event, Fields fields = {}) const { write(Level::info, event, fields); }
    void warning(Word event, Fields fields = {}) const { write(Level::warning, event, fields); }
    void error(Word event, Fields fields = {}) const { write(Level::error, event, fields); }

 private:
    void write(Level level, Word event, Fields fields) const;

    Level least_;
    foundation::Clock clock_;
    Sink sink_;
};

}  // namespace maillage::platform::log
