#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/config/configuration.hpp"

namespace maillage::platform::oidc {

// The path of this site that the provider sends people back to.
inline constexpr std::string_view way_back = "/sign-in/provider/back";

// The provider of this installation and what it knows us by.
struct Settings {
    std::string issuer, name, client_id, client_secret;
    std::string site;  // "https://maillage.example"
    std::string ca_file, acr_values;
    std::vector<std::string> second_factor_acr;
    bool signed_userinfo = true;
};

// What is wrong with the keys `oidc.*` together.
enum class SettingsRefusal : std::uint8_t { bad_issuer, bad_name, bad_client_id, bad_secret_file, bad_site };
std::string_view key_of(SettingsRefusal refusal);

// Nothing when oidc.issuer is empty: local accounts alone.
std::expected<std::optional<Settings>, SettingsRefusal> settings_of(
    const config::Configuration& configuration);

}  // namespace maillage::platform::oidc
