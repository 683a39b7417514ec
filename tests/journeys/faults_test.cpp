#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <thread>

#include "app/all_sql.hpp"
#include "platform/cluster/installation.hpp"
#include "platform/db/connection.hpp"
#include "tests/journeys/demo_town.hpp"
#include "tests/support/small_disk.hpp"

// What a browser sees while the database is away or its disk is full: a page that says so, and nothing lost.
namespace maillage {
namespace {

namespace cluster = platform::cluster;
namespace fs = std::filesystem;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::HasSubstr;
using testing::Not;

// An installation with a database server of its own, so that it can be ended.
class OwnInstallation {
 public:
    OwnInstallation()
        : folder_(fs::temp_directory_path() / ("town-" + std::to_string(getpid()))),
          installation_(*cluster::Installation::open(
              {.folder = folder_.string()}, cluster::Installation::Part::launcher, [](std::string_view) {})) {
        const auto migrated = installation_.migrate(app::all_migrations(), [](std::string_view) {});
        if (!migrated) throw std::runtime_error("the town's database is not migrated");
        pool_ = std::make_unique<platform::db::Pool>(
            platform::db::PoolOptions{.connection = installation_.connection("maillage_app"),
                                      .context_key = installation_.context_key(),
                                      .size = 4,
                                      .wait = std::chrono::milliseconds(500)});
    }
    ~OwnInstallation() {
        pool_.reset();
        installation_.own_cluster()->stop();
        fs::remove_all(folder_);
    }
    platform::db::Pool& pool() { return *pool_; }
    cluster::Cluster& server() { return *installation_.own_cluster(); }
    void admin(const std::string& command) {
        platform::db::Connection(server().connection("maillage_admin", "maillage")).command(command);
    }

