#include "app/up_command.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "platform/sql.hpp"

// The launcher as a process of its own, with a small program in the place of the sites.
namespace maillage::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stand_in = R"(#!/usr/bin/python3
import http.server, os, signal, socket, sys
class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *words): pass
    def do_GET(self):
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()
if "worker" in sys.argv:
    signal.pause()
name = sys.argv[sys.argv.index("--site") + 1]
with open(os.environ["STAND_IN_FOLDER"] + "/" + name, "w") as file: file.write(str(os.getpid()))
port = os.environ["PORT_" + name]
try: server = http.server.HTTPServer(("127.0.0.1", int(port)), Site)
except OSError: sys.exit(1)
inbox = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
inbox.sendto(f"READY=1\nSTATUS={name} http://localhost:{port}/".encode(), os.environ["NOTIFY_SOCKET"].replace("@", "\0", 1))
server.serve_forever()
)";

std::uint16_t free_port() {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(bind(probe, reinterpret_cast<sockaddr*>(&address), length), 0);
    EXPECT_EQ(getsockname(probe, reinterpret_cast<sockaddr*>(&address), &length), 0);
    close(probe);
    return ntohs(address.sin_port);
}

bool answers(std::uint16_t port) {
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    close(connection);
    return connected;
}

template <class Condition>
bool comes_true(Condition condition) {
    for (int i = 0; i < 4000 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return condition();
}

class Launched {
 public:
    explicit Launched(std::uint16_t agents_port = free_port())
        : agents(agents_port), folder_(fs::temp_directory_path() / ("launched-" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        fs::permissions(folder_, fs::perms(0777));  // the stand-ins write there under their own account
        std::ofstream(folder_ / "program") << stand_in;
        fs::permissions(folder_ / "program", fs::perms(0755));
        setenv("STAND_IN_FOLDER", folder_.c_str(), 1);
        setenv("PORT_agents", std::to_string(agents).c_str(), 1);
        setenv("PORT_public", std::to_string(residents).c_str(), 1);
        // The words that the test runner still holds in its buffer are not the child's to print.
        std::fflush(nullptr);
        launcher = fork();
        if (launcher == 0) run();
    }
    ~Launched() {
        if (launcher > 0) {
            kill(launcher, SIGKILL);
            waitpid(launcher, nullptr, 0);
        }
        comes_true([&] { return !server_lives(); });
        fs::remove_all(folder_);
    }
    std::string said() const {
        std::ifstream in(folder_ / "out");
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool ready() const { return said().find("READY ") != std::string::npos; }
    pid_t site(const std::string& name) const {
        pid_t pid = 0;
        std::ifstream(folder_ / name) >> pid;
        return pid;
    }
    bool server_lives() const {
        pid_t pid = 0;
        std::ifstream(folder_ / "var/cluster/data/postmaster.pid") >> pid;
        std::error_code error;
        const fs::path program = fs::read_symlink("/proc/" + std::to_string(pid) + "/exe", error);
        return pid > 0 && !program.empty();
    }

    const std::uint16_t agents, residents = free_port();
    pid_t launcher = 0;

 private:
    [[noreturn]] void run() {
        const int out = open((folder_ / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(out, 1);
        const auto migrations = platform::sql::migrations();
        _exit(run_up({.installation = {.folder = (folder_ / "var").string()},
                      .migrations = {migrations.begin(), migrations.end()},
                      .program = (folder_ / "program").string(),
                      .tell = [](std::string_view) {}}));
    }

    fs::path folder_;
};

TEST(The_launcher, says_once_that_both_sites_serve_and_starts_again_one_that_was_killed) {
    Launched launched;
    ASSERT_TRUE(comes_true([&] { return launched.ready(); })) << launched.said();
    EXPECT_EQ(launched.said(), "READY agents=http://localhost:" + std::to_string(launched.agents) +
                                   "/ public=http://localhost:" + std::to_string(launched.residents) + "/\n");
    EXPECT_TRUE(answers(launched.agents));

    const pid_t first = launched.site("agents");
    kill(first, SIGKILL);
    EXPECT_TRUE(comes_true([&] { return launched.site("agents") != first && answers(launched.agents); }));
    EXPECT_EQ(launched.said().find("READY"), launched.said().rfind("READY"));
}

TEST(A_site, is_never_served_by_root) {
    Launched launched;
    ASSERT_TRUE(comes_true([&] { return launched.ready(); }));
    for (const char* site : {"agents", "public"}) {
        struct stat process{};
        ASSERT_EQ(stat(("/proc/" + std::to_string(launched.site(site))).c_str(), &process), 0) << site;
        EXPECT_NE(process.st_uid, 0U) << site;
        if (geteuid() == 0) EXPECT_EQ(process.st_uid, getpwnam("postgres")->pw_uid) << site;
    }
}

TEST(The_launcher, asked_to_stop_leaves_nothing_running) {
    Launched launched;
    ASSERT_TRUE(comes_true([&] { return launched.ready(); }));
    kill(launched.launcher, SIGTERM);
    int status = -1;
    waitpid(launched.launcher, &status, 0);
    launched.launcher = 0;
    EXPECT_EQ(status, 0);
    EXPECT_FALSE(launched.server_lives());
    EXPECT_FALSE(answers(launched.agents));
    EXPECT_FALSE(answers(launched.residents));
}

TEST(The_launcher, killed_at_once_takes_its_sites_and_its_server_with_it) {
    Launched launched;
    ASSERT_TRUE(comes_true([&] { return launched.ready(); }));
    kill(launched.launcher, SIGKILL);
    waitpid(launched.launcher, nullptr, 0);
    launched.launcher = 0;
    EXPECT_TRUE(comes_true([&] { return !launched.server_lives() && !answers(launched.agents); }));
    EXPECT_FALSE(answers(launched.residents));
}

// Somebody else's program at the port, or a site that never says that it listens, is not taken for ours.
TEST(The_launcher, does_not_say_ready_because_another_program_answers_at_the_port) {
    const int other = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(bind(other, reinterpret_cast<sockaddr*>(&address), length), 0);
    ASSERT_EQ(listen(other, 4), 0);
    ASSERT_EQ(getsockname(other, reinterpret_cast<sockaddr*>(&address), &length), 0);
    Launched launched(ntohs(address.sin_port));
    int status = -1;
    bool ended = false;
    EXPECT_TRUE(comes_true([&] {
        ended = ended || waitpid(launched.launcher, &status, WNOHANG) == launched.launcher;
        return ended;
    }));
    launched.launcher = 0;
    EXPECT_NE(status, 0);
    EXPECT_FALSE(launched.ready());
    close(other);
}

}  // namespace
}  // namespace maillage::app
