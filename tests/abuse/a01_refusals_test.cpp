#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "app/demo.hpp"
#include "tests/abuse/town.hpp"

// A1: someone lists, guesses and sends what they may not. Whatever they try, they read the answer of a thing
// that does not exist, byte for byte, and nothing is written.
namespace maillage {
namespace {

using app::Route;
using identity::Act;
using platform::http::Method;
using test::AttackedTown;
using test::HttpAnswer;
using test::HttpClient;
using Ids = AttackedTown::Ids;

bool is_read(const Route& route) { return route.method == Method::get; }

void each_guarded_route(const std::function<void(const Route&)>& attack) {
    for (const Route& route : app::agents_routes())
        if (route.act != Act::read_public) attack(route);
}

// The page and its twin, or the form.
std::vector<HttpAnswer> all_answers(HttpClient& browser, const Route& route, const std::string& path,
                                    const std::string& csrf) {
    constexpr auto stop = test::Redirects::stop;
    if (!is_read(route)) {
        // The fields of a valid form, so that only the thing itself is missing.
        test::Pairs fields{{"csrf", csrf}, {"key", "0123456789abcdef0123456789abcdef"}};
        for (const test::Post& post : test::posts())
            if (post.pattern == route.pattern)
                for (const auto& field : post.fields)
                    if (field.second != "?") fields.push_back(field);
        return {browser.post(path, fields, stop)};
    }
    std::vector<HttpAnswer> answers{browser.get(path, stop)};
    if (route.json != nullptr) answers.push_back(browser.get(path + ".json", stop));
    return answers;
}

// What the coordinator reads for an action that does not exist: the one answer of everything absent.
struct Absent {
    std::string page, twin;
    explicit Absent(AttackedTown& town) {
        HttpClient browser = town.laval().signed_in("coordination");
        page = told(browser.get("/laval/actions/PRE-999"));
        twin = told(browser.get("/laval/actions/PRE-999.json"));
    }
    void expect(const std::vector<HttpAnswer>& answers, const std::string& what) const {
        EXPECT_EQ(told(answers[0]), page) << what;
        if (answers.size() > 1) EXPECT_EQ(told(answers[1]), twin) << what;
    }
};

TEST(A_role, reads_of_what_it_may_not_that_it_does_not_exist) {
    AttackedTown town;
    const Absent absent(town);
    const std::string before = town.rows();
    std::vector<std::pair<std::string, HttpClient>> browsers;
    for (const app::DemoAccount& account : app::demo_accounts()) {
        const std::string who(account.email.substr(0, account.email.find('@')));
        browsers.emplace_back(who, town.laval().signed_in(who));
    }
    const std::string signed_in = town.rows();
    std::size_t tried = 0;
    for (std::size_t i = 0; i < browsers.size(); ++i) {
        auto& [who, browser] = browsers[i];
        const identity::HeldRole role = app::demo_accounts()[i].role;
        const identity::Subject subject{.signed_in = true, .roles = {&role, 1}};
        const std::string csrf = test::csrf_of(browser);
        each_guarded_route([&](const Route& route) {
            if (identity::may(subject, route.act, {}, {})) return;
            const std::string path = town.address(route.pattern, Ids::existing);
            absent.expect(all_answers(browser, route, path, csrf), who + " " + path);
            ++tried;
        });
    }
    EXPECT_GT(tried, 200U);
    EXPECT_NE(before, signed_in) << "the fingerprint of the rows sees no write";
    EXPECT_EQ(town.rows(), signed_in);
    HttpClient officer = town.laval().signed_in("dpo");
    EXPECT_THAT(officer.get("/laval/journal.json?act=edit_strategy").body,
                testing::HasSubstr("\"permitted\":false"));
}

TEST(Another_council, reads_of_this_one_that_it_does_not_exist) {
    AttackedTown town;
    const Absent absent(town);
    HttpClient stranger = town.stranger();
    const std::string csrf = test::csrf_of(stranger, "ailleurs"), before = town.rows();
    each_guarded_route([&](const Route& route) {
        if (!route.pattern.starts_with("/{council}")) return;
        const std::string here = town.address(route.pattern, Ids::existing);
        absent.expect(all_answers(stranger, route, here, csrf), here);
        const std::string nowhere = town.address(route.pattern, Ids::existing, "nulle-part");
        absent.expect(all_answers(stranger, route, nowhere, csrf), nowhere);
        // Their own council's address with the ids of ours.
        const std::string mixed = town.address(route.pattern, Ids::existing, "ailleurs");
        const std::string none = town.address(route.pattern, Ids::absent, "ailleurs");
        if (mixed != none && !route.pattern.contains("{dimension}") && !route.pattern.contains("{form}"))
            absent.expect(all_answers(stranger, route, mixed, csrf), mixed);
    });
    EXPECT_EQ(town.rows(), before);
}

TEST(An_id_that_was_guessed, answers_like_a_refusal) {
    AttackedTown town;
    const Absent absent(town);
    HttpClient browser = town.laval().signed_in("coordination");
    const std::string csrf = test::csrf_of(browser), before = town.rows();
    each_guarded_route([&](const Route& route) {
        for (const Ids ids : {Ids::absent, Ids::malformed}) {
            const std::string path = town.address(route.pattern, ids);
            if (path == town.address(route.pattern, Ids::existing) || route.pattern.contains("{form}"))
                continue;
            absent.expect(all_answers(browser, route, path, csrf), path);
        }
    });
    EXPECT_EQ(town.rows(), before);
}

TEST(Another_account, reads_of_what_is_somebody_s_own_that_it_does_not_exist) {
    AttackedTown town;
    const Absent absent(town);
    HttpClient other = town.laval().signed_in("elue");
    const std::string csrf = test::csrf_of(other), before = town.rows();
    each_guarded_route([&](const Route& route) {
        if (!route.pattern.contains("{job}") && !route.pattern.contains("{view}")) return;
        const std::string path = town.address(route.pattern, Ids::existing);
        absent.expect(all_answers(other, route, path, csrf), path);
    });
    EXPECT_EQ(town.rows(), before);
}

TEST(A_visitor, is_sent_to_sign_in_and_learns_nothing) {
    AttackedTown town;
    HttpClient visitor = town.laval().visitor();
    const std::string before = town.rows();
    each_guarded_route([&](const Route& route) {
        for (const Ids ids : {Ids::existing, Ids::absent}) {
            const std::string path = town.address(route.pattern, ids);
            const std::vector<HttpAnswer> answers = all_answers(visitor, route, path, "");
            EXPECT_EQ(answers[0].status, 303) << path;
            EXPECT_TRUE(answers[0].header("location").starts_with("/sign-in?next=")) << path;
            EXPECT_EQ(answers[0].body, "") << path;
            if (answers.size() > 1) EXPECT_EQ(answers[1].status, 401) << path;
        }
    });
    EXPECT_EQ(town.rows(), before);
}

TEST(Other_verbs_and_conditions, open_nothing) {
    AttackedTown town;
    HttpClient administrator = town.laval().signed_in("administration");
    const std::string path = "/laval/actions/PRE-1";
    EXPECT_EQ(administrator.head(path).status, 404);
    EXPECT_EQ(administrator.send("GET", path, {{"if-none-match", "*"}, {"range", "bytes=0-9"}}).status, 404);
    for (const char* method : {"OPTIONS", "PUT", "PATCH", "DELETE"})
        EXPECT_EQ(told(administrator.send(method, path)),
                  told(administrator.send(method, "/laval/actions/PRE-999")))
            << method;
}

}  // namespace
}  // namespace maillage
