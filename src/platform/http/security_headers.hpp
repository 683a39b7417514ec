#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

enum class Site { agents, residents };
enum class Transport { plain, behind_tls };

struct SecurityOptions {
    Site site = Site::agents;
    Transport transport = Transport::plain;  // behind_tls: adds Strict-Transport-Security
    std::string reports = {};                // path that receives CSP reports; empty: none
};

// The constant set of headers that every answer carries, refusals and assets included. No nonce, no hash:
// nothing runs through the templates and public pages stay cacheable.
class SecurityHeaders {
 public:
    explicit SecurityHeaders(const SecurityOptions& options);
    // Appends the lines of the set to a head; a header that the response names itself replaces ours.
    void append_to(std::string& head, const Response& response) const;
    const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

// A name with a hash of its content: never asked for again.
void cache_forever(Response& response);
// A public page, the same for everybody; a response that sets a cookie stays uncached.
void cache_publicly(Response& response, std::chrono::seconds age);

}  // namespace maillage::platform::http
