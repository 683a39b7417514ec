#include "platform/json_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "foundation/check.hpp"

namespace maillage::platform {
namespace {

TEST(The_json_writer, puts_commas_and_escapes_where_they_belong) {
    JsonWriter json;
    json.begin_object()
        .member("a", "é\"\\\n\x01")
        .key("b")
        .begin_array()
        .value(1)
        .value(0.1)
        .value(true)
        .null();
    json.end_array().member("c", std::optional<double>()).end_object();
    EXPECT_EQ(json.take(), "{\"a\":\"é\\\"\\\\\\n\\u0001\",\"b\":[1,0.1,true,null],\"c\":null}");
}

TEST(The_json_writer, writes_null_for_a_number_that_is_not_finite) {
    JsonWriter json;
    json.begin_array().value(std::numeric_limits<double>::infinity()).end_array();
    EXPECT_EQ(json.take(), "[null]");
}

TEST(The_json_writer, stops_on_unbalanced_use) {
    EXPECT_THROW(JsonWriter().begin_object().value(1), foundation::Bug);
    EXPECT_THROW(JsonWriter().begin_array().end_object(), foundation::Bug);
    EXPECT_THROW(JsonWriter().begin_array().take(), foundation::Bug);
}

}  // namespace
}  // namespace maillage::platform
