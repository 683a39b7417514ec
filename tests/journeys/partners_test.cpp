#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/documents/api.hpp"
#include "tests/journeys/worker.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(A_landlord, finds_the_fire_service_in_the_directory_by_its_acronym) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("bailleur");

    EXPECT_THAT(browser.get("/laval/organisations?q=sdis").body, HasSubstr("/laval/organisations/sdis"));
    const HttpAnswer page = browser.get("/laval/organisations/sdis");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, AllOf(HasSubstr("<h1"), HasSubstr("incendie"), Not(HasSubstr("/edit"))));
    EXPECT_THAT(browser.get("/laval/organisations.json?q=sdis").body, HasSubstr("\"total\":1"));
    EXPECT_THAT(browser.get("/laval/organisations/sdis.json").body, HasSubstr("\"key\":\"sdis\""));
}

TEST(The_coordinator, corrects_what_was_typed_and_adds_an_organisation) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string form = "/laval/organisations/new";

    const HttpAnswer wrong =
        submit(browser, form, "/laval/organisations",
               {{"name", "Maison <b>des</b> projets"}, {"kind", "association"}, {"website", "http://x.fr"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body,
                AllOf(HasSubstr("Maison &lt;b&gt;des"), HasSubstr("https://"), HasSubstr("role=\"alert\"")));
    const HttpAnswer right =
        submit(browser, form, "/laval/organisations",
               {{"name", "Maison <b>des</b> projets"}, {"kind", "association"}, {"networks", "vif"}});
    EXPECT_EQ(right.path, "/laval/organisations/maison-b-des-b-projets");
    EXPECT_THAT(right.body, AllOf(HasSubstr("Maison &lt;b&gt;des"), Not(HasSubstr("<b>des"))));
}

TEST(The_form_of_an_organisation, is_kept_while_it_is_typed_and_taken_up_again) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/organisations/sdis", edit = page + "/edit",
                      kept = "/laval/drafts/organisations/sdis";
    const test::Pairs typed{
        {"name", "Pompiers"}, {"kind", "rescue"}, {"note", "Horaires & adresse"}, {"evil", "x"}};

    EXPECT_EQ(submit(browser, edit, kept, typed).status, 204);
    EXPECT_THAT(browser.get(edit).body,
                AllOf(HasSubstr(edit + "?draft=1"), Not(HasSubstr("Horaires &amp; adresse"))));
    const HttpAnswer again = browser.get(edit + "?draft=1");
    EXPECT_THAT(again.body, AllOf(HasSubstr("Horaires &amp; adresse"), Not(HasSubstr("evil"))));
    EXPECT_EQ(submit(browser, edit, page, {{"name", "Pompiers"}, {"kind", "rescue"}}).status, 200);
    EXPECT_THAT(browser.get(edit).body, Not(HasSubstr("?draft=1")));
    EXPECT_EQ(submit(browser, edit, "/laval/drafts/organisations/nobody", typed).status, 404);
    EXPECT_EQ(submit(browser, edit, "/laval/drafts/organisations/new", typed).status, 204);
    EXPECT_THAT(browser.get("/laval/organisations/new").body, HasSubstr("?draft=1"));
    const test::Pairs long_one{{"note", std::string(20'001, 'x')}};
    EXPECT_EQ(submit(browser, edit, kept, long_one).status, 413);
}

TEST(The_coordinator, edits_archives_and_restores_an_organisation) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/organisations/sdis";

    const HttpAnswer edited =
        submit(browser, page + "/edit", page, {{"name", "Pompiers"}, {"kind", "rescue"}});
    EXPECT_THAT(edited.body, HasSubstr("Pompiers"));
    EXPECT_EQ(submit(browser, page, page + "/archive", {}).status, 200);
    EXPECT_THAT(browser.get("/laval/organisations?q=pompiers").body, Not(HasSubstr(page)));
    EXPECT_THAT(browser.get("/laval/organisations?q=pompiers&archived=1").body, HasSubstr(page));
    EXPECT_EQ(submit(browser, page, page + "/restoration", {}).status, 200);
    EXPECT_THAT(browser.get("/laval/organisations?q=pompiers").body, HasSubstr(page));
}

TEST(The_coordinator, adds_a_contact_removes_it_and_undoes_that) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = "/laval/organisations/sdis", contacts = page + "/contacts";

    EXPECT_EQ(submit(browser, contacts + "/new", contacts, {{"email", "not an address"}}).status, 422);
    const HttpAnswer added = submit(browser, contacts + "/new", contacts,
                                    {{"function", "Officier de liaison"}, {"basis", "public_task"}});
    ASSERT_THAT(added.body, AllOf(HasSubstr("Officier de liaison"), Not(HasSubstr("À informer"))));
    const HttpAnswer unproved = submit(browser, contacts + "/new", contacts,
                                       {{"function", "Capitaine"},
                                        {"name", "Nom Fictif"},
                                        {"basis", "consent"},
                                        {"informed_on", "31/02/2026"}});
    EXPECT_EQ(unproved.status, 422);
    EXPECT_THAT(unproved.body, AllOf(HasSubstr("Nom Fictif"), HasSubstr("31/02/2026")));
    const std::size_t at = added.body.find(contacts + "/") + contacts.size() + 1;
    const std::string number = added.body.substr(at, added.body.find('/', at) - at);
    const HttpAnswer changed =
        submit(browser, contacts + "/" + number + "/edit", contacts + "/" + number,
               {{"function", "Capitaine"}, {"name", "Nom Fictif"}, {"basis", "public_task"}});
    EXPECT_THAT(changed.body, AllOf(HasSubstr("Capitaine"), HasSubstr("À informer")));
    const HttpAnswer removed = submit(browser, page, contacts + "/" + number + "/removal", {});
    EXPECT_THAT(removed.body, AllOf(Not(HasSubstr("Capitaine")), HasSubstr(number + "/restoration")));
    EXPECT_THAT(submit(browser, page, contacts + "/" + number + "/restoration", {}).body,
                HasSubstr("Capitaine"));
}

TEST(A_partner, changes_nothing_in_the_directory) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("bailleur");

    EXPECT_EQ(browser.get("/laval/organisations/new").status, 404);
    EXPECT_EQ(browser.get("/laval/organisations/sdis/edit").status, 404);
    EXPECT_EQ(browser.post("/laval/organisations/sdis/archive", {}).status >= 400, true);
    EXPECT_EQ(laval.signed_in("administration").get("/laval/organisations").status, 404);
}

