#include "platform/cleaning/cleaning.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/hostile_files.hpp"
#include "tests/support/zip_file.hpp"

namespace maillage::platform::cleaning {
namespace {

using files::FileType;
using test::looked_into;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string cleaned(FileType type, const std::string& bytes) {
    const auto result = clean(type, bytes);
    return result ? *result : "refused: " + std::to_string(static_cast<int>(result.error()));
}

CleaningRefusal refusal(FileType type, const std::string& bytes) {
    const auto result = clean(type, bytes);
    EXPECT_FALSE(result);
    return result ? CleaningRefusal::unavailable : result.error();
}

// Size, orientation left to turn, the colour of the upper right corner.
const std::string look_at_picture =
    "from PIL import Image\n"
    "p = Image.open('given')\n"
    "print(p.format, p.size, dict(p.getexif()), p.info.get('comment'), p.convert('RGB').getpixel((38, 2))[1] "
    "< 99)";

const std::string every_entry =
    "import zipfile\n"
    "z = zipfile.ZipFile('given')\n"
    "print(z.testzip(), z.infolist()[0].filename, z.infolist()[0].compress_type)\n"
    "for i in z.infolist(): print(i.filename, i.date_time[0], z.read(i).decode('latin-1'))";

TEST(A_photo, is_drawn_again_upright_without_what_it_says_of_itself) {
    const std::string photo = cleaned(FileType::jpeg, test::telling_photo());

    EXPECT_EQ(looked_into(photo, look_at_picture), "JPEG (40, 60) {} None True\n");
    EXPECT_THAT(photo, AllOf(Not(HasSubstr("ZQ7")), Not(HasSubstr("Exif")), Not(HasSubstr("<html>"))));
}

TEST(A_picture_with_too_many_points, is_refused_before_it_is_decoded) {
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(refusal(FileType::png, test::pixel_flood()), CleaningRefusal::too_many_points);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

TEST(A_picture_that_is_cut_or_none, is_refused) {
    const std::string photo = test::telling_photo();
    EXPECT_EQ(refusal(FileType::jpeg, photo.substr(0, photo.find("<html>") / 2)), CleaningRefusal::damaged);
    EXPECT_EQ(refusal(FileType::jpeg, "\xff\xd8\xff<script>"), CleaningRefusal::damaged);
}

TEST(A_pdf, keeps_its_page_and_its_links_and_nothing_that_runs_or_tells) {
    const std::string pdf = cleaned(FileType::pdf, test::telling_pdf());

    ASSERT_THAT(pdf, testing::StartsWith("%PDF-1.7"));
    EXPECT_THAT(pdf, Not(HasSubstr("ZQ7")));
    const std::string again = cleaned(FileType::pdf, pdf);
    EXPECT_THAT(again, testing::StartsWith("%PDF-1.7")) << "what was written is read";
    // Every stream and object unpacked by zlib, whatever holds it.
    const std::string inside =
        looked_into(pdf,
                    "import re, zlib\n"
                    "d = open('given', 'rb').read()\n"
                    "for s in re.findall(rb'stream\\r?\\n(.*?)endstream', d, re.S):\n"
                    "    try: print(zlib.decompressobj().decompress(s).decode('latin-1'))\n"
                    "    except zlib.error: print(s.decode('latin-1'))");
    EXPECT_THAT(inside, AllOf(HasSubstr("(Bonjour) Tj"), HasSubstr("https://laval.example")));
    for (const char* gone : {"ZQ7", "JavaScript", "Launch", "/AA", "EmbeddedFile", "/Metadata", "OpenAction"})
        EXPECT_THAT(inside, Not(HasSubstr(gone)));
}

TEST(A_pdf, that_hides_what_runs_behind_another_object_or_a_needless_entry_does_not_run_it) {
    const std::string pdf = cleaned(FileType::pdf, test::hiding_pdf());
    const std::string inside =
        looked_into(pdf,
                    "import re, zlib\n"
                    "d = open('given', 'rb').read()\n"
                    "print(d.decode('latin-1'))\n"
                    "for s in re.findall(rb'stream\\r?\\n(.*?)endstream', d, re.S):\n"
                    "    try: print(zlib.decompressobj().decompress(s).decode('latin-1'))\n"
                    "    except zlib.error: pass");
    ASSERT_THAT(pdf, testing::StartsWith("%PDF-1.7"));
    EXPECT_THAT(inside, AllOf(HasSubstr("Bonjour"), Not(HasSubstr("ZQ7")), Not(HasSubstr("Launch"))));
}

TEST(A_pdf, with_a_password_or_that_is_none_is_refused) {
    EXPECT_EQ(refusal(FileType::pdf, test::locked_pdf()), CleaningRefusal::encrypted);
    EXPECT_EQ(refusal(FileType::pdf, "%PDF-1.7\n1 0 obj\n"), CleaningRefusal::damaged);
}

TEST(A_zipped_document, keeps_its_text_and_not_who_wrote_it) {
    const std::string docx = looked_into(cleaned(FileType::docx, test::telling_docx()), every_entry);
    EXPECT_THAT(docx,
                AllOf(HasSubstr("Bonjour"), HasSubstr("word/media/image1.jpeg"), Not(HasSubstr("ZQ7"))));

    const std::string odt = looked_into(cleaned(FileType::odt, test::telling_odt()), every_entry);
    EXPECT_THAT(odt, AllOf(HasSubstr("None mimetype 0"), HasSubstr("Bonjour"), Not(HasSubstr("ZQ7"))));
}

TEST(A_zipped_document, that_runs_something_or_leads_outside_is_refused) {
    const auto docx = [](const std::string& name, const std::string& content) {
        return refusal(FileType::docx, test::docx_with(name, content));
    };
    const std::string entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";
    std::string wide = "\xff\xfe";
    for (const char c : entity) wide += {c, '\0'};
    const std::string template_elsewhere =
        R"(<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://x/t.dotm" )"
        R"(TargetMode="External"/></Relationships>)";

    EXPECT_EQ(docx("word/comments.xml", entity), CleaningRefusal::outside);
    EXPECT_EQ(docx("word/comments.xml", wide), CleaningRefusal::outside);
    EXPECT_EQ(docx("word/_rels/settings.xml.rels", template_elsewhere), CleaningRefusal::outside);
    EXPECT_EQ(docx("../../etc/cron.d/x", "x"), CleaningRefusal::outside);
    EXPECT_EQ(docx("/etc/cron.d/x", "x"), CleaningRefusal::outside);
    EXPECT_EQ(docx("word\\..\\x", "x"), CleaningRefusal::outside);
    EXPECT_EQ(docx("word/vbaProject.bin", "x"), CleaningRefusal::macros);
    EXPECT_EQ(docx("Scripts/python/x.py", "x"), CleaningRefusal::macros);
    EXPECT_EQ(docx("word/media/flood.png", test::pixel_flood()), CleaningRefusal::too_many_points);
    EXPECT_EQ(refusal(FileType::docx, "PK\x03\x04 cut"), CleaningRefusal::damaged);
}

// What tells the way out in other words that every reader of XML understands.
TEST(A_zipped_document, that_hides_its_way_outside_is_refused) {
    const auto related = [](const std::string& name, const std::string& relation) {
        return refusal(FileType::docx, test::docx_with(name, "<Relationships><Relationship " + relation +
                                                                 "/></Relationships>"));
    };
    const std::string rels = "word/_rels/settings.xml.rels", to = R"( Type="http://x/attachedTemplate" )";

    EXPECT_EQ(related(rels, to + R"(Target="http://x/hyperlink/t.dotm" TargetMode="External")"),
              CleaningRefusal::outside);
    EXPECT_EQ(related(rels, to + R"(Target="http://x/t.dotm" TargetMode="&#69;xternal")"),
              CleaningRefusal::outside);
    EXPECT_EQ(related(rels, to + R"(Id=">" Target="http://x/t.dotm" TargetMode="External")"),
              CleaningRefusal::outside);
    EXPECT_EQ(related("word/_rels/settings.xml.RELS", to + R"(Target="http://x/t" TargetMode="External")"),
              CleaningRefusal::outside);
}

TEST(A_zipped_document, with_a_program_inside_or_in_a_document_inside_is_refused) {
    const std::string package = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 setup.exe";
    EXPECT_EQ(refusal(FileType::docx, test::docx_with("word/embeddings/oleObject1.bin", package)),
              CleaningRefusal::macros);
    EXPECT_EQ(refusal(FileType::docx, test::docx_with("word/embeddings/Table.xlsm",
                                                      test::docx_with("xl/vbaProject.bin", "x"))),
              CleaningRefusal::macros);

    const std::string made =
        cleaned(FileType::docx, test::docx_with("word/embeddings/Table.xlsx", test::telling_docx()));
    EXPECT_THAT(looked_into(made,
                            "import io, zipfile\n"
                            "z = zipfile.ZipFile('given')\n"
                            "z = zipfile.ZipFile(io.BytesIO(z.read('word/embeddings/Table.xlsx')))\n"
                            "print(b''.join(z.read(i) for i in z.infolist()).decode('latin-1'))"),
                AllOf(HasSubstr("Bonjour"), Not(HasSubstr("ZQ7"))));
}

TEST(An_open_document, that_runs_what_is_installed_or_fetches_something_is_refused_and_its_links_stay) {
    EXPECT_EQ(refusal(FileType::odt,
                      test::odt_saying(
                          R"(<script:event-listener xlink:href="&#118;nd.sun.star.script:../../x.py"/>)")),
              CleaningRefusal::macros);
    EXPECT_EQ(
        refusal(FileType::odt, test::odt_saying(R"(<draw:image xlink:href="https://x.example/seen.png"/>)")),
        CleaningRefusal::outside);
    EXPECT_EQ(refusal(FileType::odt, test::odt_saying(R"(<draw:image xlink:href="\\x.example\seen.png"/>)")),
              CleaningRefusal::outside);

    const std::string stays = R"(<text:a xlink:href="https://laval.example">Laval</text:a>)"
                              R"(<draw:image xlink:href="Pictures/1.jpg"/>)";
    EXPECT_THAT(looked_into(cleaned(FileType::odt, test::odt_saying(stays)), every_entry), HasSubstr(stays));
}

TEST(A_link_of_a_document_to_the_web, stays) {
    const std::string link =
        R"(<Relationships><Relationship Id="r" Type="http://x/hyperlink" Target="https://laval.example" )"
        R"(TargetMode="External"/></Relationships>)";
    const std::string made = cleaned(FileType::docx, test::docx_with("word/_rels/document.xml.rels", link));
    EXPECT_THAT(looked_into(made, every_entry), HasSubstr("https://laval.example"));
}

TEST(A_text, is_left_as_it_is_and_a_stopped_check_gives_nothing) {
    EXPECT_EQ(cleaned(FileType::text, "a;b\r\n"), "a;b\r\n");
    EXPECT_EQ(clean(FileType::jpeg, test::telling_photo(), [] { return true; }),
              std::unexpected(CleaningRefusal::cancelled));
}

}  // namespace
}  // namespace maillage::platform::cleaning
