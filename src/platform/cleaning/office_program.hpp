#pragma once

#include <string_view>

namespace maillage::platform::cleaning {

// Runs in the sandbox after picture_program: a zipped document is written again, entry by entry. What says
// who made it and when is emptied, its pictures are drawn again, and what would run or reach outside is
// refused.
inline constexpr std::string_view office_program = R"py(
import re, zipfile

EMPTY = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp='
        b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8"?><Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8"?><Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "meta.xml": b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office='
        b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/>'
        b'</office:document-meta>',
}
MACROS = re.compile(r"(vbaProject\.bin|vbaData\.xml|vbaProjectSignature.*)$|^(Basic|Scripts)/|(^|/)activeX/", re.I)
MARKUP = re.compile(r"\.(xml|rels|rdf|vml)$", re.I)
THUMBNAIL = re.compile(r"^(docProps/thumbnail\.|Thumbnails/)", re.I)
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


def one_point(name):
    made = io.BytesIO()
    Image.new("RGB", (1, 1), "white").save(made, "PNG" if name.lower().endswith("png") else "JPEG")
    return made.getvalue()


def markup(name, data):
    # Any encoding: a declaration of XML is ASCII in UTF-8, and every second byte in UTF-16.
    plain = data.replace(b"\0", b"")
    if re.search(rb"<!(DOCTYPE|ENTITY)", plain, re.I):
        sys.exit(REFUSED_OUTSIDE)
    if name.endswith(".rels"):
        for found in RELATION.findall(plain):
            if re.search(rb"TargetMode\s*=\s*[\"']External", found) and b"/hyperlink" not in found:
                sys.exit(REFUSED_OUTSIDE)
    return data


def entry(name, data):
    if name in EMPTY:
        return EMPTY[name]
    if THUMBNAIL.match(name):
        return one_point(name)
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return drawn_again(data)
    return markup(name, data) if MARKUP.search(name) else data


def written_again(data):
    made, seen = io.BytesIO(), set()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for info in before.infolist():
            name = info.filename
            parts = name.replace("\\", "/").split("/")
            if name in seen or name.startswith("/") or ".." in parts or ":" in parts[0] or "\\" in name:
                sys.exit(REFUSED_OUTSIDE)
            if info.flag_bits & 1:
                sys.exit(REFUSED_ENCRYPTED)
            if MACROS.search(name):
                sys.exit(REFUSED_MACROS)
            seen.add(name)
            plain = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            # The first entry of an OpenDocument says what it is, uncompressed.
            plain.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            after.writestr(plain, b"" if name.endswith("/") else entry(name, before.read(info)))
    return made.getvalue()


give(written_again(sys.stdin.buffer.read()))
)py";

}  // namespace maillage::platform::cleaning
