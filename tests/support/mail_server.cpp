#include "tests/support/mail_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/new_folder.hpp"

namespace maillage::test {
namespace {

std::array<int, 2> new_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    return ends;
}

std::string first_line(int from) {
    std::string line;
    for (char c = 0; read(from, &c, 1) == 1 && c != '\n';) line += c;
    return line;
}

std::vector<std::string> arguments_of(const std::filesystem::path& folder,
                                      const MailServer::Options& options) {
    std::vector<std::string> arguments{"/usr/bin/python3",
                                       MAILLAGE_SOURCE_DIR "/tests/support/mail_server.py", folder, "--port",
                                       std::to_string(options.port)};
    std::string answers;
    for (const std::string& answer : options.answers) answers += (answers.empty() ? "" : ",") + answer;
    arguments.insert(arguments.end(), {"--answers", answers});
    if (options.tls) arguments.emplace_back("--tls");
    if (!options.user.empty())
        arguments.insert(arguments.end(), {"--user", options.user, "--password", options.password});
    return arguments;
}

}  // namespace

MailServer::MailServer(const Options& options) : folder_(new_folder()) {
    const auto [input_read, input_write] = new_pipe();
    const auto [output_read, output_write] = new_pipe();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input_read, 0);
    posix_spawn_file_actions_adddup2(&actions, output_write, 1);
    std::vector<std::string> arguments = arguments_of(folder_, options);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    const int failed = posix_spawn(&process_, pointers.front(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(input_read);
    close(output_write);
    to_it_ = input_write;
    const std::string said = failed == 0 ? first_line(output_read) : std::string();
    close(output_read);
    if (!said.starts_with("PORT ")) throw std::runtime_error("the mail server of the tests does not start");
    port_ = std::stoll(said.substr(5));
}

MailServer::~MailServer() {
    close(to_it_);
    waitpid(process_, nullptr, 0);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::vector<std::string> MailServer::files(const std::string& ending) const {
    std::vector<std::string> texts;
    for (int i = 1;; ++i) {
        std::ifstream file(folder_ / (std::to_string(i) + ending), std::ios::binary);
        if (!file) return texts;
        std::ostringstream text;
        text << file.rdbuf();
        texts.push_back(text.str());
    }
}

std::vector<std::string> MailServer::taken() const { return files(".json"); }
std::vector<std::string> MailServer::raw() const { return files(".eml"); }

platform::mail::Relay relay_at(std::int64_t port) {
    return {.host = "127.0.0.1",
            .port = port,
            .tls = platform::mail::Relay::Tls::none,
            .ca_file = {},
            .user = {},
            .password = {},
            .from = *platform::mail::Address::create("maillage@laval.example"),
            .from_name = *platform::mail::HeaderText::create("Maillage, CLSPD de Laval"),
            .site = *platform::mail::SiteAddress::create("https://maillage.laval.example")};
}

std::int64_t free_port() {
    const int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = bind(listening, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(listening);
    if (!bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

}  // namespace maillage::test
