#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "domain/documents/api.hpp"
#include "tests/journeys/worker.hpp"
#include "tests/support/zip_file.hpp"

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

const std::string page = "/laval/actions/PRE-1", evidence = page + "/evidence";
const std::string table = "code;titre\r\n1;un\r\n";

struct Piece {
    std::string title = "Compte rendu du réseau", name = "compte rendu.csv", bytes = table, step;
};

// With tokens of a page that everybody has a form on, so that only the right can be missing.
HttpAnswer attach(HttpClient& browser, const Piece& piece, const std::string& to = evidence) {
    const std::string shown = browser.get("/laval/profile").body;
    return browser.post_files(
        to,
        {{"csrf", test::hidden(shown, "csrf")},
         {"key", test::hidden(shown, "key")},
         {"evidence_title", piece.title},
         {"evidence_step", piece.step}},
        {{.field = "evidence_file", .name = piece.name, .type = "application/pdf", .bytes = piece.bytes}});
}

// What stands between `before` and the next `after` in a page.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t start = text.find(before);
    if (start == text.npos) return {};
    const std::size_t from = start + before.size();
    return text.substr(from, text.find(after, from) - from);
}

TEST(The_coordinator, attaches_evidence_takes_it_away_and_undoes_that) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const HttpAnswer attached = attach(browser, {});
    ASSERT_EQ(attached.status, 200);
    EXPECT_EQ(attached.path, page);
    EXPECT_THAT(attached.body, AllOf(HasSubstr("Compte rendu du réseau"), HasSubstr("CSV, 18"),
                                     HasSubstr("24/11/2026"), HasSubstr("Camille Martin")));
    test::do_jobs(laval);
    const std::string file = "/laval/documents/" + between(browser.get(page).body, "/laval/documents/", "\"");
    const HttpAnswer read = laval.signed_in("elue").get(file);
    EXPECT_EQ(read.body, table);
    EXPECT_THAT(read.header("content-disposition"), HasSubstr("attachment"));
    EXPECT_THAT(read.header("content-security-policy"), HasSubstr("sandbox"));
    EXPECT_EQ(read.header("x-content-type-options"), "nosniff");
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"title\":\"Compte rendu du réseau\""));
    EXPECT_THAT(browser.get("/laval/search?q=compte+rendu+du+reseau").body, HasSubstr("PRE-1#evidence"));

    const std::string piece = evidence + "/" + between(attached.body, evidence + "/", "/");
    const HttpAnswer removed = submit(browser, page, piece + "/removal", {});
    EXPECT_THAT(removed.body, AllOf(HasSubstr("est retirée"), HasSubstr(piece + "/restoration")));
    EXPECT_EQ(browser.get(file).status, 404);
    EXPECT_EQ(submit(browser, page, piece + "/removal", {}).status, 404);
    EXPECT_THAT(browser.get("/laval/search?q=compte+rendu+du+reseau").body, Not(HasSubstr("PRE-1#evidence")));
    EXPECT_EQ(submit(browser, page, piece + "/restoration", {}).status, 200);
    EXPECT_EQ(browser.get(file).body, table);
    EXPECT_THAT(browser.get("/laval/journal.json?act=strategy.evidence").body,
                HasSubstr("strategy.evidence.attach"));
}

TEST(A_landlord, attaches_evidence_to_a_step_and_takes_away_no_other_than_its_own) {
    DemoTown laval;
    HttpClient landlord = laval.signed_in("bailleur"), mediator = laval.signed_in("mediation");

    const std::string steps = between(landlord.get(page).body, "name=\"evidence_step\"", "</select>");
    const std::string number = between(steps.substr(steps.find("</option>")), "value=\"", "\"");
    ASSERT_FALSE(number.empty());
    const HttpAnswer attached = attach(
        landlord,
        {.title = "Liste <b>des</b> membres", .name = "liste.csv", .bytes = "a;b\r\n", .step = number});
    ASSERT_EQ(attached.status, 200);
    EXPECT_THAT(attached.body,
                AllOf(HasSubstr("Liste &lt;b&gt;des"), Not(HasSubstr("<b>des")), HasSubstr("CSV")));
    const std::string piece = evidence + "/" + between(attached.body, evidence + "/", "/");
    EXPECT_EQ(submit(mediator, page, piece + "/removal", {}).status, 404);
    EXPECT_EQ(submit(landlord, page, piece + "/removal", {}).status, 200);
    EXPECT_EQ(submit(mediator, page, piece + "/restoration", {}).status, 404);
}

