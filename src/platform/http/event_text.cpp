#include "platform/http/event_text.hpp"

#include "foundation/text.hpp"

namespace maillage::platform::http {

std::string event_text(std::string_view data) {
    if (data.empty()) return ":\n\n";
    std::string text;
    for (std::string_view line : foundation::split(data, '\n')) {
        text += "data: ";
        for (const char c : line)
            if (c != '\r') text += c;
        text += '\n';
    }
    return text + "\n";
}

}  // namespace maillage::platform::http
