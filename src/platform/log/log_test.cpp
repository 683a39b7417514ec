#include "platform/log/log.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "foundation/private.hpp"
#include "foundation/strong_id.hpp"

namespace maillage::platform::log {

enum class Outcome : std::uint8_t { kept, refused };
std::string_view name_of(Outcome outcome) { return outcome == Outcome::kept ? "kept" : "refused"; }
enum class Nameless : std::uint8_t { one };

namespace {

using foundation::Private;
using AccountId = foundation::StrongId<struct AccountIdTag>;

// Text that may come from people does not compile into a line.
static_assert(!std::is_constructible_v<Field, Word, std::string>);
static_assert(!std::is_constructible_v<Field, Word, std::string_view>);
static_assert(!std::is_constructible_v<Field, Word, const std::string&>);
static_assert(!std::is_constructible_v<Field, Word, char>);
static_assert(!std::is_constructible_v<Field, Word, Private<std::string>>);
static_assert(!std::is_constructible_v<Field, Word, Private<int>>);
static_assert(!std::is_constructible_v<Field, Word, Nameless>);
static_assert(std::is_constructible_v<Field, Word, Outcome>);
static_assert(std::is_constructible_v<Field, Word, AccountId>);

foundation::Instant nine_o_clock() {
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(9) +
           std::chrono::microseconds(2'123'456);
}

struct Recorder {
    std::string lines;
    Log log(Level least) {
        return {least, nine_o_clock, [this](std::string_view line) { lines += line; }};
    }
};

TEST(A_log_line, is_one_json_object_with_its_time_level_and_event) {
    Recorder recorder;

    recorder.log(Level::info)
        .info("request", {{"route", Route{"/{council}/actions/{code}"}},
                          {"status", 200},
                          {"duration_ms", 1.5},
                          {"account", AccountId(7)},
                          {"first", true},
                          {"outcome", Outcome::refused},
                          {"why", "timeout"},
                          {"id", Code{"PRE-1"}}});

    EXPECT_EQ(
        recorder.lines,
        R"({"time":"2026-11-24T09:00:02.123Z","level":"info","event":"request","route":"/{council}/actions/{code}",)"
        R"("status":200,"duration_ms":1.5,"account":7,"first":true,"outcome":"refused","why":"timeout","id":"PRE-1"})"
        "\n");
}

TEST(A_log_line, below_the_level_is_not_written) {
    Recorder recorder;
    const Log log = recorder.log(Level::warning);

    log.debug("noise");
    log.info("noise");
    log.warning("heard");
    log.error("heard");

    EXPECT_EQ(recorder.lines.find("noise"), std::string::npos);
    EXPECT_EQ(std::ranges::count(recorder.lines, '\n'), 2);
}

TEST(A_log_line, stays_one_line_whatever_a_breakdown_says) {
    Recorder recorder;

    recorder.log(Level::info)
        .error("breakdown",
               {{"what", Breakdown{"lost\r\n{\"level\":\"info\"}\n\xff" + std::string(500, 'x')}}});

    EXPECT_EQ(recorder.lines.find('\n'), recorder.lines.size() - 1);
    EXPECT_EQ(recorder.lines.find('\r'), std::string::npos);
    EXPECT_NE(recorder.lines.find(R"(lost??{\"level\":\"info\"}??)"), std::string::npos);
    EXPECT_LT(recorder.lines.size(), 500U);
}

TEST(A_log_line, never_has_a_query_string) {
    Recorder recorder;

    recorder.log(Level::info).info("request", {{"route", Route{"/search?q=dupont"}}});

    EXPECT_EQ(recorder.lines.find("dupont"), std::string::npos);
    EXPECT_NE(recorder.lines.find(R"("route":"/search")"), std::string::npos);
}

TEST(A_log_line, shows_a_code_only_when_it_has_the_form_of_one) {
    Recorder recorder;

    recorder.log(Level::info).info("x", {{"id", Code{"Jean Dupont"}}, {"other", Code{std::string(65, 'a')}}});

    EXPECT_NE(recorder.lines.find(R"("id":"?","other":"?")"), std::string::npos);
}

TEST(The_level, is_read_from_the_configuration) {
    EXPECT_EQ(level_of("debug"), Level::debug);
    EXPECT_EQ(level_of("error"), Level::error);
    EXPECT_EQ(level_of("loud"), std::nullopt);
}

}  // namespace
}  // namespace maillage::platform::log
