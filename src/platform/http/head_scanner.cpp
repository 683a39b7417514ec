#include "platform/http/gate.hpp"

namespace maillage::platform::http {

HeadScanner::State HeadScanner::scan(std::string_view bytes) {
    for (; at_ < bytes.size(); ++at_) {
        const char c = bytes[at_];
        if (after_return_) {
            if (c != '\n') return State::malformed;  // bare CR
            after_return_ = false;
            if (line_is_empty_) {
                if (first_line_) return State::malformed;  // an empty line before the request line
                ++at_;
                return State::complete;
            }
            line_is_empty_ = true;
            first_line_ = false;
            continue;
        }
        if (c == '\r') {
            after_return_ = true;
            continue;
        }
        // Also bare LF, NUL, and the first byte of a TLS greeting.
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < ' ' && c != '\t') || byte == 0x7F) return State::malformed;
        line_is_empty_ = false;
    }
    return State::incomplete;
}

}  // namespace maillage::platform::http
