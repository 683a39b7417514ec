#include "platform/oidc/settings.hpp"

#include "foundation/text.hpp"
#include "platform/config/secret_file.hpp"
#include "platform/oidc/web_address.hpp"

namespace maillage::platform::oidc {

std::string_view key_of(SettingsRefusal refusal) {
    switch (refusal) {
    case SettingsRefusal::bad_issuer: return "oidc.issuer";
    case SettingsRefusal::bad_name: return "oidc.name";
    case SettingsRefusal::bad_client_id: return "oidc.client_id";
    case SettingsRefusal::bad_secret_file: return "oidc.client_secret_file";
    case SettingsRefusal::bad_site: return "oidc.site";
    }
    __builtin_unreachable();
}

std::expected<std::optional<Settings>, SettingsRefusal> settings_of(
    const config::Configuration& configuration) {
    const auto& keys = configuration.oidc;
    if (keys.issuer.empty()) return std::nullopt;
    constexpr std::size_t longest_name = 60;
    const bool plain = keys.issuer.find('?') == keys.issuer.npos && !keys.issuer.ends_with('/');
    if (!plain || !origin_of(keys.issuer)) return std::unexpected(SettingsRefusal::bad_issuer);
    if (keys.name.empty() || foundation::length_in_characters(keys.name) > longest_name)
        return std::unexpected(SettingsRefusal::bad_name);
    if (keys.client_id.empty()) return std::unexpected(SettingsRefusal::bad_client_id);
    // An origin and nothing after it.
    if (origin_of(keys.site) != keys.site) return std::unexpected(SettingsRefusal::bad_site);
    // A secret that somebody else chose: of any length.
    const auto secret = config::read_secret_file(keys.client_secret_file, 1);
    if (!secret) return std::unexpected(SettingsRefusal::bad_secret_file);
    return Settings{.issuer = keys.issuer,
                    .name = keys.name,
                    .client_id = keys.client_id,
                    .client_secret = *secret,
                    .site = keys.site,
                    .ca_file = keys.ca_file,
                    .acr_values = keys.acr_values,
                    .second_factor_acr = keys.second_factor_acr,
                    .signed_userinfo = keys.signed_userinfo};
}

}  // namespace maillage::platform::oidc
