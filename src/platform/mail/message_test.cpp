#include "platform/mail/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/mail/quoted_printable.hpp"
#include "platform/mail/utf8.hpp"

namespace maillage::platform::mail {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

Message some_message() {
    return {.from = *Address::create("maillage@laval.example"),
            .from_name = *HeaderText::create("CLSPD de Laval"),
            .to = *Address::create("elue@laval.example"),
            .subject = *HeaderText::create("Synthèse du trimestre"),
            .text = "Bonjour,\n\nDonnées à l’étude.\n.\n",
            .id = "0a1b-2c",
            .date = std::chrono::sys_days(std::chrono::year(2026) / 11 / 30) + 8h + 5min};
}

// A reader of encoded words written for this test alone, after RFC 2047.
std::string decoded(std::string_view value) {
    std::string text;
    while (!value.empty()) {
        if (value.starts_with("\r\n ")) {
            value.remove_prefix(3);
            continue;
        }
        RC_ASSERT(value.starts_with("=?UTF-8?Q?"));
        const std::size_t end = value.find("?=", 10);
        RC_ASSERT(end != value.npos);
        RC_ASSERT(end + 2 <= 75U);
        std::string word;
        for (std::string_view rest = value.substr(10, end - 10); !rest.empty();) {
            if (rest.front() == '=') {
                word += static_cast<char>(std::stoi(std::string(rest.substr(1, 2)), nullptr, 16));
                rest.remove_prefix(3);
                continue;
            }
            word += rest.front() == '_' ? ' ' : rest.front();
            rest.remove_prefix(1);
        }
        // No word holds half a character.
        for (std::string_view rest = word; !rest.empty(); rest.remove_prefix(first_character(rest)))
            RC_ASSERT(first_character(rest) > 0U);
        text += word;
        value.remove_prefix(end + 2);
    }
    return text;
}

std::string decoded_body(std::string_view written_body) {
    std::string text;
    for (std::size_t i = 0; i < written_body.size(); ++i) {
        if (written_body[i] != '=') {
            text += written_body[i];
        } else if (written_body.substr(i, 3) == "=\r\n") {
            i += 2;
        } else {
            text += static_cast<char>(std::stoi(std::string(written_body.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        }
    }
    return text;
}

rc::Gen<std::string> some_text() {
    const auto part = rc::gen::element<std::string>("é", "’", "😀", " ", "a", "Z", "=?", "?=", "_", "\"", "<",
                                                    ",", "…", "\r\n", "\n", "\t", "\x01", "\x7F", "\u0085",
                                                    "\u2028", "\xC3", "From ", ".");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(part),
                        [](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const std::string& one : parts) text += one;
                            return text;
                        });
}

RC_GTEST_PROP(The_text_of_a_header, is_one_line_or_no_header_text, ()) {
    const std::string typed = *some_text();
    const auto text = HeaderText::create(typed);
    const bool one_line = typed.find_first_of(std::string_view("\r\n\t\x01\x7F", 5)) == typed.npos;
    if (!one_line) RC_ASSERT(!text.has_value());
    if (!text) return;
    const std::string value = header_value(*text, 7);
    RC_ASSERT(text->text() == typed);
    // Every line end is one of ours: a fold before an encoded word.
    for (std::size_t at = value.find_first_of("\r\n"); at != value.npos;
         at = value.find_first_of("\r\n", at + 2))
        RC_ASSERT(std::string_view(value).substr(at, 13) == "\r\n =?UTF-8?Q?");
    for (const char c : value) RC_ASSERT((c >= ' ' && c <= '~') || c == '\r' || c == '\n');
    if (value.starts_with("=?"))
        RC_ASSERT(decoded(value) == typed);
    else
        RC_ASSERT(value == typed);
}

RC_GTEST_PROP(The_body_of_a_mail, comes_back_as_it_was_in_lines_of_76_characters, ()) {
    const std::string text = *some_text();
    const std::string body = quoted_printable(text);
    std::size_t start = 0;
    for (std::size_t end = body.find("\r\n"); end != body.npos; end = body.find("\r\n", start)) {
        const std::string_view line = std::string_view(body).substr(start, end - start);
        RC_ASSERT(line.size() <= 76U);
        RC_ASSERT(!line.ends_with(' ') && !line.starts_with('.') && !line.starts_with("From "));
        start = end + 2;
    }
    RC_ASSERT(start == body.size());
    std::string as_read = decoded_body(body), expected;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n')
            expected += "\r\n";
        else if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
            expected += text[i];
    if (!expected.ends_with("\r\n") || text.empty()) {
        // A line without an end gets one.
        if (expected.ends_with('\r')) expected.pop_back();
        expected += "\r\n";
    }
    RC_ASSERT(as_read == expected);
}

TEST(A_mail, says_who_when_and_that_no_machine_should_answer) {
    const std::string mail = written(some_message());

    EXPECT_THAT(mail, HasSubstr("Date: Mon, 30 Nov 2026 08:05:00 +0000\r\n"));
    EXPECT_THAT(mail, HasSubstr("From: CLSPD de Laval\r\n <maillage@laval.example>\r\n"));
    EXPECT_THAT(mail, HasSubstr("To: <elue@laval.example>\r\n"));
    EXPECT_THAT(mail, HasSubstr("Message-ID: <0a1b-2c@laval.example>\r\n"));
    EXPECT_THAT(mail, HasSubstr("Subject: =?UTF-8?Q?Synth=C3=A8se_du_trimestre?=\r\n"));
    EXPECT_THAT(mail, HasSubstr("Auto-Submitted: auto-generated\r\n"));
    EXPECT_THAT(mail,
                HasSubstr("\r\n\r\nBonjour,\r\n\r\nDonn=C3=A9es =C3=A0 l=E2=80=99=C3=A9tude.\r\n=2E\r\n"));
    EXPECT_THAT(mail, Not(HasSubstr("List-Unsubscribe")));
}

TEST(A_mail, that_can_be_stopped_says_where) {
    Message message = some_message();
    message.stop_page = SiteAddress::create("https://maillage.laval.fr")->link("/laval/profile/mails");

    EXPECT_THAT(written(message),
                HasSubstr("List-Unsubscribe: <https://maillage.laval.fr/laval/profile/mails>\r\n"));
}

TEST(An_address, is_one_that_opens_no_header_and_no_command) {
    EXPECT_TRUE(Address::create("prenom.nom+clspd@mairie-laval.fr"));
    for (const char* const wrong :
         {"", "a", "a@", "@b.fr", "a@b@c.fr", "a b@c.fr", "a@b.fr\r\nBcc: x@y.fr", "a@b.fr>", "\"a\"@b.fr",
          "a..b@c.fr", ".a@b.fr", "é@b.fr", "a@bé.fr", "a@-b.fr", "a@b..fr", "a,b@c.fr"})
        EXPECT_FALSE(Address::create(wrong)) << wrong;
    EXPECT_FALSE(Address::create(std::string(250, 'a') + "@b.fr"));
}

TEST(The_address_of_the_site, leads_to_nothing_else) {
    EXPECT_EQ(SiteAddress::create("http://localhost:8080")->link("/laval"), "http://localhost:8080/laval");
    for (const char* const wrong :
         {"", "maillage.fr", "ftp://maillage.fr", "https://a@b.fr", "https://b.fr/", "https://b.fr/x",
          "https://b.fr:", "https://b.fr:1x", "https://b.fr>\r\nX: y"})
        EXPECT_FALSE(SiteAddress::create(wrong)) << wrong;
}

}  // namespace
}  // namespace maillage::platform::mail
