#include "platform/html/builder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::platform::html {
namespace {

TEST(The_builder, escapes_text_and_attributes) {
    Out out;
    el(out, "p", {a("title", "\"><script>")}, "a < b & 'c'");
    EXPECT_EQ(out.bytes, "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; &#39;c&#39;</p>");
}

TEST(The_builder, nests_and_leaves_out_absent_attributes) {
    Out out;
    el(out, "ul", {a_if("class", "")}, [](Out& o) {
        el(o, "li", {flag("hidden", false)}, 42);
        void_el(o, "input", {a("name", "x"), flag("required", true)});
    });
    EXPECT_EQ(out.bytes, "<ul><li>42</li><input name=\"x\" required=\"\"></ul>");
}

TEST(A_url, is_a_path_of_our_own_origin) {
    EXPECT_EQ(Url::path("/laval/actions?late=1").value(), "/laval/actions?late=1");
    for (const char* bad :
         {"//evil.example", "/\\evil.example", "javascript:alert(1)", "", "laval", "/a b", "/a\nb", "/é"})
        EXPECT_EQ(Url::path(bad).value(), "about:invalid") << bad;
}

TEST(A_url, to_another_site_is_https_only) {
    EXPECT_EQ(Url::external("https://www.legifrance.gouv.fr/").value(), "https://www.legifrance.gouv.fr/");
    EXPECT_EQ(Url::external("http://example.org").value(), "about:invalid");
    EXPECT_EQ(Url::external("https://a\"b").value(), "about:invalid");
    EXPECT_EQ(Url::mail("a@b?bcc=c").value(), "about:invalid");
    EXPECT_EQ(Url::telephone("02 43 00-00").value(), "tel:02430000");
}

TEST(Json_data, cannot_end_its_element) {
    Out out;
    json_data(out, "d", "{\"a\":\"</script><b>\"}");
    EXPECT_EQ(out.bytes.find("</script><b>"), out.bytes.npos);
}

RC_GTEST_PROP(The_builder, never_lets_text_open_a_tag, (const std::string& text)) {
    Out out;
    el(out, "p", {a("title", text)}, text);
    const std::string inside = out.bytes.substr(3, out.bytes.size() - 7);
    RC_ASSERT(inside.find('<') == inside.npos);
    RC_ASSERT(std::count(out.bytes.begin(), out.bytes.end(), '"') == 2);
}

}  // namespace
}  // namespace maillage::platform::html
