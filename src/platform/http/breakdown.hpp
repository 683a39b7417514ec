#pragma once

#include <exception>
#include <string>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// What a handler's exception means to the one who asked. The exception's own words are for the log alone.
enum class Breakdown { unavailable, disk_full, bug };

Breakdown classify(const std::exception_ptr& thrown);
// Its words, for the log.
std::string what_of(const std::exception_ptr& thrown);
// 503, 507 or 500.
int status_of(Breakdown breakdown);
// The answer without page or language: what is sent when app gives no renderer, or when it fails too.
Response plain_breakdown(const Request& request, const std::exception_ptr& thrown);
// "503 …" in plain text for refusals of the kernel (400, 408, 413, 421, 431, 503).
Response plain_refusal(int status);

}  // namespace maillage::platform::http
