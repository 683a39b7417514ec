#pragma once

#include <string>
#include <string_view>

namespace maillage::platform::http {

// One server-sent event; data of several lines stays one event, no data is a comment that says nothing.
std::string event_text(std::string_view data);

}  // namespace maillage::platform::http
