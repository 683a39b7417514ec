#include "platform/odt/odt.hpp"

#include <gtest/gtest.h>

#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::odt {
namespace {

constexpr std::string_view document =
    "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Bilan</title></head><body>"
    "<h1 id=\"un\">Prévenir</h1><p>Échéance dépassée</p>"
    "<table><caption>Actions</caption><thead><tr><th>Code</th></tr></thead><tbody><tr><td>PRE-1</td></tr></"
    "tbody>"
    "</table></body></html>";

OdtOptions options() { return {.title = "Bilan", .contents = "Sommaire", .language = "fr"}; }

// The content of the document, as python's own zip reader finds it.
std::string content_of(const std::string& odt, std::string_view member) {
    const auto outcome = sandbox::run(
        {.arguments =
             {"/usr/bin/python3", "-I", "-c",
              "import sys, zipfile; sys.stdout.write(zipfile.ZipFile('made.odt').read(sys.argv[1]).decode())",
              std::string(member)},
         .input = {},
         .files = {{.name = "made.odt", .bytes = odt}},
         .environment = {},
         .limits = {}});
    return outcome ? outcome->output + outcome->errors : "not read";
}

TEST(An_odt, has_its_headings_its_table_and_its_text) {
    const auto made = render_odt(document, options());

    ASSERT_TRUE(made) << static_cast<int>(made.error());
    const std::string content = content_of(*made, "content.xml");
    EXPECT_NE(content.find("Échéance dépassée"), content.npos);
    EXPECT_NE(content.find("<text:h text:style-name=\"Heading_20_1\""), content.npos) << content;
    EXPECT_NE(content.find("table:table-header-rows"), content.npos);
    EXPECT_NE(content.find("Sommaire"), content.npos);
    EXPECT_NE(content_of(*made, "meta.xml").find("<dc:title>Bilan</dc:title>"), std::string::npos);
}

TEST(An_odt, is_the_same_for_the_same_document) {
    EXPECT_EQ(render_odt(document, options()), render_odt(document, options()));
}

TEST(An_odt, takes_no_file_of_the_machine_into_it) {
    for (const char* tag :
         {"<img src=\"/etc/hostname\" alt=\"x\">", "<iframe src=\"/etc/hostname\"></iframe>"})
        EXPECT_EQ(render_odt("<html><body><p>Bilan</p>" + std::string(tag) + "</body></html>", options()),
                  std::unexpected(OdtRefusal::failed))
            << tag;
}

TEST(An_odt, that_takes_too_long_or_is_cancelled_is_not_made) {
    OdtOptions stopped = options();
    stopped.cancelled = [] { return true; };
    OdtOptions hurried = options();
    hurried.time = std::chrono::seconds(0);

    EXPECT_EQ(render_odt(document, stopped), std::unexpected(OdtRefusal::cancelled));
    EXPECT_EQ(render_odt(document, hurried), std::unexpected(OdtRefusal::timeout));
}

}  // namespace
}  // namespace maillage::platform::odt
