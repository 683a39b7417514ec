#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/config/problem.hpp"

// The installation's one TOML file, as values. Keys, defaults and limits: keys.cpp, the only table; the
// reference page docs/reference/configuration.md is generated from it.
namespace maillage::platform::config {

struct Site {
    std::string address;
    std::int64_t port = 0;
    std::string unix_socket;  // not empty: listens there instead
    std::vector<std::string> hosts;
};

struct Configuration {
    struct {
        Site agents, public_;
    } sites;
    struct {
        bool behind_proxy = false;
    } tls;
    struct {
        std::int64_t workers = 0, io_threads = 0;
        std::int64_t requests_per_second = 0, burst = 0;  // of one address; 0: no limit
    } http;
    struct {
        std::string connection;  // empty: the private cluster
        std::int64_t pool = 0;
    } database;
    struct {
        std::string folder;
    } cluster, assets, locales, help, data;
    struct {
        std::string key_file;
    } context, identity;
    struct {
        std::string level;
    } log;
    struct {
        std::string address;
        std::int64_t port = 0;
    } metrics;
    struct {
        std::int64_t idle_minutes = 0, absolute_hours = 0;
    } session;
    struct {
        std::int64_t workers = 0, pdf_seconds = 0, pdf_megabytes = 0;
    } jobs;
    struct {
        std::string host;  // empty: this installation sends no mail
        std::int64_t port = 0;
        bool starttls = false;
        std::string ca_file, user, password_file, from, from_name, site;
    } mail;
    struct {
        std::string issuer;  // empty: local accounts alone
        std::string name, client_id, client_secret_file, site, ca_file, acr_values;
        std::vector<std::string> second_factor_acr;
        bool signed_userinfo = false;
    } oidc;
    struct {
        std::string scanner_socket;  // empty: no virus scanner is asked
    } uploads;
    std::string time_zone;
};

// Every key at its default.
Configuration default_configuration();

// `environment` may replace the path of a secret's file, and nothing else: MAILLAGE_CONTEXT_KEY_FILE for
// context.key_file.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
std::expected<Configuration, std::vector<Problem>> read_configuration(std::string_view toml,
                                                                      const Environment& environment);

// The file at `path`; relative paths in it start from its own folder.
std::expected<Configuration, std::vector<Problem>> load_configuration(const std::string& path,
                                                                      const Environment& environment);

// The process's environment, for the two functions above.
std::optional<std::string> process_environment(const std::string& name);

// The text of docs/reference/configuration.md.
std::string configuration_reference();

}  // namespace maillage::platform::config
