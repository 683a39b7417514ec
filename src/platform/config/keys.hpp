#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "platform/config/configuration.hpp"

namespace maillage::platform::config {

struct TextKey {
    enum class Meaning : std::uint8_t {
        words,
        path,         // relative to the configuration file's folder
        secret_file,  // a path; may also come from the environment
        connection,   // libpq's key=value form, without a password
        loopback      // an address of this machine only
    };
    std::string& (*at)(Configuration&);
    std::string_view fallback;
    Meaning meaning = Meaning::words;
};
struct ChoiceKey {
    std::string& (*at)(Configuration&);
    std::string_view fallback;
    std::string_view allowed;  // separated by spaces
};
struct NumberKey {
    std::int64_t& (*at)(Configuration&);
    std::int64_t fallback, least, most;
};
struct FlagKey {
    bool& (*at)(Configuration&);
    bool fallback;
};
struct ListKey {
    std::vector<std::string>& (*at)(Configuration&);
    std::string_view fallback;  // separated by spaces
};

struct Key {
    std::string_view name;
    std::variant<TextKey, ChoiceKey, NumberKey, FlagKey, ListKey> value;
    std::string_view english, french;
};

// Every key there is, in the order of the reference page.
std::span<const Key> keys();

// "context.key_file" → "MAILLAGE_CONTEXT_KEY_FILE"
std::string environment_name(std::string_view key);

}  // namespace maillage::platform::config
