#include "platform/json_document.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/json_writer.hpp"

namespace maillage::platform {
namespace {

TEST(A_json_document, gives_the_texts_and_the_lists_of_texts_of_an_object) {
    const auto document = JsonDocument::parse(R"({"language":"fr","codes":["PRE-1","AGG-2"],"n":3})");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text("language"), "fr");
    EXPECT_EQ(document->texts("codes"), (std::vector<std::string>{"PRE-1", "AGG-2"}));
    EXPECT_EQ(document->text("n"), "") << "a number is no text";
    EXPECT_EQ(document->text("absent"), "");
    EXPECT_TRUE(document->texts("language").empty());
}

TEST(A_json_document, is_nothing_but_one_object) {
    for (const char* text : {"", "[]", "\"x\"", "{", "{}{}", "{\"a\":}", "null"})
        EXPECT_FALSE(JsonDocument::parse(text)) << text;
}

RC_GTEST_PROP(A_json_document, gives_back_what_the_writer_wrote, (std::string text)) {
    // JSON is UTF-8: bytes that are not text do not go through a payload.
    for (char& c : text) c = static_cast<char>(c & 0x7F);
    JsonWriter json;
    json.begin_object().member("text", text).end_object();
    const auto document = JsonDocument::parse(json.take());
    RC_ASSERT(document.has_value());
    RC_ASSERT(std::string(document->text("text")) == text);
}

}  // namespace
}  // namespace maillage::platform
