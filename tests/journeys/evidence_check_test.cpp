#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "domain/documents/file_check.hpp"
#include "platform/db/connection.hpp"
#include "tests/journeys/worker.hpp"
#include "tests/support/hostile_files.hpp"
#include "tests/support/virus_daemon.hpp"
#include "tests/support/zip_file.hpp"

// R44, F15, A16: what becomes of a file between its upload and its first reader.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::VirusDaemon;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Manner = VirusDaemon::Manner;

const std::string page = "/laval/actions/PRE-1";

class An_uploaded_file : public testing::Test {
 protected:
    HttpAnswer attach(const std::string& name, const std::string& bytes) {
        const std::string shown = browser.get("/laval/profile").body;
        return browser.post_files(page + "/evidence",
                                  {{"csrf", test::hidden(shown, "csrf")},
                                   {"key", test::hidden(shown, "key")},
                                   {"evidence_title", "Une pièce"},
                                   {"evidence_step", ""}},
                                  {{.field = "evidence_file", .name = name, .type = "", .bytes = bytes}});
    }
    // Of the page of the action: where the file is, if it is offered.
    std::string address() {
        const std::string shown = browser.get(page).body;
        const std::string before = "href=\"/laval/documents/";
        const std::size_t at = shown.find(before);
        return at == shown.npos ? std::string() : shown.substr(at + 6, before.size() - 6 + 36);
    }
    // What the page says of the only piece once the worker was there.
    void expect_refused(const std::string& name, const std::string& bytes, const std::string& why,
                        const std::string& scanner = {}) {
        ASSERT_EQ(attach(name, bytes).status, 200) << name;
        test::do_jobs(laval, scanner);
        EXPECT_THAT(browser.get(page).body, AllOf(HasSubstr("Refusée."), HasSubstr(why))) << name;
        EXPECT_EQ(address(), "") << name;
    }

    // What the worker does every minute.
    void wake() {
        laval.services().database.transaction(test::application(), [&](platform::db::Tx& tx) {
            documents::wake_checks(tx, laval.services().clock());
        });
    }

    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
};

TEST_F(An_uploaded_file, is_being_checked_until_the_worker_has_cleaned_it_and_is_followed_by_who_sent_it) {
    const std::string shown = attach("photo.jpg", test::telling_photo()).body;
    EXPECT_THAT(shown, AllOf(HasSubstr("En cours de contrôle"), Not(HasSubstr("href=\"/laval/documents/"))));
    const std::size_t at = shown.find("/laval/jobs/");
    ASSERT_NE(at, shown.npos);
    const std::string job = shown.substr(at, shown.find('"', at) - at);
    EXPECT_THAT(browser.get(job).body, AllOf(HasSubstr("une pièce jointe"), HasSubstr("<progress")));
    EXPECT_THAT(laval.signed_in("elue").get(page).body,
                AllOf(HasSubstr("En cours de contrôle"), Not(HasSubstr(job))));

    test::do_jobs(laval);

    EXPECT_THAT(browser.get(job + ".json").body, HasSubstr("\"state\":\"done\""));
    const HttpAnswer photo = laval.signed_in("elue").get(address());
    EXPECT_EQ(photo.status, 200);
    EXPECT_THAT(photo.body, AllOf(Not(HasSubstr("ZQ7")), Not(HasSubstr("Exif")), Not(HasSubstr("<html>"))));
    EXPECT_THAT(browser.get("/laval/journal.json?act=documents.file.check").body,
                HasSubstr("documents.file.check"));
}

TEST_F(An_uploaded_file, of_every_kind_is_given_back_without_what_it_says_of_itself) {
    for (const auto& [name, bytes] : {std::pair("a.pdf", test::telling_pdf()),
                                      {"a.docx", test::telling_docx()},
                                      {"a.odt", test::telling_odt()}}) {
        ASSERT_EQ(attach(name, bytes).status, 200) << name;
        test::do_jobs(laval);
        const HttpAnswer file = browser.get(address());
        EXPECT_EQ(file.status, 200) << name;
        EXPECT_THAT(file.body, Not(HasSubstr("ZQ7"))) << name;
    }
}

