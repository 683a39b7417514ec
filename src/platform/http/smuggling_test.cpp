#include <gtest/gtest.h>

#include <atomic>

#include "platform/http/server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/smuggling_cases.hpp"

namespace maillage::platform::http {
namespace {

using test::RawConnection;

// Security requirement R41: one answer per request, the gate refuses, the connection ends.
TEST(A_smuggled_request, is_never_answered) {
    std::atomic<int> handled = 0;
    Server server({.hosts = {"localhost"}}, [&](Request&) {
        ++handled;
        return Response::text(200, "ok");
    });
    server.start();
    const auto cases = test::smuggling_cases();
    EXPECT_GE(cases.size(), 40U);

    for (const auto& smuggled : cases) {
        SCOPED_TRACE(smuggled.name);
        RawConnection connection(server.port());

        connection.send(smuggled.bytes + "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
        connection.finish_sending();
        const std::string bytes = connection.read_all();

        EXPECT_EQ(test::count_answers(bytes), 1U);
        const auto answer = test::parse_answer(bytes);
        EXPECT_EQ(answer.status, smuggled.status);
        EXPECT_EQ(answer.header("connection"), "close");
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
        EXPECT_TRUE(connection.is_closed());
    }
    EXPECT_EQ(handled, 0);
}

}  // namespace
}  // namespace maillage::platform::http
