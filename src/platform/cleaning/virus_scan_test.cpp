#include "platform/cleaning/virus_scan.hpp"

#include <gtest/gtest.h>

#include "tests/support/virus_daemon.hpp"

namespace maillage::platform::cleaning {
namespace {

using Manner = test::VirusDaemon::Manner;
using namespace std::chrono_literals;

TEST(A_virus_scan, tells_a_clean_file_from_one_with_a_known_virus_wherever_it_stands) {
    const test::VirusDaemon daemon;
    const std::string large(700'000, 'a');

    EXPECT_EQ(scan(daemon.socket_path(), "bonjour"), ScanVerdict::clean);
    EXPECT_EQ(scan(daemon.socket_path(), large), ScanVerdict::clean);
    EXPECT_EQ(scan(daemon.socket_path(), test::eicar()), ScanVerdict::infected);
    EXPECT_EQ(scan(daemon.socket_path(), large + test::eicar()), ScanVerdict::infected);
}

// F15
TEST(A_virus_scan, without_an_answer_that_is_a_verdict_knows_nothing) {
    const test::VirusDaemon silent(Manner::silent), rude(Manner::rude), low(Manner::small);

    EXPECT_EQ(scan("/nonexistent/clamd.sock", "bonjour"), ScanVerdict::no_answer);
    EXPECT_EQ(scan(std::string(300, 'x'), "bonjour"), ScanVerdict::no_answer);
    EXPECT_EQ(scan(silent.socket_path(), "bonjour", 50ms), ScanVerdict::no_answer);
    EXPECT_EQ(scan(rude.socket_path(), "bonjour"), ScanVerdict::no_answer);
    EXPECT_NE(scan(low.socket_path(), std::string(700'000, 'a')), ScanVerdict::clean);
}

}  // namespace
}  // namespace maillage::platform::cleaning
