#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include "platform/cluster/child.hpp"
#include "platform/http/server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/smuggling_cases.hpp"

namespace maillage::platform::http {
namespace {

namespace fs = std::filesystem;
using test::RawConnection;

std::uint16_t free_port() {
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(probe, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    close(probe);
    return ntohs(address.sin_port);
}

// What ./dev test unpacked or found; Debian's place for who runs this program alone.
std::string nginx_program() {
    const char* named = std::getenv("MAILLAGE_NGINX");
    return named != nullptr ? named : "/usr/sbin/nginx";
}

// nginx as docs/howto/run-behind-nginx.md sets it up, without TLS, in front of a site on a socket.
class Nginx {
 public:
    explicit Nginx(const fs::path& folder) : folder_(folder), port_(free_port()) {
        const std::string at = folder_.string();
        std::ofstream(folder_ / "nginx.conf")
            << "daemon off; master_process off; pid " << at << "/pid; error_log " << at << "/error.log;\n"
            << "events {}\nhttp { log_format asked '$request'; access_log " << at << "/access.log asked;\n"
            << "client_header_timeout 1s; client_body_timeout 1s; lingering_close off;\n"
            << "client_body_temp_path " << at << "/body; proxy_temp_path " << at << "/proxy;\n"
            << "fastcgi_temp_path " << at << "/a; uwsgi_temp_path " << at << "/b; scgi_temp_path " << at
            << "/c;\n"
            << "server { listen 127.0.0.1:" << port_ << "; server_name localhost; client_max_body_size 11m;\n"
            << "location / { proxy_pass http://unix:" << at << "/site.sock:; proxy_http_version 1.1;\n"
            << "proxy_set_header Connection \"\"; proxy_set_header Host $host;\n"
            << "proxy_set_header X-Forwarded-For $remote_addr; } } }\n";
        process_ =
            cluster::spawn({.arguments = {nginx_program(), "-e", at + "/error.log", "-c", at + "/nginx.conf"},
                            .output = folder_ / "out"});
        for (int i = 0; i < 500 && !fs::exists(folder_ / "pid"); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ~Nginx() {
        kill(process_, SIGKILL);
        cluster::wait_for(process_);
    }
    Nginx(const Nginx&) = delete;

    std::uint16_t port() const { return port_; }
    // The request lines it took for one request each, since the last time.
    std::vector<std::string> asked() {
        std::ifstream log(folder_ / "access.log");
        std::vector<std::string> lines;
        std::size_t number = 0;
        for (std::string line; std::getline(log, line); ++number)
            if (number >= seen_) lines.push_back(line);
        seen_ = number;
        return lines;
    }

 private:
    fs::path folder_;
    std::uint16_t port_;
    pid_t process_ = 0;
    std::size_t seen_ = 0;
};

struct Handled {
    std::mutex mutex;
    std::vector<std::string> requests;

    std::vector<std::string> taken() {
        const std::scoped_lock lock(mutex);
        return std::exchange(requests, {});
    }
};

// Security requirement R41, the other half: what nginx lets through is what the site answers, request for
// request.
TEST(A_smuggled_request, is_not_answered_behind_nginx_either) {
    ASSERT_TRUE(fs::exists(nginx_program())) << "./dev test brings nginx along; install it to run this alone";
    const fs::path folder = fs::temp_directory_path() / ("smuggling-" + std::to_string(getpid()));
    fs::create_directories(folder);
    Handled handled;
    ServerOptions options;
    options.hosts = {"localhost"};
    options.unix_socket = (folder / "site.sock").string();
    Server server(std::move(options), [&](Request& request) {
        const std::scoped_lock lock(handled.mutex);
        handled.requests.push_back(request.path);
        return Response::text(200, "ok");
    });
    server.start();
    {
        Nginx nginx(folder);
        for (const auto& smuggled : test::smuggling_cases()) {
            SCOPED_TRACE(smuggled.name);
            RawConnection connection(nginx.port());
            connection.send(smuggled.bytes +
                            "GET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            connection.finish_sending();
            const std::string bytes = connection.read_all(std::chrono::milliseconds(3000));
            EXPECT_LE(test::count_answers(bytes), 2U);
        }
        // nginx writes its line once the answer has left.
        const auto answered = handled.taken();
        std::vector<std::string> asked;
        for (int i = 0; i < 1000 && asked.size() < answered.size(); ++i) {
            for (std::string& line : nginx.asked()) asked.push_back(std::move(line));
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        EXPECT_LE(answered.size(), asked.size()) << "the site saw a request that nginx did not";
        const auto hidden = [](const std::string& text) { return text.contains("/smuggled"); };
        EXPECT_LE(std::ranges::count_if(answered, hidden), std::ranges::count_if(asked, hidden));
        RawConnection plain(nginx.port());
        plain.send("GET /plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        EXPECT_EQ(test::parse_answer(plain.read_all()).status, 200) << "nginx and the site still speak";
    }
    server.stop();
    fs::remove_all(folder);
}

}  // namespace
}  // namespace maillage::platform::http
