#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "platform/oidc/settings.hpp"

namespace maillage::test {

// tests/support/glewlwyd.py: Debian's identity provider on a port of its own. It ends with this object.
class Glewlwyd {
 public:
    Glewlwyd();
    ~Glewlwyd();
    Glewlwyd(const Glewlwyd&) = delete;
    Glewlwyd& operator=(const Glewlwyd&) = delete;

    platform::oidc::Settings settings() const;
    // Its one person signs in at the address that the site sent them to: the path on our site that they come
    // back by.
    std::string way_back_of(const std::string& address) const;

 private:
    std::filesystem::path folder_;
    std::int64_t port_;
    int process_ = 0;
};

}  // namespace maillage::test
