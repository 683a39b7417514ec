#include "domain/documents/file_rules.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "foundation/text.hpp"

namespace maillage::documents {
namespace {

struct Kind {
    FileKind kind;
    std::string_view extension, media_type;
};
constexpr std::array kinds{
    Kind{FileKind::pdf, "pdf", "application/pdf"},
    Kind{FileKind::png, "png", "image/png"},
    Kind{FileKind::jpg, "jpg", "image/jpeg"},
    Kind{FileKind::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Kind{FileKind::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Kind{FileKind::odt, "odt", "application/vnd.oasis.opendocument.text"},
    Kind{FileKind::ods, "ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Kind{FileKind::csv, "csv", "text/csv; charset=utf-8"},
    Kind{FileKind::txt, "txt", "text/plain; charset=utf-8"}};

const Kind& entry(FileKind kind) {
    return *std::ranges::find_if(kinds, [kind](const Kind& known) { return known.kind == kind; });
}

std::string lower_extension(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    std::string extension(dot == name.npos ? std::string_view() : name.substr(dot + 1));
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension == "jpeg" ? "jpg" : extension;
}

// A ZIP archive has its list of names in clear: an OOXML file holds word/ or xl/, and no macros.
bool is_office(std::string_view bytes, std::string_view part) {
    return bytes.starts_with("PK\x03\x04") && bytes.find("[Content_Types].xml") != bytes.npos &&
           bytes.find(part) != bytes.npos && bytes.find("vbaProject.bin") == bytes.npos;
}

// OpenDocument 1.3, part 2, § 3.3: the first entry is "mimetype", not compressed, at a fixed place.
bool is_open_document(std::string_view bytes, std::string_view media_type) {
    return bytes.starts_with("PK\x03\x04") &&
           bytes.substr(0, 100).find("mimetype" + std::string(media_type)) != std::string_view::npos;
}

// UTF-8, or a Windows-1252 export: no control character but white space.
bool is_text(std::string_view bytes) {
    return std::ranges::none_of(bytes, [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || code == 0x7f;
    });
}

bool agrees(FileKind kind, std::string_view bytes) {
    switch (kind) {
    case FileKind::pdf: return bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.");
    case FileKind::png: return bytes.starts_with("\x89PNG\r\n\x1a\n");
    case FileKind::jpg: return bytes.starts_with("\xff\xd8\xff");
    case FileKind::docx: return is_office(bytes, "word/");
    case FileKind::xlsx: return is_office(bytes, "xl/");
    case FileKind::odt:
    case FileKind::ods: return is_open_document(bytes, media_type_of(kind));
    case FileKind::csv:
    case FileKind::txt: return is_text(bytes);
    }
    __builtin_unreachable();
}

}  // namespace

std::string_view extension_of(FileKind kind) { return entry(kind).extension; }
std::string_view media_type_of(FileKind kind) { return entry(kind).media_type; }

std::optional<FileKind> kind_with_extension(std::string_view extension) {
    for (const Kind& known : kinds)
        if (known.extension == extension) return known.kind;
    return std::nullopt;
}

std::expected<FileKind, FileRefusal> judge_file(std::string_view name, std::string_view bytes) {
    if (bytes.empty()) return std::unexpected(FileRefusal::empty);
    if (bytes.size() > largest_file_bytes) return std::unexpected(FileRefusal::too_large);
    const auto kind = kind_with_extension(lower_extension(name));
    if (!kind) return std::unexpected(FileRefusal::unknown_kind);
    if (!agrees(*kind, bytes)) return std::unexpected(FileRefusal::content_disagrees);
    return *kind;
}

}  // namespace maillage::documents
