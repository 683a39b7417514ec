#include "platform/http/body_reader.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::http {
namespace {

using State = BodyReader::State;

State feed(BodyReader& reader, std::string_view bytes, std::string_view expected_rest = {}) {
    const State state = reader.feed(bytes);
    EXPECT_EQ(bytes, expected_rest);
    return state;
}
State chunked(std::string_view bytes, std::size_t limit = 100) {
    BodyReader reader(Framing::chunked, 0, limit);
    return reader.feed(bytes);
}

TEST(A_body, of_known_length_leaves_the_next_request_alone) {
    BodyReader reader(Framing::length, 5, 100);

    EXPECT_EQ(feed(reader, "abc"), State::incomplete);
    EXPECT_EQ(feed(reader, "deGET /", "GET /"), State::complete);
    EXPECT_EQ(reader.take(), "abcde");
}

TEST(A_body, in_chunks_is_the_same_wherever_the_bytes_are_cut) {
    const std::string_view bytes = "3\r\nabc\r\n0a\r\n0123456789\r\n0\r\n\r\n";
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        BodyReader reader(Framing::chunked, 0, 100);
        EXPECT_EQ(feed(reader, bytes.substr(0, cut)), State::incomplete);
        EXPECT_EQ(feed(reader, bytes.substr(cut)), State::complete);
        EXPECT_EQ(reader.take(), "abc0123456789");
    }
}

TEST(A_body, in_chunks_has_no_extension_no_trailer_and_no_odd_line) {
    for (const std::string_view bytes :
         {"3;a=b\r\nabc\r\n0\r\n\r\n", "3 \r\nabc", " 3\r\nabc", "3\nabc", "3\r\r\nabc", "\r\n", "0x3\r\nabc",
          "-1\r\n", "3\r\nabcd", "3\r\nabc\n0\r\n\r\n", "3\r\nabc\rX", "0\r\nX-A: b\r\n\r\n", "0\r\n\n",
          "0\r\n\rX", "000000003\r\nabc", "FFFFFFFFF\r\n", "g\r\n", ";\r\n"})
        EXPECT_EQ(chunked(bytes), State::malformed) << bytes;
}

TEST(A_body, stops_at_its_limit) {
    EXPECT_EQ(chunked("64\r\n"), State::incomplete);
    EXPECT_EQ(chunked("65\r\n"), State::too_large);
    EXPECT_EQ(chunked("3\r\nabc\r\n62\r\n"), State::too_large);
    EXPECT_EQ(chunked("FFFFFFFF\r\n"), State::too_large);
    BodyReader reader(Framing::length, 101, 100);
    EXPECT_EQ(feed(reader, ""), State::too_large);
}

}  // namespace
}  // namespace maillage::platform::http
