#include "platform/http/router.hpp"

#include <gtest/gtest.h>

#include "foundation/check.hpp"

namespace maillage::platform::http {
namespace {

// Says which route answered, with what it matched.
Response say(Request& request) {
    std::string words(request.route);
    for (const auto& [name, value] : request.params) words += " " + name + "=" + value;
    return Response::text(200, words);
}

Router routes(std::initializer_list<std::string_view> patterns) {
    Router router;
    for (const std::string_view pattern : patterns) router.add(Method::get, pattern, say);
    return router;
}

Response ask(const Router& router, Method method, std::string path) {
    Request request{.method = method, .path = std::move(path)};
    return router.handle(request);
}
std::string found(const Router& router, std::string path) {
    return std::get<std::string>(ask(router, Method::get, std::move(path)).body);
}
std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

TEST(A_router, prefers_a_literal_to_a_suffix_to_a_parameter) {
    const Router router =
        routes({"/", "/{council}", "/{council}/actions", "/{council}/actions/new",
                "/{council}/actions/{code}", "/{council}/actions/{code}.json", "/{council}/actions.json"});

    EXPECT_EQ(found(router, "/"), "/");
    EXPECT_EQ(found(router, "/laval"), "/{council} council=laval");
    EXPECT_EQ(found(router, "/laval/actions/new"), "/{council}/actions/new council=laval");
    EXPECT_EQ(found(router, "/laval/actions/PRE-1"), "/{council}/actions/{code} code=PRE-1 council=laval");
    EXPECT_EQ(found(router, "/laval/actions/PRE-1.json"),
              "/{council}/actions/{code}.json code=PRE-1 council=laval");
    EXPECT_EQ(found(router, "/laval/actions.json"), "/{council}/actions.json council=laval");
    EXPECT_EQ(found(router, "/laval/actions/.json"), "/{council}/actions/{code} code=.json council=laval");
}

TEST(A_router, steps_back_from_a_branch_that_leads_nowhere) {
    const Router router = routes({"/assets/app.js", "/{council}/help"});

    EXPECT_EQ(found(router, "/assets/help"), "/{council}/help council=assets");
}

TEST(A_router, lets_one_place_have_names_by_route) {
    const Router router = routes({"/{a}/x", "/{b}/y"});

    EXPECT_EQ(found(router, "/1/y"), "/{b}/y b=1");
}

TEST(A_router, gives_all_that_follows_to_a_last_parameter) {
    const Router router = routes({"/assets/{path*}"});

    EXPECT_EQ(found(router, "/assets/fonts/inter.woff2"), "/assets/{path*} path=fonts/inter.woff2");
    EXPECT_EQ(ask(router, Method::get, "/assets").status, 404);
    EXPECT_EQ(ask(router, Method::get, "/assets/").status, 404);
}

TEST(A_router, sends_a_slash_too_many_to_the_page_itself) {
    const Router router = routes({"/{council}"});
    Request request{.path = "/laval é/"};
    request.query.add("q", "a b");

    const Response response = router.handle(request);

    EXPECT_EQ(response.status, 308);
    EXPECT_EQ(header(response, "location"), "/laval%20%C3%A9?q=a%20b");
    EXPECT_EQ(ask(router, Method::post, "/laval/").status, 404);
    EXPECT_EQ(ask(router, Method::get, "/laval/x/").status, 404);
    EXPECT_EQ(ask(router, Method::get, "/").status, 404);
}

TEST(A_router, says_what_is_allowed) {
    Router router;
    router.add(Method::get, "/a", say);
    router.add(Method::post, "/a", say);
    router.add(Method::post, "/b", say);

    EXPECT_EQ(ask(router, Method::put, "/a").status, 405);
    EXPECT_EQ(header(ask(router, Method::put, "/a"), "allow"), "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(ask(router, Method::options, "/b").status, 204);
    EXPECT_EQ(header(ask(router, Method::options, "/b"), "allow"), "POST, OPTIONS");
    EXPECT_EQ(ask(router, Method::head, "/a").status, 200);
    EXPECT_EQ(ask(router, Method::head, "/b").status, 405);
}

TEST(A_router, wraps_every_answer_the_first_middleware_outermost) {
    const auto marked = [](std::string mark) {
        return [mark](Request& request, const Handler& next) {
            Response response = next(request);
            response.headers.emplace_back("x-mark", mark);
            return response;
        };
    };
    Router router;
    router.use(marked("outer"));
    router.use(marked("inner"));
    router.add(Method::get, "/a", say);

    for (const auto& [method, path] :
         {std::pair{Method::get, "/a"}, {Method::get, "/none"}, {Method::put, "/a"}}) {
        const Response response = ask(router, method, path);
        const auto last = response.headers.end();
        EXPECT_EQ((last - 2)->second, "inner");
        EXPECT_EQ((last - 1)->second, "outer");
    }
}

TEST(A_router, finds_mistakes_when_it_starts) {
    Router router = routes({"/a/{b}"});

    EXPECT_THROW(router.add(Method::get, "/a/{c}", say), foundation::Bug);
    for (const std::string_view pattern : {"a", "/{", "/{}", "/x{a}", "/{rest*}/a"})
        EXPECT_THROW(router.add(Method::get, pattern, say), foundation::Bug) << pattern;
}

}  // namespace
}  // namespace maillage::platform::http
