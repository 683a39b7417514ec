#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::platform::oidc {

// The two signatures that are taken: a public key stands behind both.
enum class Algorithm : std::uint8_t { rs256, es256 };
std::optional<Algorithm> algorithm_of(std::string_view name);

struct PublishedKey {
    std::string id;
    Algorithm algorithm;
    std::string jwk;  // its public members alone
};

// The keys that a provider publishes (RFC 7517), those of them that sign by one of the two. Others are left
// out, so that a provider may publish what we do not know.
class KeySet {
 public:
    // Nothing when `document` is not a set of keys.
    static std::optional<KeySet> parse(std::string_view document);

    const PublishedKey* find(std::string_view id) const;
    std::size_t size() const { return keys_.size(); }

 private:
    std::vector<PublishedKey> keys_;
};

}  // namespace maillage::platform::oidc