 private:
    fs::path folder_;
    cluster::Installation installation_;
    std::unique_ptr<platform::db::Pool> pool_;
};

test::Pairs news(const std::string& text) { return {{"news_text", text}}; }

TEST(A_site_whose_database_is_away, says_so_with_a_time_to_come_back_and_serves_again_by_itself) {
    OwnInstallation own;
    test::ServedTown laval(own.pool());
    HttpClient browser = laval.signed_in("coordination");
    ASSERT_EQ(browser.get("/laval/actions").status, 200);

    kill(own.server().postmaster(), SIGQUIT);  // as a crash
    while (own.server().runs()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const HttpAnswer away = browser.get("/laval/actions"), twin = browser.get("/laval/actions.json");
    ASSERT_TRUE(own.server().start_again());
    int status = 0;
    for (int i = 0; i < 100 && status != 200; ++i) status = browser.get("/laval/actions").status;

    EXPECT_EQ(away.status, 503);
    EXPECT_NE(away.header("retry-after"), "");
    EXPECT_THAT(away.body, HasSubstr("<h1>"));
    EXPECT_EQ(twin.status, 503);
    EXPECT_EQ(twin.header("content-type"), "application/json");
    EXPECT_EQ(status, 200) << "the site did not find its database again";
}

TEST(A_site_under_load, whose_database_starts_again_answers_each_request_with_its_page_or_with_503) {
    OwnInstallation own;
    test::ServedTown laval(own.pool());
    std::atomic<bool> back = false;
    std::atomic<int> asked = 0, pages = 0, refusals = 0, others = 0;
    const auto load = [&](HttpClient browser) {
        // Some requests more each once the database is back: time enough to find it again.
        for (int left = 25; left > 0; left -= back ? 1 : 0) {
            const HttpAnswer answer = browser.get("/laval/actions");
            ++asked;
            const bool refused = answer.status == 503 && !answer.header("retry-after").empty();
            ++(answer.status == 200 ? pages : refused ? refusals : others);
        }
        return browser.get("/laval/actions").status;
    };
    std::vector<std::future<int>> browsers;
    for (const char* who : {"coordination", "elue", "prefecture", "parquet"})
        browsers.push_back(std::async(std::launch::async, load, laval.signed_in(who)));
    while (pages < 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    kill(own.server().postmaster(), SIGQUIT);
    while (own.server().runs() || refusals < 4) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const bool started = own.server().start_again();
    back = true;
    EXPECT_TRUE(started);
    for (std::future<int>& last : browsers) EXPECT_EQ(last.get(), 200);
    EXPECT_EQ(others, 0) << "of " << asked << " answers";
    EXPECT_GE(refusals, 4);
}

TEST(A_site_whose_disk_is_full,
     refuses_what_it_cannot_keep_has_what_it_acknowledged_and_writes_again_with_space) {
    test::SmallDisk small("small-town", 8);
    ASSERT_TRUE(small.is_there()) << small.why_not();
    OwnInstallation own;
    own.admin("create tablespace small location '" + small.path().string() + "'");
    own.admin("alter table strategy.news set tablespace small");
    {
        test::ServedTown laval(own.pool());
        HttpClient browser = laval.signed_in("coordination");
        // Text that does not compress, as long as a piece of news may be.
        std::string filler;
        for (unsigned i = 0, x = 1; i < 1'900; ++i, x = x * 1664525 + 1013904223)
            filler += static_cast<char>('a' + x % 26);
        own.admin(
            "insert into strategy.news (council_id, action_id, account_id, text) "
            "select council_id, id, 0, '" +
            filler +
            "' "
            "from strategy.action, generate_series(1, 3800) where code = 'PRE-1'");
        int written = 0;
        HttpAnswer refused;
        for (int i = 0; i < 1'000 && refused.status != 507; ++i) {
            refused = submit(browser, "/laval/actions/PRE-2", "/laval/actions/PRE-2/news",
                             news("n" + std::to_string(i) + " " + filler));
            if (refused.status == 200) written = i;
        }
        EXPECT_EQ(refused.status, 507);
        EXPECT_THAT(refused.body, HasSubstr("<h1>"));
        const std::string page = browser.get("/laval/actions/PRE-2").body;
        EXPECT_EQ(browser.get("/laval/actions/PRE-2").status, 200) << "reading goes on";
        EXPECT_THAT(page, HasSubstr("n" + std::to_string(written) + " "));
        EXPECT_THAT(page, Not(HasSubstr("n" + std::to_string(written + 1) + " ")));

        ASSERT_TRUE(small.grow(64));
        const HttpAnswer again =
            submit(browser, "/laval/actions/PRE-2", "/laval/actions/PRE-2/news", news("après " + filler));
        EXPECT_EQ(again.status, 200) << "space came back, the site did not";
        EXPECT_THAT(browser.get("/laval/actions/PRE-2").body, HasSubstr("après "));
    }
}

// F9: the network goes between the request and its answer; the browser sends the form again.
TEST(A_form_whose_answer_was_cut_off, is_written_once_and_answered_when_it_is_sent_again) {
    test::DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string path = "/laval/actions/PRE-1/news", shown = browser.get("/laval/profile").body;
    const std::string csrf = test::hidden(shown, "csrf"), key = test::hidden(shown, "key"),
                      text = "Coupure42";
    const std::string body = "csrf=" + csrf + "&key=" + key + "&news_text=" + text;
    {
        const std::string origin = browser.origin();
        test::RawConnection cut(static_cast<std::uint16_t>(std::stoi(origin.substr(origin.rfind(':') + 1))));
        ASSERT_TRUE(
            cut.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin +
                     "\r\nSec-Fetch-Site: same-origin\r\nCookie: __Host-s=" + browser.cookie("__Host-s") +
                     "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                     std::to_string(body.size()) + "\r\n\r\n" + body));
    }
    const test::Pairs form{{"csrf", csrf}, {"key", key}, {"news_text", text}};
    HttpAnswer answer = browser.post(path, form, test::Redirects::stop);
    for (int i = 0; i < 100 && answer.status == 409; ++i) {  // the first is still at work
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        answer = browser.post(path, form, test::Redirects::stop);
    }
    EXPECT_EQ(answer.status, 303);
    const std::string news = browser.get("/laval/actions/PRE-1.json").body;
    EXPECT_NE(news.find(text), news.npos);
    EXPECT_EQ(news.find(text), news.rfind(text)) << "twice";
}

}  // namespace
}  // namespace maillage
