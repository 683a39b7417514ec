#include "platform/http/body_reader.hpp"

namespace maillage::platform::http {
namespace {

// 16^8 is far past every limit: a longer size is an overflow or padding.
constexpr unsigned most_digits = 8;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

BodyReader::BodyReader(Framing framing, std::uint64_t length, std::size_t limit)
    : part_(framing == Framing::chunked ? Part::size_line : Part::by_length),
      left_(framing == Framing::length ? length : 0),
      limit_(limit) {}

BodyReader::State BodyReader::feed(std::string_view& bytes) {
    if (part_ != Part::by_length) return feed_chunked(bytes);
    if (left_ > limit_ - std::min(limit_, body_.size())) return State::too_large;
    copy(bytes);
    return left_ == 0 ? State::complete : State::incomplete;
}

void BodyReader::copy(std::string_view& bytes) {
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()));
    body_.append(bytes.substr(0, count));
    bytes.remove_prefix(count);
    left_ -= count;
}

BodyReader::State BodyReader::read_size(char c) {
    const int value = hex_value(c);
    if (value >= 0) {
        if (++digits_ > most_digits) return State::malformed;
        left_ = left_ * 16 + static_cast<std::uint64_t>(value);
        return State::incomplete;
    }
    if (c != '\r' || digits_ == 0) return State::malformed;  // ';' begins an extension
    if (left_ > limit_ - std::min(limit_, body_.size())) return State::too_large;
    part_ = Part::size_return;
    return State::incomplete;
}

BodyReader::State BodyReader::feed_chunked(std::string_view& bytes) {
    const auto expect = [this](char c, char wanted, Part next) {
        part_ = next;
        return c == wanted ? State::incomplete : State::malformed;
    };
    while (!bytes.empty()) {
        if (part_ == Part::data) {
            copy(bytes);
            if (left_ == 0) part_ = Part::data_return;
            continue;
        }
        const char c = bytes.front();
        bytes.remove_prefix(1);
        State state = State::incomplete;
        switch (part_) {
        case Part::size_line: state = read_size(c); break;
        case Part::size_return: state = expect(c, '\n', left_ > 0 ? Part::data : Part::last_return); break;
        case Part::data_return: state = expect(c, '\r', Part::data_newline); break;
        case Part::data_newline:
            digits_ = 0;
            state = expect(c, '\n', Part::size_line);
            break;
        case Part::last_return: state = expect(c, '\r', Part::last_newline); break;  // else: a trailer
        case Part::last_newline: return c == '\n' ? State::complete : State::malformed;
        case Part::data:
        case Part::by_length: break;
        }
        if (state != State::incomplete) return state;
    }
    return State::incomplete;
}

}  // namespace maillage::platform::http