TEST_F(An_uploaded_file, with_a_virus_is_destroyed_and_its_line_says_so) {
    const VirusDaemon daemon;
    expect_refused("a.txt", test::eicar(), "logiciel malveillant", daemon.socket_path());

    constexpr platform::db::Sql kept{"test.kept_bytes", "select sum(length(bytes)) from documents.file"};
    EXPECT_EQ(laval.services().database.transaction(test::application(),
                                                    [&](platform::db::Tx& tx) {
                                                        return tx.single(kept, [](platform::db::Row& row) {
                                                            return row.int8();
                                                        });
                                                    }),
              0);
}

TEST_F(An_uploaded_file, without_a_virus_passes_the_scanner) {
    const VirusDaemon daemon;
    attach("a.txt", "bonjour");
    test::do_jobs(laval, daemon.socket_path());
    EXPECT_EQ(browser.get(address()).body, "bonjour");
}

// F15: nothing is delivered unscanned, and who sent it is told.
TEST_F(An_uploaded_file, that_the_scanner_could_not_look_at_waits_for_it_and_is_refused_in_the_end) {
    foundation::Instant now = laval.services().clock();
    laval.services().clock = [&now] { return now; };
    attach("a.txt", "bonjour");
    for (int attempt = 1; attempt <= 5; ++attempt) {
        EXPECT_THAT(browser.get(page).body, HasSubstr("En cours de contrôle")) << attempt;
        EXPECT_EQ(address(), "");
        test::do_jobs(laval, "/nonexistent/clamd.sock");
        now += std::chrono::minutes(3);
    }
    EXPECT_THAT(browser.get(page).body, AllOf(HasSubstr("Refusée."), HasSubstr("pas répondu")));
    EXPECT_EQ(address(), "");
}

TEST_F(An_uploaded_file, that_waited_for_the_scanner_passes_when_it_is_back) {
    foundation::Instant now = laval.services().clock();
    laval.services().clock = [&now] { return now; };
    attach("a.txt", "bonjour");
    test::do_jobs(laval, "/nonexistent/clamd.sock");
    now += std::chrono::minutes(3);
    const VirusDaemon daemon;
    test::do_jobs(laval, daemon.socket_path());
    EXPECT_EQ(browser.get(address()).body, "bonjour");
}

TEST_F(An_uploaded_file, that_is_an_attack_is_refused_with_its_reason) {
    EXPECT_EQ(attach("a.pdf", "").status, 422) << "0 byte";
    EXPECT_EQ(attach("a.png", test::telling_pdf()).status, 422) << "wrong extension";
    EXPECT_EQ(attach("a.docx", test::docx_with("word/vbaProject.bin", "x")).status, 422) << "macro";
    EXPECT_EQ(attach("a.docx", test::docx_with("word/media/zeros.xml", std::string(20'000'000, '0'))).status,
              422)
        << "zip bomb";
    const auto began = std::chrono::steady_clock::now();
    expect_refused("flood.png", test::pixel_flood(), "40 millions");
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

TEST_F(An_uploaded_file, that_reaches_out_of_itself_is_refused) {
    expect_refused("slip.docx", test::docx_with("../../etc/cron.d/x", "x"), "hors de lui");
}

TEST_F(An_uploaded_file, with_an_external_entity_is_refused) {
    expect_refused("xxe.docx",
                   test::docx_with("word/comments.xml",
                                   "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"),
                   "hors de lui");
}

TEST_F(An_uploaded_file, that_is_locked_is_refused) {
    expect_refused("locked.pdf", test::locked_pdf(), "mot de passe");
}

TEST_F(An_uploaded_file, of_before_files_were_checked_is_checked_too) {
    attach("a.txt", "bonjour");
    platform::db::Connection(laval.database().connection("maillage_admin"))
        .command("delete from jobs.job; update documents.file set check_job = null");
    test::do_jobs(laval);
    EXPECT_EQ(address(), "");

    wake();
    test::do_jobs(laval);

    EXPECT_EQ(browser.get(address()).body, "bonjour");
}

TEST_F(An_uploaded_file, whose_check_was_cancelled_is_refused_rather_than_left_waiting) {
    const std::string shown = attach("a.txt", "bonjour").body;
    const std::size_t at = shown.find("/laval/jobs/");
    const std::string job = shown.substr(at, shown.find('"', at) - at);
    test::submit(browser, job, job + "/cancellation", {});

    wake();

    EXPECT_THAT(browser.get(page).body, AllOf(HasSubstr("Refusée."), HasSubstr("pas pu être contrôlé")));
}

}  // namespace
}  // namespace maillage
