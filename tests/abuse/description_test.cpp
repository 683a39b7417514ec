#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/abuse/town.hpp"

// The OpenAPI description against what the twins really answer.
namespace maillage {
namespace {

using test::AttackedTown;

// The names of a JSON object's own members, not those of what it holds.
std::vector<std::string> own_names(const std::string& json) {
    std::vector<std::string> names;
    int depth = 0;
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] == '{' || json[at] == '[') ++depth;
        if (json[at] == '}' || json[at] == ']') --depth;
        if (json[at] != '"') continue;
        std::size_t end = at + 1;
        while (json[end] != '"') end += json[end] == '\\' ? 2 : 1;
        if (depth == 1 && json[end + 1] == ':') names.push_back(json.substr(at + 1, end - at - 1));
        at = end;
    }
    return names;
}

std::string object_after(const std::string& json, const std::string& mark, std::size_t from) {
    const std::size_t start = json.find(mark, from);
    if (start == json.npos) return {};
    const std::size_t open = start + mark.size();
    int depth = 0;
    for (std::size_t at = open; at < json.size(); ++at) {
        if (json[at] == '{') ++depth;
        if (json[at] == '}' && --depth == 0) return json.substr(open, at - open + 1);
    }
    return {};
}

TEST(The_description_of_the_twins, names_every_property_that_they_answer_and_no_other) {
    AttackedTown town;
    test::HttpClient coordinator = town.laval().signed_in("coordination"),
                     officer = town.laval().signed_in("dpo");
    for (const app::Route& route : app::agents_routes()) {
        if (route.json == nullptr) continue;
        const std::string path = town.address(route.pattern, AttackedTown::Ids::existing) + ".json";
        const bool hers = coordinator.get(path).status == 200;
        test::HttpClient& browser = hers ? coordinator : officer;
        const std::string description = browser.get("/laval/openapi.json").body;
        const std::size_t from = description.find("\"" + std::string(route.pattern) + ".json\":");
        ASSERT_NE(from, description.npos) << route.pattern;
        const std::string properties = object_after(description, "\"properties\":", from);
        std::vector<std::string> said = own_names(properties), given = own_names(browser.get(path).body);
        std::ranges::sort(said);
        std::ranges::sort(given);
        EXPECT_EQ(said, given) << route.pattern;
    }
    const std::string whole = coordinator.get("/laval/openapi.json").body;
    EXPECT_THAT(whole, testing::AllOf(testing::HasSubstr("\"503\""), testing::HasSubstr("\"in\":\"query\""),
                                      testing::HasSubstr("\"name\":\"alarm\"")));
}

}  // namespace
}  // namespace maillage
