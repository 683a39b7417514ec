#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// In the order of the Allow header.
inline constexpr std::array<std::pair<Method, std::string_view>, 7> method_names{
    {{Method::get, "GET"},
     {Method::head, "HEAD"},
     {Method::post, "POST"},
     {Method::put, "PUT"},
     {Method::patch, "PATCH"},
     {Method::delete_, "DELETE"},
     {Method::options, "OPTIONS"}}};

constexpr std::string_view name_of(Method method) {
    return std::ranges::find(method_names, method, &std::pair<Method, std::string_view>::first)->second;
}

}  // namespace maillage::platform::http