TEST(A_refused_file, is_explained_and_what_was_typed_stays) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const auto refused = [&](const Piece& piece, const std::string& why) {
        const HttpAnswer answer = attach(browser, piece);
        EXPECT_EQ(answer.status, 422) << why;
        EXPECT_THAT(answer.body, AllOf(HasSubstr("role=\"alert\""), HasSubstr(why)));
        if (!piece.title.empty()) EXPECT_THAT(answer.body, HasSubstr("value=\"" + piece.title + "\""));
    };

    refused({.name = "page.html", .bytes = "<script>"}, "Choisissez un fichier PDF");
    refused({.name = "page.pdf", .bytes = "<html><script>"}, "ne correspond pas");
    refused({.name = "vide.pdf", .bytes = ""}, "pas vide");
    refused(
        {.name = "macro.docx",
         .bytes = test::zip_of(
             {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}, {"word/vbaProject.bin", "x"}})},
        "macros");
    refused({.name = "long.txt", .bytes = std::string(documents::largest_file_bytes + 1, 'a')}, "10");
    refused({.title = ""}, "evidence_title");
    refused({.step = "999999"}, "evidence_step");
    EXPECT_THAT(browser.get(page).body, Not(HasSubstr("/laval/documents/")));
}

TEST(A_file_past_every_limit, is_refused_before_it_is_read) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    const Piece huge{.name = "huge.txt", .bytes = std::string(11 * 1024 * 1024, 'a')};

    const HttpAnswer refused = attach(browser, huge);
    EXPECT_EQ(refused.status, 413);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("<h1>Envoi trop volumineux</h1>"), HasSubstr("10 Mo"),
                                    HasSubstr("recommencez")));
    submit(browser, "/laval/profile", "/laval/profile", {{"language", "en"}, {"theme", "light"}});
    EXPECT_THAT(attach(browser, huge).body, HasSubstr("<h1>Too large</h1>"));
}

TEST(A_file_sent_after_the_session_has_ended, is_asked_for_again_beside_what_was_typed) {
    DemoTown laval;
    HttpClient browser = laval.visitor();
    browser.post_files(
        "/laval/actions/PRE-1/evidence", {{"evidence_title", "Compte rendu"}, {"key", "0123456789abcdef"}},
        {{.field = "evidence_file", .name = "secret.txt", .type = "text/plain", .bytes = "abc"}});
    browser.post("/sign-in",
                 {{"email", "coordination@laval.example"}, {"password", std::string(app::demo_password)}});

    const std::string kept = browser.get("/kept-form").body;

    EXPECT_THAT(kept, AllOf(HasSubstr("<dd>Compte rendu</dd>"), HasSubstr("pas été gardé"),
                            HasSubstr("name=\"evidence_file\""), HasSubstr("multipart/form-data")));
    EXPECT_THAT(kept, AllOf(Not(HasSubstr("<dt>evidence_title")), Not(HasSubstr("secret.txt"))));
    EXPECT_EQ(
        browser
            .post_files("/laval/actions/PRE-1/evidence",
                        {{"csrf", test::hidden(kept, "csrf")},
                         {"key", test::hidden(kept, "key")},
                         {"evidence_title", test::hidden(kept, "evidence_title")}},
                        {{.field = "evidence_file", .name = "a.txt", .type = "text/plain", .bytes = "abc"}})
            .status,
        200);
}

TEST(Evidence, is_attached_by_nobody_without_the_right_and_to_no_forged_address) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), administrator = laval.signed_in("administration"),
               coordinator = laval.signed_in("coordination");

    EXPECT_THAT(elected.get(page).body, Not(HasSubstr("evidence_file")));
    EXPECT_EQ(attach(elected, {}).status, 404);
    EXPECT_GE(attach(administrator, {}).status, 400);
    EXPECT_EQ(attach(coordinator, {}, "/laval/actions/PRE-999/evidence").status, 404);
    EXPECT_EQ(attach(coordinator, {}, "/elsewhere/actions/PRE-1/evidence").status, 404);
    EXPECT_EQ(laval.visitor().post(evidence, {{"evidence_title", "x"}}, Redirects::stop).status, 303);
    for (const std::string id : {"0", "-1", "999999", "99999999999999999999", "x", "1%27"})
        EXPECT_EQ(submit(coordinator, page, evidence + "/" + id + "/removal", {}).status, 404) << id;

    const HttpAnswer attached = attach(coordinator, {});
    const std::string id = between(attached.body, evidence + "/", "/");
    EXPECT_EQ(submit(coordinator, page, "/laval/actions/PRE-2/evidence/" + id + "/removal", {}).status, 404);
}

}  // namespace
}  // namespace maillage
