#include "platform/http/compression.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace maillage::platform::http {
namespace {

std::string ungzip(std::string packed, std::size_t room) {
    std::string plain(room, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(room);
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

const std::string words(5000, 'a');

Response sent_to(std::string accepted, Response response) {
    Request request{.path = "/"};
    request.headers.add("accept-encoding", std::move(accepted));
    return compressed(request, std::move(response));
}
std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

TEST(A_page, is_compressed_for_who_accepts_it) {
    const Response gzip = sent_to("gzip, deflate", {.body = words}),
                   brotli = sent_to("gzip, br", {.body = words}), plain = sent_to("", {.body = words});

    EXPECT_EQ(header(gzip, "content-encoding"), "gzip");
    EXPECT_EQ(ungzip(std::get<std::string>(gzip.body), 10'000), words);
    EXPECT_EQ(header(brotli, "content-encoding"), "br");
    EXPECT_EQ(header(plain, "content-encoding"), "");
    EXPECT_EQ(std::get<std::string>(plain.body), words);
    for (const Response& response : {gzip, brotli, plain})
        EXPECT_EQ(header(response, "vary"), "accept-encoding");
}

TEST(A_page, is_left_alone_when_small_or_packed_or_secret) {
    Response secret{.body = words};
    leave_uncompressed(secret);

    EXPECT_TRUE(sent_to("br", {.body = words.substr(0, 1000)}).headers.empty());
    EXPECT_TRUE(sent_to("br", {.type = "image/png", .body = words}).headers.empty());
    EXPECT_TRUE(sent_to("br", {.body = std::make_shared<const std::string>(words)}).headers.empty());
    EXPECT_TRUE(sent_to("br", secret).headers.empty());
    EXPECT_EQ(std::get<std::string>(sent_to("br", secret).body), words);
}

}  // namespace
}  // namespace maillage::platform::http