TEST(A_wrong_address, of_an_organisation_a_contact_or_a_file_is_not_found) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");

    for (const std::string path :
         {"/laval/organisations/nobody", "/laval/organisations/nobody.json",
          "/laval/organisations/sdis/contacts/0/edit",
          "/laval/organisations/sdis/contacts/99999999999999999999/edit",
          "/laval/organisations/sdis/contacts/x/edit", "/laval/documents/1",
          "/laval/documents/..%2F..%2Fetc%2Fpasswd", "/laval/documents/00000000-0000-4000-8000-000000000000",
          "/elsewhere/organisations", "/elsewhere/territory"})
        EXPECT_GE(browser.get(path).status, 400) << path;
}

TEST(An_elected_official, downloads_a_piece_under_a_name_of_ours) {
    DemoTown laval;
    const std::string text = "a;b\r\n";
    const auto council = laval.database().pool().transaction(
        test::application(), [](platform::db::Tx& tx) { return territory::find_council(tx, "laval")->id; });
    identity::Actor author{.account = identity::AccountId(1), .council = council};
    author.roles = {identity::Role::coordinator};
    const auto id = laval.database().pool().transaction(author.context(), [&](platform::db::Tx& tx) {
        return documents::store(tx, author, {.title = "Compte rendu", .name = "../secret.csv", .bytes = text},
                                platform::crypto::random_bytes, laval.services().clock());
    });
    test::do_jobs(laval);

    const HttpAnswer file = laval.signed_in("elue").get("/laval/documents/" + id.value().text);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, text);
    EXPECT_THAT(file.header("content-disposition"),
                AllOf(HasSubstr("attachment; filename=\"piece-"), Not(HasSubstr("secret"))));
    EXPECT_THAT(file.header("content-security-policy"), HasSubstr("sandbox"));
    EXPECT_EQ(file.header("cache-control"), "no-store");
    EXPECT_EQ(laval.signed_in("administration").get("/laval/documents/" + id.value().text).status, 404);
}

TEST(An_elected_official, reads_which_communes_must_have_a_council_and_who_can_block_a_wider_one) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");

    const HttpAnswer page = browser.get("/laval/territory");
    EXPECT_THAT(page.body,
                AllOf(HasSubstr("53130"), HasSubstr("L132-4"), HasSubstr("<svg"), HasSubstr("Obligatoire")));
    EXPECT_THAT(browser.get("/laval/territory?zoning=csp").body, HasSubstr("Saint-Berthevin"));
    EXPECT_THAT(browser.get("/laval/territory?opposes=53201").body, HasSubstr("Possible"));
    EXPECT_THAT(browser.get("/laval/territory?opposes=53130&opposes=53201&opposes=53054").body,
                HasSubstr("Écarté"));
    EXPECT_THAT(browser.get("/laval/territory.json").body,
                AllOf(HasSubstr("\"code\":\"53130\""), HasSubstr("\"zoning\":\"qpv-2024\"")));
    EXPECT_EQ(browser.get("/laval/territory?zoning=%27%3B--&opposes=x").status, 200);
}

TEST(A_newcomer, looks_up_a_word_in_French_and_in_English) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("mediation");

    EXPECT_THAT(browser.get("/laval/glossary?q=vif").body, HasSubstr("Violences intrafamiliales"));
    EXPECT_THAT(browser.get("/laval/glossary?q=%3Cscript%3E").body, Not(HasSubstr("<script>")));
    EXPECT_THAT(browser.get("/laval/glossary.json").body, HasSubstr("\"key\":\"clspd\""));
    browser.set_cookie("__Host-l", "en");
    EXPECT_THAT(browser.get("/laval/glossary.json").body, HasSubstr("\"language\""));
}

}  // namespace
}  // namespace maillage
