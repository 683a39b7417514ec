#include "platform/files/file_type.hpp"

#include <gtest/gtest.h>

#include "tests/support/zip_file.hpp"

namespace maillage::platform::files {
namespace {

using test::zip_of;

constexpr std::initializer_list<FileType> all{FileType::pdf,  FileType::jpeg, FileType::png,  FileType::odt,
                                              FileType::docx, FileType::ods,  FileType::xlsx, FileType::text};

TEST(A_file, is_recognised_by_its_first_bytes) {
    EXPECT_EQ(file_type("%PDF-1.7\n…", all), FileType::pdf);
    EXPECT_EQ(file_type("\xFF\xD8\xFF\xE0 JFIF", all), FileType::jpeg);
    EXPECT_EQ(file_type("\x89PNG\r\n\x1A\n….", all), FileType::png);
    EXPECT_EQ(file_type("code;intitul\xE9\r\n", all), FileType::text);
}

TEST(A_zipped_document, is_recognised_by_its_directory) {
    EXPECT_EQ(file_type(zip_of({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}}), all),
              FileType::xlsx);
    EXPECT_EQ(file_type(zip_of({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}), all),
              FileType::docx);
    EXPECT_EQ(file_type(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}}), all),
              FileType::odt);
    EXPECT_EQ(file_type(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), all),
              FileType::ods);
}

TEST(A_file, of_another_type_or_not_allowed_here_is_refused) {
    EXPECT_EQ(file_type("MZ\x90\x03\x00\x00", all).error(), FileRefusal::unknown_type);
    EXPECT_EQ(file_type(zip_of({{"evil.exe", "MZ"}}), all).error(), FileRefusal::unknown_type);
    EXPECT_EQ(file_type("%PDF-1.7", {FileType::png}).error(), FileRefusal::unknown_type);
    EXPECT_EQ(file_type(" %PDF-1.7\x01", all).error(), FileRefusal::unknown_type);
    EXPECT_EQ(file_type("", all).error(), FileRefusal::empty);
}

TEST(A_file, larger_than_allowed_is_refused) {
    EXPECT_EQ(file_type(std::string(11, 'a'), all, 10).error(), FileRefusal::too_big);
    EXPECT_EQ(file_type(std::string(10, 'a'), all, 10), FileType::text);
}

TEST(A_file_type, has_one_media_type_and_one_extension) {
    EXPECT_EQ(media_type(FileType::xlsx),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    EXPECT_EQ(extension(FileType::jpeg), "jpg");
    EXPECT_EQ(extension(FileType::text), "txt");
}

}  // namespace
}  // namespace maillage::platform::files
