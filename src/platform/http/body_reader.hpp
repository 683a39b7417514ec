#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/gate.hpp"

namespace maillage::platform::http {

// Takes the bytes after a head and gives the body: by its length, or chunk by chunk. No chunk extension and
// no trailer (nothing uses them but smuggling). Pure: fuzzed without a socket.
class BodyReader {
 public:
    enum class State { incomplete, complete, malformed, too_large };

    BodyReader(Framing framing, std::uint64_t length, std::size_t limit);
    // Eats from the front of `bytes`; what is left after `complete` belongs to the next request.
    State feed(std::string_view& bytes);
    std::string take() { return std::move(body_); }

 private:
    enum class Part {
        by_length,
        size_line,
        size_return,
        data,
        data_return,
        data_newline,
        last_return,
        last_newline
    };

    State feed_chunked(std::string_view& bytes);
    State read_size(char c);
    void copy(std::string_view& bytes);

    Part part_;
    std::uint64_t left_;  // bytes of the body or of the chunk still to come
    unsigned digits_ = 0;
    std::size_t limit_;
    std::string body_;
};

}  // namespace maillage::platform::http
