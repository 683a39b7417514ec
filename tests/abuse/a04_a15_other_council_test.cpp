#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"

// What somebody of another council could learn without reading anything: from a refusal of a double, from a
// copy that is not kept twice, from a search, from totals, lengths and marks of a page, from the ids in
// addresses.
namespace maillage {
namespace {

using platform::http::Method;
using test::AttackedTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::HasSubstr;
using testing::Not;
using Ids = AttackedTown::Ids;

// A4: creating the same thing to be told that it exists.
TEST(Who_creates_what_another_council_has, is_not_told_that_it_exists) {
    AttackedTown town;
    HttpClient stranger = town.stranger();
    const HttpAnswer made = submit(stranger, "/ailleurs/organisations/new", "/ailleurs/organisations",
                                   {{"name", "Service départemental d'incendie et de secours"},
                                    {"short_name", "SDIS"},
                                    {"kind", "State"}});
    const HttpAnswer invented =
        submit(stranger, "/ailleurs/organisations/new", "/ailleurs/organisations",
               {{"name", "Nul ne l'a jamais vu"}, {"short_name", "NUL"}, {"kind", "State"}});
    EXPECT_EQ(made.status, invented.status);
    EXPECT_THAT(made.body, Not(HasSubstr("laval")));
}

// A5: sending the same file again to see whether it is there already.
TEST(The_same_file_sent_twice, is_kept_twice_under_two_random_ids) {
    AttackedTown town;
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    HttpClient browser = town.laval().signed_in("coordination");
    const std::string action = "/laval/actions/TRQ-13";
    std::string before = test::asked(admin, "select count(*) from documents.file");
    for (int copy = 1; copy <= 2; ++copy) {
        const std::string shown = browser.get(action).body;
        const HttpAnswer sent = browser.post_files(action + "/evidence",
                                                   {{"csrf", test::hidden(shown, "csrf")},
                                                    {"key", test::hidden(shown, "key")},
                                                    {"evidence_title", "Copie"},
                                                    {"evidence_step", ""}},
                                                   {{.field = "evidence_file",
                                                     .name = "b.pdf",
                                                     .type = "application/pdf",
                                                     .bytes = "%PDF-1.7\n2 0 obj\n"}});
        EXPECT_EQ(sent.status, 200);
        EXPECT_EQ(std::stoi(test::asked(admin, "select count(*) from documents.file")),
                  std::stoi(before) + copy);
    }
}

// A6: a search answers about what one may read, and its answer about the rest is that of a word nobody wrote.
TEST(A_search_for_what_another_council_wrote, answers_like_one_for_a_word_that_nobody_wrote) {
    AttackedTown town;
    HttpClient stranger = town.stranger();
    const auto answer = [&](const std::string& word) {
        const HttpAnswer found = stranger.get("/ailleurs/search.json?q=" + word);
        std::string text = told(found);
        for (std::size_t at = text.find(word); at != text.npos; at = text.find(word))
            text.erase(at, word.size());
        return text;
    };
    const std::string nobody = answer("xyzzyxyz");
    for (const char* word : {"TRQ-13", "PRE-1", "camille", "fictif", "secouristes"})
        EXPECT_EQ(answer(word), nobody) << word;
}

// Every page of the other council, whole: status, headers, length, mark of the version.
std::map<std::string, std::string> pages_of(HttpClient& browser, const AttackedTown& town) {
    std::map<std::string, std::string> pages;
    for (const app::Route& route : app::agents_routes()) {
        if (route.method != Method::get || !route.pattern.starts_with("/{council}") ||
            route.pattern.ends_with("/events"))
            continue;
        const std::string path = town.address(route.pattern, Ids::existing, "ailleurs");
        for (const std::string& twin : {path, path + ".json"}) {
            if (twin != path && route.json == nullptr) continue;
            HttpAnswer answer = browser.get(twin, test::Redirects::stop);
            for (const char* token : {"csrf", "key"})
                for (std::string own = test::hidden(answer.body, token); !own.empty();
                     own = test::hidden(answer.body, token))
                    answer.body.erase(answer.body.find("name=\"" + std::string(token) + "\" value=\"" + own),
                                      own.size() + std::string(token).size() + 15);
            pages[twin] = told(answer);
        }
    }
    return pages;
}

// A7, A14: totals, marks, lengths and gaps are the same the day before and the day after.
TEST(What_is_added_in_a_council, leaves_no_trace_on_any_page_of_another) {
    AttackedTown town;
    HttpClient stranger = town.stranger(), coordinator = town.laval().signed_in("coordination");
    (void)pages_of(stranger, town);  // an export leaves a line in one's own journal
    const std::string journal = "/ailleurs/journal";
    auto before = pages_of(stranger, town);
    submit(coordinator, "/laval/actions/TRQ-13", "/laval/actions/TRQ-13/news",
           {{"news_text", "Une nouvelle"}});
    submit(coordinator, "/laval/actions/TRQ-13", "/laval/actions/TRQ-13/steps",
           {{"step_title", "Une étape"}});
    submit(coordinator, "/laval/organisations/new", "/laval/organisations",
           {{"name", "Une association"}, {"short_name", "UA"}, {"kind", "Association"}});
    auto after = pages_of(stranger, town);
    for (auto* pages : {&before, &after})
        std::erase_if(*pages, [&](const auto& page) { return page.first.starts_with(journal); });
    ASSERT_GT(before.size(), 30U);
    for (const auto& [path, page] : before) EXPECT_EQ(page, after[path]) << path;
}

// A15: an id that is seen from outside says neither how many there are nor in which order.
TEST(An_id_of_a_person_or_a_file, is_random) {
    AttackedTown town;
    platform::db::Connection admin(town.laval().database().connection("maillage_admin"));
    for (const char* ids :
         {"select public_id from identity.account", "select public_id from identity.mandate",
          "select id from identity.session union select gen_random_uuid()", "select id from documents.file"})
        EXPECT_EQ(
            test::asked(admin, "select count(*) from (" + std::string(ids) +
                                   ") as seen (id) where id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-"
                                   "[89ab][0-9a-f]{3}-[0-9a-f]{12}$'"),
            "0")
            << ids;
    EXPECT_THAT(town.laval().signed_in("coordination").get("/laval/accounts.json").body,
                Not(HasSubstr("\"id\":\"1\"")));
}

}  // namespace
}  // namespace maillage
