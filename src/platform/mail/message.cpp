#include "platform/mail/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "foundation/check.hpp"
#include "platform/mail/quoted_printable.hpp"

namespace maillage::platform::mail {
namespace {

constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

void header(std::string& out, std::string_view name, std::string_view value) {
    foundation::check(value.find('\n') == value.npos || value.find("\r\n ") != value.npos,
                      "a header has one line, or folded ones");
    out.append(name).append(": ").append(value).append("\r\n");
}

bool is_plain_id(std::string_view id) {
    return !id.empty() && id.size() <= 80 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-';
    });
}

}  // namespace

std::string date_of_mail(foundation::Instant moment) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
    const auto day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(seconds - day);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
                       days[std::chrono::weekday(day).c_encoding()], unsigned(date.day()),
                       months[unsigned(date.month()) - 1], int(date.year()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string written(const Message& message) {
    foundation::check(is_plain_id(message.id), "the identity of a mail is made by us");
    std::string out;
    header(out, "Date", date_of_mail(message.date));
    header(out, "From", header_value(message.from_name, 4) + "\r\n <" + message.from.text().reveal() + ">");
    header(out, "To", "<" + message.to.text().reveal() + ">");
    header(out, "Message-ID", "<" + message.id + "@" + message.from.domain() + ">");
    header(out, "Subject", header_value(message.subject, 7));
    header(out, "MIME-Version", "1.0");
    header(out, "Content-Type", "text/plain; charset=UTF-8");
    header(out, "Content-Transfer-Encoding", "quoted-printable");
    header(out, "Content-Language", i18n::code_of(message.language));
    // No machine answers it, and nobody's absence comes back.
    header(out, "Auto-Submitted", "auto-generated");
    header(out, "X-Auto-Response-Suppress", "All");
    if (message.stop_page) header(out, "List-Unsubscribe", "<" + *message.stop_page + ">");
    return out + "\r\n" + quoted_printable(message.text);
}

}  // namespace maillage::platform::mail
