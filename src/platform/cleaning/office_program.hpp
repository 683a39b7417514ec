#pragma once

#include <string_view>

namespace maillage::platform::cleaning {

// Runs in the sandbox after picture_program: a zipped document is written again, entry by entry. What says
// who made it and when is emptied, its pictures are drawn again, and what would run or reach outside is
// refused.
inline constexpr std::string_view office_program = R"py(
import re, zipfile
from xml.etree import ElementTree

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
RUN = ("vnd.sun.star.script:", "vnd.sun.star.expand:", "macro:", "javascript:")
ELSEWHERE = re.compile(r"([a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
THUMBNAIL = re.compile(r"^(docProps/thumbnail\.|Thumbnails/)", re.I)


def one_point(name):
    made = io.BytesIO()
    Image.new("RGB", (1, 1), "white").save(made, "PNG" if name.lower().endswith("png") else "JPEG")
    return made.getvalue()


# Only what a reader has to click on may lead to the web.
def leads_outside(relation):
    said = {name.rpartition("}")[2].lower(): value.strip().lower() for name, value in relation.attrib.items()}
    return said.get("targetmode") == "external" and not said.get("type", "").endswith("/hyperlink")


# Of an OpenDocument: what is fetched when it opens, and what is run when something happens.
def in_open_document(data):
    for _, element in ElementTree.iterparse(io.BytesIO(data)):
        kind = element.tag.rpartition("}")[2]
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] != "href":
                continue
            if value.strip().lower().startswith(RUN):
                sys.exit(REFUSED_MACROS)
            if kind != "a" and ELSEWHERE.match(value.strip()):
                sys.exit(REFUSED_OUTSIDE)
        element.clear()


def markup(name, data):
    # Any encoding: a declaration of XML is ASCII in UTF-8, and every second byte in UTF-16.
    plain = data.replace(b"\0", b"")
    if re.search(rb"<!(DOCTYPE|ENTITY)", plain, re.I):
        sys.exit(REFUSED_OUTSIDE)
    # Read as who opens the document reads it: a reference of a character, or a ">" in a value, hides nothing.
    if name.lower().endswith(".rels") and any(map(leads_outside, ElementTree.fromstring(data).iter())):
        sys.exit(REFUSED_OUTSIDE)
    if name.rpartition("/")[2] in ("content.xml", "styles.xml"):
        in_open_document(data)
    return data


def entry(name, data):
    if name in EMPTY:
        return EMPTY[name]
    if THUMBNAIL.match(name):
        return one_point(name)
    # An object of OLE is what its maker wants, programs too; a document in the document is looked into as well.
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        sys.exit(REFUSED_MACROS)
    if data.startswith(b"PK\x03\x04"):
        return written_again(data)
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
