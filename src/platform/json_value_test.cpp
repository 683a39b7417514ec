#include "platform/json_value.hpp"

#include <gtest/gtest.h>

namespace maillage::platform {
namespace {

TEST(A_json_value, is_read_as_a_tree_in_its_order) {
    const auto read = JsonValue::parse(R"({"b":[{"op":"add"},true],"a":null,"n":3})");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->names.size(), 3U);
    EXPECT_EQ(read->names[0], "b");
    const JsonValue& list = read->items[0];
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items[0].items.at(0).words, "add");
    EXPECT_TRUE(list.items[1].truth);
    EXPECT_TRUE(read->items[1].empty());
    EXPECT_TRUE(read->items[2].is(JsonValue::Kind::number));
}

TEST(A_json_value, is_nothing_when_it_is_broken_or_too_deep) {
    for (const char* text : {"", "{", "{}{}", "{\"a\":}", "\xff"})
        EXPECT_FALSE(JsonValue::parse(text)) << text;
    const std::string open(17, '['), closed(17, ']');
    EXPECT_FALSE(JsonValue::parse(open + closed));
    EXPECT_TRUE(JsonValue::parse(open.substr(1) + closed.substr(1)));
}

TEST(A_json_value, is_nothing_when_it_says_one_thing_twice) {
    for (const char* text : {R"({"active":true,"active":false})", R"({"active":true,"Active":false})",
                             R"([{"value":{"a":1,"b":{},"\u0061":2}}])"})
        EXPECT_FALSE(JsonValue::parse(text)) << text;
    EXPECT_TRUE(JsonValue::parse(R"([{"a":{"a":1}},{"a":["a","a"]}])"));
}

}  // namespace
}  // namespace maillage::platform
