#include "tests/support/hostile_files.hpp"

#include <fmt/format.h>

#include <vector>

#include "platform/sandbox/sandbox.hpp"
#include "tests/support/zip_file.hpp"

namespace maillage::test {
namespace {

namespace sandbox = platform::sandbox;

std::string run(sandbox::Program program) {
    auto outcome = sandbox::run(program);
    return outcome ? outcome->output + outcome->errors : "not run";
}

const std::string types =
    R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
const std::string text =
    R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:body><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:body></w:document>)";

// Objects in their order, with the table of where they begin.
std::string pdf_of(const std::vector<std::string>& objects) {
    std::string pdf = "%PDF-1.7\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const std::size_t start = pdf.size();
    pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}", objects.size() + 1, table);
    pdf += fmt::format("trailer<</Size {}/Root 1 0 R/Info 5 0 R>>\nstartxref\n{}\n%%EOF\n",
                       objects.size() + 1, start);
    return pdf;
}

std::string open_document(const std::string& body) {
    return R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
           R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
           R"(xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" )"
           R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
           R"(xmlns:xlink="http://www.w3.org/1999/xlink">)" +
           body + "</office:document-content>";
}

std::string stream(const std::string& entries, const std::string& bytes) {
    return fmt::format("<<{}/Length {}>>stream\n{}\nendstream", entries, bytes.size(), bytes);
}

}  // namespace

std::string looked_into(const std::string& given, const std::string& script) {
    return run({.arguments = {"/usr/bin/python3", "-I", "-B", "-c", script},
                .input = {},
                .files = {{.name = "given", .bytes = given}},
                .environment = {},
                .limits = {}});
}

std::string telling_photo() {
    return looked_into("", R"py(
import sys
from PIL import Image
picture = Image.new("RGB", (60, 40), "white")
picture.paste((255, 0, 0), (0, 0, 30, 20))  # red in the upper left quarter
exif = Image.Exif()
exif[0x0112], exif[0x010F] = 6, "ZQ7 telephone"
exif[0x8825] = {1: "N", 2: (48.0, 4.0, 0.0), 29: "ZQ7 2026:11:24"}
picture.save(sys.stdout.buffer, "JPEG", exif=exif, comment=b"ZQ7 comment")
)py") + "<html><script>ZQ7</script></html>";
}

std::string pixel_flood() {
    return looked_into("", R"py(
import struct, sys, zlib
def part(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
sys.stdout.buffer.write(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0))
                        + part(b"IDAT", zlib.compress(bytes(1000))) + part(b"IEND", b""))
)py");
}

std::string telling_pdf() {
    return pdf_of({"<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/OpenAction<</S/J#61vaScript/J#53(ZQ7)>>"
                   "/Names<</JavaScript<</Names[(a)8 0 R]>>/EmbeddedFiles<</Names[(f)7 0 R]>>>>>>",
                   "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 "
                   "R/AA<</O<</S/JavaScript/JS(ZQ7)>>>>"
                   "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(ZQ7.exe)>>>>"
                   "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://laval.example)>>>>]"
                   "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                   stream("", "BT /F1 12 Tf 20 100 Td (Bonjour) Tj ET"), "<</Author(ZQ7)/Title(ZQ7)>>",
                   stream("/Type/Metadata/Subtype/XML", "<x>ZQ7</x>"),
                   "<</Type/Filespec/F(ZQ7.exe)/EF<</F 9 0 R>>>>", "<</S/JavaScript/JS(ZQ7)>>",
                   stream("/Type/EmbeddedFile", "MZ ZQ7")}) +
           "PK\x03\x04ZQ7";
}

std::string hiding_pdf() {
    return pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
                   "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/K 0/F(ZQ7.exe)>>>>"
                   "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S 6 0 R/F(ZQ7.exe)>>>>"
                   "<</Type/Annot/Subtype 7 0 R/Rect[0 0 9 9]/Contents(ZQ7)>>"
                   "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI 8 0 R>>>>]>>",
                   stream("/F(ZQ7.bin)", "Bonjour"), "<<>>", "/Launch", "/FileAttachment",
                   "(javascript:ZQ7)"});
}

std::string locked_pdf() {
    return run({.arguments = {"/usr/bin/qpdf", "--encrypt", "secret", "owner", "256", "--", "given", "-"},
                .input = {},
                .files = {{.name = "given", .bytes = telling_pdf()}},
                .environment = {},
                .limits = {}});
}

std::string docx_with(const std::string& name, const std::string& content) {
    return zip_of({{"[Content_Types].xml", types}, {"word/document.xml", text}, {name, content}});
}

std::string telling_docx() {
    return zip_of(
        {{"[Content_Types].xml", types},
         {"docProps/core.xml", "<cp:coreProperties><dc:creator>ZQ7</dc:creator></cp:coreProperties>"},
         {"docProps/app.xml", "<Properties><Company>ZQ7</Company></Properties>"},
         {"docProps/thumbnail.jpeg", telling_photo()},
         {"word/document.xml", text},
         {"word/media/image1.jpeg", telling_photo()}});
}

std::string odt_saying(const std::string& body) {
    return zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", open_document(body)}});
}

std::string telling_odt() {
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"meta.xml", "<office:document-meta><dc:creator>ZQ7</dc:creator></office:document-meta>"},
                   {"content.xml", open_document("Bonjour")},
                   {"Thumbnails/thumbnail.png", telling_photo()},
                   {"Pictures/1.jpg", telling_photo()}});
}

}  // namespace maillage::test
