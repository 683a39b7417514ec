#include "platform/oidc/settings.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace maillage::platform::oidc {
namespace {

struct The_keys_of_the_provider : testing::Test {
    std::filesystem::path file;
    config::Configuration configuration = config::default_configuration();

    The_keys_of_the_provider() {
        std::string pattern = (std::filesystem::temp_directory_path() / "maillage-secret-XXXXXX").string();
        const int descriptor = mkstemp(pattern.data());
        fchmod(descriptor, 0600);
        close(descriptor);
        file = pattern;
        std::ofstream(file) << "s\n";
        auto& keys = configuration.oidc;
        keys.issuer = "https://auth.example.test/api";
        keys.client_id = "maillage";
        keys.client_secret_file = file;
        keys.site = "https://maillage.example.test";
    }
    ~The_keys_of_the_provider() override { std::filesystem::remove(file); }
    SettingsRefusal refused() const { return settings_of(configuration).error(); }
};

TEST_F(The_keys_of_the_provider, name_it) {
    const auto settings = settings_of(configuration);
    ASSERT_TRUE(settings && *settings);
    EXPECT_EQ((*settings)->client_secret, "s");
    EXPECT_EQ((*settings)->name, "ProConnect");
    EXPECT_TRUE((*settings)->signed_userinfo);
}
TEST_F(The_keys_of_the_provider, may_be_left_out_together) {
    EXPECT_FALSE(settings_of(config::default_configuration()).value().has_value());
}
TEST_F(The_keys_of_the_provider, name_an_issuer_that_is_spoken_to_over_https) {
    for (const std::string issuer :
         {"http://auth.example.test", "https://", "auth.example.test", "https://auth.example.test/",
          "https://auth.example.test?x=1", "https://a@auth.example.test", "https://auth.example.test#x",
          "http://localhost.example.test", "http://10.0.0.1"}) {
        configuration.oidc.issuer = issuer;
        EXPECT_EQ(refused(), SettingsRefusal::bad_issuer) << issuer;
    }
    configuration.oidc.issuer = "http://127.0.0.1:18593/api";
    EXPECT_TRUE(settings_of(configuration)) << "of this machine itself";
}
TEST_F(The_keys_of_the_provider, name_the_site_without_a_path) {
    for (const std::string site : {"", "https://maillage.example.test/", "https://maillage.example.test/a"}) {
        configuration.oidc.site = site;
        EXPECT_EQ(refused(), SettingsRefusal::bad_site) << site;
    }
}
TEST_F(The_keys_of_the_provider, name_the_site_by_name_and_secret) {
    configuration.oidc.client_id = "";
    EXPECT_EQ(refused(), SettingsRefusal::bad_client_id);
    configuration.oidc.client_id = "maillage";
    std::filesystem::permissions(file, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    EXPECT_EQ(refused(), SettingsRefusal::bad_secret_file);
    configuration.oidc.name = "";
    EXPECT_EQ(refused(), SettingsRefusal::bad_name);
}

}  // namespace
}  // namespace maillage::platform::oidc
