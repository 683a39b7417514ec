#include "domain/documents/file_judge.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tests/support/zip_file.hpp"

namespace maillage::documents {
namespace {

const std::string pdf = "%PDF-1.7\n1 0 obj\n";
const std::string png = "\x89PNG\r\n\x1a\n....";
using test::zip_of;

TEST(A_file, is_taken_when_its_name_and_its_bytes_agree) {
    EXPECT_EQ(judge_file("Compte rendu.PDF", pdf), FileKind::pdf);
    EXPECT_EQ(judge_file("photo.jpeg", "\xff\xd8\xff\xe0...."), FileKind::jpg);
    EXPECT_EQ(judge_file("plan.png", png), FileKind::png);
    EXPECT_EQ(
        judge_file("note.docx", zip_of({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})),
        FileKind::docx);
    EXPECT_EQ(judge_file("note.odt", zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}})),
              FileKind::odt);
    EXPECT_EQ(judge_file("liste.csv", "a;b\r\n1;\xe9t\xe9\r\n"), FileKind::csv);
}

TEST(A_file, of_a_kind_that_is_not_listed_is_refused) {
    for (const std::string name : {"page.html", "image.svg", "tool.exe", "macro.docm", "archive.zip",
                                   "noextension", "", ".pdf.js", "x.pdf/", "x.xhtml", "script.js"})
        EXPECT_EQ(judge_file(name, pdf).error(), FileRefusal::unknown_kind) << name;
}

TEST(A_file, whose_bytes_are_not_what_its_name_says_is_refused) {
    EXPECT_EQ(judge_file("page.pdf", "<html><script>").error(), FileRefusal::content_disagrees);
    EXPECT_EQ(judge_file("page.png", pdf).error(), FileRefusal::content_disagrees);
    EXPECT_EQ(judge_file("tool.docx", zip_of({{"META-INF/MANIFEST.MF", "x"}})).error(),
              FileRefusal::content_disagrees);
    EXPECT_EQ(
        judge_file("text.docx", zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}})).error(),
        FileRefusal::content_disagrees);
    EXPECT_EQ(judge_file("cut.docx", "PK\x03\x04....").error(), FileRefusal::damaged);
    EXPECT_EQ(judge_file("tool.txt", std::string("MZ\0\0", 4)).error(), FileRefusal::content_disagrees);
}

TEST(A_file, is_refused_when_empty_or_larger_than_10_MiB) {
    EXPECT_EQ(judge_file("x.txt", "").error(), FileRefusal::empty);
    EXPECT_TRUE(judge_file("x.txt", std::string(largest_file_bytes, 'a')).has_value());
    EXPECT_EQ(judge_file("x.txt", std::string(largest_file_bytes + 1, 'a')).error(), FileRefusal::too_large);
}

RC_GTEST_PROP(A_file, of_random_bytes_is_judged_without_breaking,
              (const std::string& name, const std::string& bytes)) {
    (void)judge_file(name + ".docx", bytes);
    (void)judge_file(name, "PK\x03\x04" + bytes);
}

}  // namespace
}  // namespace maillage::documents
