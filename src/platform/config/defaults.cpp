#include "foundation/text.hpp"
#include "platform/config/keys.hpp"

namespace maillage::platform::config {
namespace {

void set(const TextKey& key, Configuration& to) { key.at(to) = key.fallback; }
void set(const ChoiceKey& key, Configuration& to) { key.at(to) = key.fallback; }
void set(const NumberKey& key, Configuration& to) { key.at(to) = key.fallback; }
void set(const FlagKey& key, Configuration& to) { key.at(to) = key.fallback; }
void set(const ListKey& key, Configuration& to) {
    for (const std::string_view word : foundation::split(key.fallback, ' ')) key.at(to).emplace_back(word);
}

}  // namespace

Configuration default_configuration() {
    Configuration configuration;
    for (const Key& key : keys()) std::visit([&](const auto& kind) { set(kind, configuration); }, key.value);
    return configuration;
}

}  // namespace maillage::platform::config
