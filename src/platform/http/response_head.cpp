#include "platform/http/response_head.hpp"

#include <fmt/core.h>

#include <array>

#include "foundation/check.hpp"
#include "platform/http/reason.hpp"

namespace maillage::platform::http {
namespace {

constexpr std::array<std::string_view, 7> kernels_own{
    "date", "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "trailer"};

bool is_plain_name(std::string_view name) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && std::ranges::all_of(name, allowed);
}

bool is_one_line(std::string_view value) {
    return std::ranges::none_of(value,
                                [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; });
}

}  // namespace

void check_headers(const Response& response) {
    using foundation::check;
    check(response.status >= 200 && response.status < 600, "a final status");
    check(is_one_line(response.type), "a content type is one line");
    for (const auto& [name, value] : response.headers) {
        check(is_plain_name(name), "a header name is in lower case");
        check(is_one_line(value), "a header value is one line");
        check(std::ranges::find(kernels_own, name) == kernels_own.end(), "a header that the kernel writes");
    }
}

std::string response_head(const HeadParts& parts, const SecurityHeaders& security) {
    const Response& response = parts.response;
    std::string head;
    head.reserve(1536);
    const auto line = [&](std::string_view name, std::string_view value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reason(response.status)).append("\r\n");
    line("date", parts.date);
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless && !response.type.empty()) line("content-type", response.type);
    if (!bodiless && parts.length) line("content-length", std::to_string(*parts.length));
    if (parts.after == After::close)
        line("connection", "close");
    else if (parts.http_1_0)
        line("connection", "keep-alive");
    for (const auto& [name, value] : response.headers) line(name, value);
    security.append_to(head, response);
    head += "\r\n";
    return head;
}

std::string http_date(std::chrono::sys_seconds moment) {
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
                       unsigned(date.day()), months[unsigned(date.month()) - 1], int(date.year()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace maillage::platform::http
