#include "tests/support/glewlwyd.hpp"

#include <signal.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "platform/cluster/child.hpp"
#include "tests/support/mail_server.hpp"
#include "tests/support/new_folder.hpp"

namespace maillage::test {
namespace {

constexpr std::string_view site = "http://127.0.0.1";

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The line that the script prints.
std::string said(const std::filesystem::path& folder, std::vector<std::string> words) {
    namespace cluster = platform::cluster;
    // What is written there is added to what stands there.
    const std::string output = folder / ("said-" + words.front());
    std::filesystem::remove(output);
    words.insert(words.begin(), {"/usr/bin/python3", MAILLAGE_SOURCE_DIR "/tests/support/glewlwyd.py"});
    const int status = cluster::wait_for(cluster::spawn({.arguments = std::move(words), .output = output}));
    const std::string line = text_of(output);
    if (status != 0) throw std::runtime_error("glewlwyd.py: " + line + text_of(folder / "provider.log"));
    return line.substr(0, line.find('\n'));
}

}  // namespace

Glewlwyd::Glewlwyd() : folder_(new_folder()), port_(free_port()) {
    process_ = std::stoi(said(folder_, {"start", folder_, std::to_string(port_),
                                        std::string(site) + std::string(platform::oidc::way_back)}));
}

Glewlwyd::~Glewlwyd() {
    if (process_ > 1) kill(process_, SIGTERM);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

platform::oidc::Settings Glewlwyd::settings() const {
    return {.issuer = "http://127.0.0.1:" + std::to_string(port_) + "/api/oidc",
            .name = "Glewlwyd",
            .client_id = "maillage",
            .client_secret = "secret",
            .site = std::string(site),
            .ca_file = {},
            .acr_values = {},
            .second_factor_acr = {}};
}

std::string Glewlwyd::way_back_of(const std::string& address) const {
    return said(folder_, {"sign-in", std::to_string(port_), address}).substr(site.size());
}

}  // namespace maillage::test
