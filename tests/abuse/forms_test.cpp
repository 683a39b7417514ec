#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/kept_form_labels.hpp"
#include "platform/db/connection.hpp"
#include "tests/abuse/town.hpp"
#include "tests/support/words.hpp"

// Every form of every route: sent by nobody else, once, and never by reading a page.
namespace maillage {
namespace {

namespace db = platform::db;

using app::Route;
using identity::Act;
using platform::http::Method;
using test::AttackedTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Pairs;
using test::Post;
using Ids = AttackedTown::Ids;

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";

Pairs completed(HttpClient& browser, AttackedTown& town, const Post& post, const std::string& csrf,
                std::string_view once) {
    Pairs fields = post.fields;
    const bool asks = std::ranges::any_of(fields, [](const auto& field) { return field.second == "?"; });
    const std::string page = asks ? browser.get(town.address(post.page, Ids::existing)).body : "";
    for (auto& [name, value] : fields) {
        if (value == "?") value = test::hidden(page, name);
        if (value == "code") value = town.one_time_password(std::string(post.who));
        if (value == "passkey") value = town.passkey_of(std::string(post.who));
        name = town.address(name, Ids::existing);
    }
    for (auto& field : town.passkey_fields(post.passkey, std::string(post.who)))
        fields.push_back(std::move(field));
    fields.emplace_back("csrf", csrf);
    fields.emplace_back("key", once);
    return fields;
}

HttpAnswer sent(HttpClient& browser, const std::string& path, const Post& post, const Pairs& fields) {
    constexpr auto stop = test::Redirects::stop;
    if (post.file.empty()) return browser.post(path, fields, stop);
    return browser.post_files(path, fields,
                              {{.field = std::string(post.file_field),
                                .name = std::string(post.file_name),
                                .type = "application/octet-stream",
                                .bytes = post.file}},
                              stop);
}

std::string urlencoded(const Pairs& fields) {
    std::string body;
    for (const auto& [name, value] : fields) body += name + "=" + value + "&";
    return body;
}

TEST(Every_route_that_changes_something, says_how_it_is_used) {
    for (const Route& route : app::agents_routes()) {
        if (route.method != Method::post) continue;
        const auto described = std::ranges::count(test::posts(), route.pattern, &Post::pattern);
        EXPECT_EQ(described, route.once == Route::Once::no ? 0 : 1)
            << route.pattern << ": one entry in tests/abuse/posts.cpp";
    }
    for (const Post& post : test::posts())
        EXPECT_TRUE(std::ranges::any_of(app::agents_routes(),
                                        [&](const Route& route) { return route.pattern == post.pattern; }))
            << post.pattern << " is no route";
}

TEST(A_form_that_is_kept_for_after_sign_in, has_words_for_every_field_that_was_typed_in) {
    constexpr std::array nobody_sees{"act", "passkey", "query", "session", "version"};
    for (const Post& post : test::posts())
        for (const auto& [name, value] : post.fields) {
            if (value == "?" || name.find("password") != name.npos) continue;
            if (std::ranges::find(nobody_sees, name) != nobody_sees.end()) continue;
            EXPECT_TRUE(app::label_of_field(test::french(), name)) << post.pattern << ": " << name;
        }
}

TEST(A_form_sent_twice, has_one_effect_and_one_answer) {
    AttackedTown town;
    std::map<std::string_view, HttpClient> browsers;
    int count = 0;
    for (const Post& post : test::posts()) {
        if (!browsers.contains(post.who))
            browsers.emplace(post.who, town.laval().signed_in(std::string(post.who)));
        HttpClient& browser = browsers.at(post.who);
        const std::string path = town.address(post.pattern, Ids::existing), csrf = test::csrf_of(browser);
        const std::string once = std::string(key) + std::to_string(++count);
        const Pairs fields = completed(browser, town, post, csrf, once);
        const std::string before = town.rows();
        const HttpAnswer first = sent(browser, path, post, fields);
        const std::string after = town.rows();
        EXPECT_LT(first.status, 400) << path << "\n" << first.body.substr(0, 3000);
        EXPECT_EQ(before != after, post.effect == Post::Effect::yes) << path;
        const HttpAnswer second = sent(browser, path, post, fields);
        EXPECT_EQ(second.status, first.status) << path;
        EXPECT_EQ(second.header("location"), first.header("location")) << path;
        EXPECT_EQ(town.rows(), after) << path << " did it twice";
        Pairs other = fields;
        other.emplace_back("more", "1");
        EXPECT_EQ(sent(browser, path, post, other).status, 422) << path << ": the key of another form";
    }
}

// Every column of the database, as an attacker would guess them from the sources.
constexpr db::Sql all_columns{"test.all_columns", R"(
select distinct a.attname::text
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta')
order by 1)"};
// The tables in which a value stands; the answers kept for a form that comes again may repeat what was typed.
constexpr db::Sql tables_with{"test.tables_with", R"(
select format('%s.%s', n.nspname, c.relname)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta')
  and not (n.nspname = 'identity' and c.relname in ('submission', 'kept_form'))
  and (xpath('/row/h/text()', query_to_xml(format('select count(*) as h from %I.%I t where t::text like %L',
                                                  n.nspname, c.relname, '%' || $1 || '%'), false, true, '')))[1]::text <> '0')"};

// R12: each handler reads the fields of its own form by their names, so that others, whatever they are
// called, are ignored and not refused: a page that stayed open through an update still sends what it has.
TEST(Fields_that_a_form_does_not_have, are_written_nowhere) {
    AttackedTown town;
    constexpr std::string_view planted = "7770123457";
    db::Connection admin(town.laval().database().connection("maillage_admin"));
    admin.command("begin isolation level read committed");
    db::Tx tx(admin);
    const auto text = [](db::Row& row) { return row.text(); };
    std::vector<std::string> guessed = tx.all(all_columns, text);
    for (const char* more : {"roles", "is_admin", "mandates", "permissions", "acts", "owner", "council"})
        guessed.emplace_back(more);
    std::map<std::string_view, HttpClient> browsers;
    int count = 0, planted_fields = 0;
    for (const Post& post : test::posts()) {
        if (!browsers.contains(post.who))
            browsers.emplace(post.who, town.laval().signed_in(std::string(post.who)));
        HttpClient& browser = browsers.at(post.who);
        Pairs fields = completed(browser, town, post, test::csrf_of(browser),
                                 std::string(key) + std::to_string(++count));
        // What a form has is its own to check, a filter of the table that is printed too; a column that some
        // form has a field for is typed there.
        for (const std::string& name : guessed) {
            const bool own =
                std::ranges::any_of(fields, [&](const auto& field) { return field.first == name; });
            if (own || name == "version" || name == "axis" || app::label_of_field(test::french(), name))
                continue;
            fields.emplace_back(name, planted);
            ++planted_fields;
        }
        const HttpAnswer answer = sent(browser, town.address(post.pattern, Ids::existing), post, fields);
        EXPECT_LT(answer.status, 400) << post.pattern << answer.body.substr(0, 500);
    }
    EXPECT_GT(planted_fields, 1000);
    EXPECT_THAT(tx.all(tables_with, text, planted), testing::IsEmpty());
}

TEST(A_form_of_another_site, changes_nothing) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination");
    const std::string csrf = test::csrf_of(browser), before = town.rows(), ours = browser.origin();
    const std::string type = "application/x-www-form-urlencoded";
    for (const Route& route : app::agents_routes()) {
        if (route.method != Method::post) continue;
        const std::string path = town.address(route.pattern, Ids::existing);
        const std::string body = urlencoded({{"csrf", csrf}, {"key", std::string(key)}});
        const auto refused = [&](const Pairs& headers, const std::string& bytes) {
            EXPECT_EQ(browser.send("POST", path, headers, bytes).status, 403)
                << path << " " << (headers.empty() ? "" : headers.back().second);
        };
        for (const char* site : {"cross-site", "same-site", "none", "x"})
            refused({{"content-type", type}, {"origin", ours}, {"sec-fetch-site", site}}, body);
        for (const std::string& origin :
             {std::string("https://evil.example"), std::string("null"), ours + "0"})
            refused({{"content-type", type}, {"origin", origin}}, body);
        refused({{"content-type", type}}, body);
        if (route.act == Act::read_public) continue;
        const Pairs from_us{{"content-type", type}, {"origin", ours}, {"sec-fetch-site", "same-origin"}};
        refused(from_us, urlencoded({{"key", std::string(key)}}));
        refused(from_us, urlencoded({{"csrf", std::string(csrf.size(), 'A')}, {"key", std::string(key)}}));
        const HttpAnswer json = browser.send(
            "POST", path,
            {{"content-type", "text/plain"}, {"origin", ours}, {"sec-fetch-site", "same-origin"}},
            "{\"csrf\":\"" + csrf + "\"}");
        EXPECT_GE(json.status, 400) << path;
    }
    EXPECT_EQ(town.rows(), before);
}

TEST(A_token, opens_the_forms_of_its_own_session_alone) {
    AttackedTown town;
    HttpClient owner = town.laval().signed_in("coordination"), other = town.laval().signed_in("coordination");
    const HttpAnswer answer = owner.post(
        "/laval/actions/views",
        {{"csrf", test::csrf_of(other)}, {"key", std::string(key)}, {"name", "Vue"}, {"query", ""}});
    EXPECT_EQ(answer.status, 403);
}

// Without the journal's own rows: to read a piece of evidence or an export leaves its trace there.
std::string but_the_journal(std::string rows) {
    const std::size_t at = rows.find("audit.entry ");
    return rows.erase(at, rows.find('\n', at) - at);
}

TEST(Reading, writes_nothing_but_its_trace_and_is_kept_by_no_cache) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination"), officer = town.laval().signed_in("dpo");
    const std::string before = but_the_journal(town.rows());
    for (const Route& route : app::agents_routes()) {
        // The stream of a job that waits has no end.
        if (route.method != Method::get || route.pattern.ends_with("/events")) continue;
        const std::string path = town.address(route.pattern, Ids::existing);
        for (const std::string& twin : {path, path + ".json"}) {
            if (twin != path && route.json == nullptr) continue;
            const HttpAnswer answer = browser.get(twin, test::Redirects::stop);
            // No form was kept, the job has no result yet, and nobody left for the provider.
            const bool nothing_yet =
                path == "/kept-form" || path.ends_with("/result") || path == "/sign-in/provider/back";
            EXPECT_LT(answer.status, nothing_yet ? 405 : 400) << twin;
            EXPECT_EQ(answer.header("cache-control"), "no-store") << twin;
        }
    }
    EXPECT_EQ(officer.get("/laval/journal").status, 200);
    EXPECT_EQ(but_the_journal(town.rows()), before);
}

TEST(An_export, leaves_its_trace_with_the_account_in_the_journal) {
    AttackedTown town;
    HttpClient browser = town.laval().signed_in("coordination"), officer = town.laval().signed_in("dpo");
    const auto traced = [&] {
        const std::string rows = officer.get("/laval/journal.json?act=export_strategy").body;
        std::size_t count = 0;
        for (std::size_t at = rows.find("\"act\""); at != rows.npos; at = rows.find("\"act\"", at + 1))
            ++count;
        return count;
    };
    const std::size_t before = traced();
    for (const char* format : {"csv", "xlsx"})
        EXPECT_EQ(browser.get("/laval/actions/export." + std::string(format)).status, 200);
    EXPECT_EQ(traced(), before + 2);
    const std::string rows = officer.get("/laval/journal.json?act=export_strategy").body;
    EXPECT_THAT(rows, testing::AllOf(testing::HasSubstr("\"csv\""), testing::HasSubstr("\"xlsx\"")));
}

}  // namespace
}  // namespace maillage
