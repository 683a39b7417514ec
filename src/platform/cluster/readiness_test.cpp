#include "platform/cluster/readiness.hpp"

#include <gtest/gtest.h>

#include <string>

namespace maillage::platform::cluster {
namespace {

TEST(A_service, says_that_it_serves_without_waiting_for_a_launcher_that_does_not_read) {
    ReadyInbox inbox;
    for (int i = 0; i < 500; ++i) tell_ready("agents " + std::to_string(i));
    EXPECT_EQ(inbox.next(), "agents 0");
    int heard = 1;
    while (inbox.next()) ++heard;
    EXPECT_LT(heard, 500);
    tell_ready("agents again");
    EXPECT_EQ(inbox.next(), "agents again");
}

}  // namespace
}  // namespace maillage::platform::cluster
