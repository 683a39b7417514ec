#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <future>

#include "app/job_handlers.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/spreadsheet/xlsx_writer.hpp"
#include "tests/journeys/demo_town.hpp"

// What the worker does for a site: documents on paper, workbooks read in the sandbox.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class A_job : public testing::Test {
 protected:
    // Every job that waits, one after the other, as `maillage worker` does them.
    void work() {
        while (worker_.run_one()) continue;
    }
    HttpAnswer upload(HttpClient& browser, const std::string& name, const std::string& bytes) {
        const std::string page = browser.get("/laval/actions/import").body;
        return browser.post_files(
            "/laval/actions/import",
            {{"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}},
            {{.field = "file", .name = name, .type = "application/octet-stream", .bytes = bytes}});
    }

    DemoTown laval;

 private:
    platform::log::Log log_{platform::log::Level::error, laval.services().clock, [](std::string_view) {}};
    platform::jobs::Worker worker_{laval.database().pool(), handlers(), laval.services().clock, log_, {}};

    platform::jobs::JobHandlers handlers() {
        platform::config::Configuration configuration;
        configuration.assets.folder = MAILLAGE_SOURCE_DIR "/web";
        configuration.jobs = {.workers = 1, .pdf_seconds = 120, .pdf_megabytes = 768};
        return app::job_handlers(laval.services(), configuration);
    }
};

TEST_F(A_job, makes_the_pdf_of_what_the_table_shows_and_its_page_says_how_far_it_is) {
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer waits = submit(browser, "/laval/actions", "/laval/actions/print", {{"group", "G1"}});
    EXPECT_THAT(waits.path, HasSubstr("/laval/jobs/"));
    EXPECT_THAT(waits.body, AllOf(HasSubstr("<progress"), HasSubstr("En attente"),
                                  HasSubstr(waits.path + "/cancellation")));
    work();

    const HttpAnswer done = browser.get(waits.path);
    EXPECT_THAT(done.body, AllOf(HasSubstr("Télécharger"), Not(HasSubstr("<progress"))));
    const HttpAnswer pdf = browser.get(waits.path + "/result");
    EXPECT_EQ(pdf.status, 200);
    EXPECT_EQ(pdf.header("content-type"), "application/pdf");
    EXPECT_THAT(pdf.header("content-disposition"), HasSubstr("attachment"));
    EXPECT_THAT(pdf.body, testing::StartsWith("%PDF-"));
    EXPECT_THAT(pdf.body, AllOf(HasSubstr("/StructTreeRoot"), HasSubstr("/Marked true"), HasSubstr("841.88")))
        << "tagged, on A4";
    EXPECT_THAT(browser.get("/laval/jobs").body, HasSubstr("Tableau de suivi en PDF"));
    EXPECT_THAT(browser.get(waits.path + ".json").body, HasSubstr("\"state\":\"done\""));
}

TEST_F(A_job, does_not_exist_for_anybody_but_who_asked) {
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer waits = submit(browser, "/laval/actions", "/laval/actions/print", {});
    HttpClient other = laval.signed_in("referent");
    const std::string nothing = other.get("/laval/jobs/999999").body;

    for (const char* rest : {"", ".json", "/events", "/result"}) {
        const HttpAnswer answer = other.get(waits.path + rest);
        EXPECT_EQ(answer.status, 404) << rest;
        if (std::string_view(rest).empty()) EXPECT_EQ(answer.body, nothing);
    }
    EXPECT_EQ(submit(other, "/laval/actions", waits.path + "/cancellation", {}).status, 404);
    EXPECT_THAT(other.get("/laval/jobs").body, Not(HasSubstr(waits.path)));
    EXPECT_THAT(browser.get(waits.path).body, HasSubstr("En attente"));
}

TEST_F(A_job, is_stopped_by_who_asked_and_leaves_nothing) {
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer waits = submit(browser, "/laval/actions", "/laval/actions/print", {});

    const HttpAnswer stopped = submit(browser, waits.path, waits.path + "/cancellation", {});
    work();

    EXPECT_THAT(stopped.body, HasSubstr("Annulé"));
    EXPECT_EQ(browser.get(waits.path + "/result").status, 404);
}

TEST_F(A_job, tells_its_end_as_an_event_and_closes_the_stream) {
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer waits = submit(browser, "/laval/actions", "/laval/actions/print", {});
    submit(browser, waits.path, waits.path + "/cancellation", {});

    const HttpAnswer events = browser.get(waits.path + "/events");

    EXPECT_EQ(events.header("content-type"), "text/event-stream");
    EXPECT_THAT(events.body, AllOf(HasSubstr("data:"), HasSubstr("\"failed\":true")));
}

TEST_F(A_job, under_way_tells_nothing_more_once_its_session_has_ended) {
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer waits = submit(browser, "/laval/actions", "/laval/actions/print", {});
    const auto follow = [watching = browser, path = waits.path + "/events"]() mutable {
        return watching.get(path).body;
    };
    std::future<std::string> events = std::async(std::launch::async, follow);
    EXPECT_EQ(events.wait_for(std::chrono::milliseconds(1500)), std::future_status::timeout);

    submit(browser, waits.path, "/laval/sign-out", {});

    ASSERT_EQ(events.wait_for(std::chrono::seconds(5)), std::future_status::ready);
    EXPECT_THAT(events.get(), AllOf(HasSubstr("data:"), Not(HasSubstr("\"done\":true"))));
}

TEST_F(A_job, whose_filter_finds_nothing_is_not_made_and_the_page_says_what_to_change) {
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer refused =
        submit(browser, "/laval/actions", "/laval/actions/print", {{"q", "aucune action ne dit cela"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Changez les filtres"));
}

TEST_F(A_job, asked_by_somebody_who_lost_the_right_since_fails_with_the_reason) {
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer waits = submit(browser, "/laval/actions", "/laval/actions/print", {});
    laval.database().pool().transaction(test::application(), [](platform::db::Tx& tx) {
        tx.run(platform::db::Sql{"test.end",
                                 "update identity.mandate set until_day = from_day "
                                 "where role = 'coordinator'"});
    });
    work();
    laval.database().pool().transaction(test::application(), [](platform::db::Tx& tx) {
        tx.run(platform::db::Sql{"test.again",
                                 "update identity.mandate set until_day = null where role = 'coordinator'"});
    });

    EXPECT_THAT(browser.get(waits.path).body, AllOf(HasSubstr("Échec"), HasSubstr("Vos droits")));
}

TEST_F(A_job, gives_its_result_to_nobody_whose_mandate_ended_since) {
    HttpClient browser = laval.signed_in("coordination");
    const std::string job = submit(browser, "/laval/actions", "/laval/actions/print", {{"group", "G1"}}).path;
    work();
    ASSERT_EQ(browser.get(job + "/result").status, 200);
    laval.database().pool().transaction(test::application(), [](platform::db::Tx& tx) {
        tx.run(platform::db::Sql{"test.end",
                                 "update identity.mandate set until_day = from_day "
                                 "where role = 'coordinator'"});
    });

    const HttpAnswer refused = browser.get(job + "/result"),
                     nothing = browser.get("/laval/jobs/999999/result");
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(refused.body, nothing.body);
    EXPECT_THAT(browser.get(job).body, Not(HasSubstr(job + "/result")));
    EXPECT_THAT(browser.get(job + ".json").body, HasSubstr("\"has_result\":false"));
}

TEST_F(A_job, reads_a_workbook_that_was_exported_and_finds_nothing_to_change) {
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer reading =
        upload(browser, "actions.xlsx", browser.get("/laval/actions/export.xlsx").body);
    EXPECT_THAT(reading.body, AllOf(HasSubstr("<progress"), HasSubstr("Lecture du classeur")));
    work();

    EXPECT_THAT(browser.get(reading.path).body,
                HasSubstr("à créer : 0 ; à modifier : 0 ; sans changement : 47 ; refusées : 0"));
}

TEST_F(A_job, that_cannot_read_a_workbook_says_why_beside_the_file) {
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer broken = upload(browser, "actions.xlsx", "PK\x03\x04 not a zip at all");
    const std::array sheets{
        platform::spreadsheet::Sheet{.name = "Un", .columns = {{"code"}}, .rows = {{std::string("PRE-1")}}},
        platform::spreadsheet::Sheet{
            .name = "Deux", .columns = {{"code"}}, .rows = {{std::string("PRE-2")}}}};
    const HttpAnswer two = upload(browser, "actions.xlsx", *platform::spreadsheet::write_xlsx(sheets));
    work();

    EXPECT_THAT(browser.get(broken.path).body, HasSubstr("enregistrez-le de nouveau"));
    EXPECT_THAT(browser.get(two.path).body, HasSubstr("aucune ne s’appelle"));
    EXPECT_THAT(browser.get("/laval/actions.json").body, HasSubstr("\"rows\":47"));
}

}  // namespace
}  // namespace maillage
