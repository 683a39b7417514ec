#include "platform/mail/smtp.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "platform/mail/message.hpp"
#include "tests/support/mail_server.hpp"

namespace maillage::platform::mail {
namespace {

using namespace std::chrono_literals;
using test::free_port;
using test::MailServer;
using test::relay_at;
using testing::AllOf;
using testing::HasSubstr;
using Why = SendTrouble::Why;

const Address to = *Address::create("elue@laval.example");

std::expected<void, SendTrouble> sent_by(const Relay& relay) {
    return send(
        relay, to,
        written({.from = relay.from,
                 .from_name = relay.from_name,
                 .to = to,
                 .subject = *HeaderText::create("Synthèse du trimestre : où en est la stratégie ? — n° 4"),
                 .text = "Chère élue,\n\n.\nFrom ici : " + std::string(200, 'x') + " fin \n",
                 .id = "a-1",
                 .date = std::chrono::sys_days(std::chrono::year(2026) / 11 / 30) + 8h}));
}

TEST(A_mail, is_read_by_another_program_as_it_was_written) {
    const MailServer server;

    ASSERT_TRUE(sent_by(relay_at(server.port())));

    ASSERT_EQ(server.taken().size(), 1U);
    EXPECT_THAT(
        server.taken().front(),
        AllOf(HasSubstr(R"("to": ["elue@laval.example"])"), HasSubstr(R"("defects": [])"),
              HasSubstr(R"("bare": 0)"),
              HasSubstr(R"("subject": "Synthèse du trimestre : où en est la stratégie ? — n° 4")"),
              HasSubstr(R"("from": "\"Maillage, CLSPD de Laval\" <maillage@laval.example>")"),
              HasSubstr(R"("text": "Chère élue,\n\n.\nFrom ici : xxx)"), HasSubstr(R"(xxx fin \n")")));
}

TEST(A_relay, that_is_down_refuses_or_is_busy_is_told_apart) {
    const auto nobody = sent_by(relay_at(free_port()));
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().why, Why::unreachable);

    const MailServer server({.answers = {"451", "550"}});
    const auto busy = sent_by(relay_at(server.port()));
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().why, Why::refused_for_now);
    EXPECT_EQ(busy.error().code, 451);
    const auto refused = sent_by(relay_at(server.port()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().why, Why::refused);
    EXPECT_EQ(refused.error().code, 550);
    EXPECT_FALSE(may_pass_later(refused.error()));
    EXPECT_TRUE(server.taken().empty());
}

TEST(A_mail, goes_under_a_certificate_that_is_checked) {
    const MailServer server({.tls = true});
    Relay relay = relay_at(server.port());
    relay.tls = Relay::Tls::required;

    // Nobody vouches for it.
    const auto stranger = sent_by(relay);
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().why, Why::no_tls);
    relay.ca_file = server.authority();
    EXPECT_TRUE(sent_by(relay));
    ASSERT_EQ(server.taken().size(), 1U);
    EXPECT_THAT(server.taken().front(), HasSubstr(R"("encrypted": true)"));
}

TEST(A_mail, does_not_go_to_a_server_that_offers_no_encryption) {
    const MailServer server;
    Relay relay = relay_at(server.port());
    relay.tls = Relay::Tls::required;

    const auto plain = sent_by(relay);

    ASSERT_FALSE(plain);
    EXPECT_EQ(plain.error().why, Why::no_tls);
    EXPECT_TRUE(server.taken().empty());
}

TEST(A_relay, is_tried_with_its_user_and_nothing_is_sent) {
    const MailServer server({.tls = true, .user = "maillage", .password = "un mot"});
    Relay relay = relay_at(server.port());
    relay.tls = Relay::Tls::required;
    relay.ca_file = server.authority();
    relay.user = "maillage";
    relay.password = "un autre";

    const auto wrong = try_relay(relay);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().why, Why::not_signed_in);
    relay.password = "un mot";
    EXPECT_TRUE(try_relay(relay));
    EXPECT_TRUE(server.taken().empty());
    EXPECT_TRUE(sent_by(relay));
}

TEST(The_relay_of_a_configuration, is_none_or_whole) {
    config::Configuration configuration = config::default_configuration();
    EXPECT_FALSE(relay_of(configuration).value().has_value());

    configuration.mail.host = "smtp.laval.example";
    EXPECT_EQ(relay_of(configuration).error(), RelayRefusal::bad_from);
    configuration.mail.from = "maillage@laval.example";
    EXPECT_EQ(relay_of(configuration).error(), RelayRefusal::bad_site);
    configuration.mail.site = "https://maillage.laval.example";
    ASSERT_TRUE(relay_of(configuration).value().has_value());
    EXPECT_EQ((*relay_of(configuration))->site.link("/laval"), "https://maillage.laval.example/laval");
    EXPECT_EQ((*relay_of(configuration))->tls, Relay::Tls::required);

    configuration.mail.starttls = false;
    EXPECT_EQ(relay_of(configuration).error(), RelayRefusal::tls_needed);
    configuration.mail.host = "127.0.0.1";
    EXPECT_EQ((*relay_of(configuration))->tls, Relay::Tls::none);
    configuration.mail.user = "maillage";
    configuration.mail.password_file = "/nonexistent/password";
    EXPECT_EQ(relay_of(configuration).error(), RelayRefusal::bad_password_file);
    configuration.mail.host = "127.0.0.1/x?y";
    EXPECT_EQ(relay_of(configuration).error(), RelayRefusal::bad_host);
}

}  // namespace
}  // namespace maillage::platform::mail
