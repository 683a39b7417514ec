#include "domain/documents/file_judge.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "platform/files/file_type.hpp"

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

FileRefusal refusal_of(platform::files::FileRefusal refusal) {
    using Found = platform::files::FileRefusal;
    switch (refusal) {
    case Found::empty: return FileRefusal::empty;
    case Found::too_big: return FileRefusal::too_large;
    case Found::unknown_type: return FileRefusal::content_disagrees;
    case Found::damaged:
    case Found::bomb: return FileRefusal::damaged;
    case Found::encrypted: return FileRefusal::encrypted;
    case Found::macros: return FileRefusal::macros;
    }
    __builtin_unreachable();
}

}  // namespace

std::string accepted_names() {
    std::string names = ".jpeg";
    for (const Kind& known : kinds) names += ",." + std::string(known.extension);
    return names;
}

platform::files::FileType type_of(FileKind kind) {
    using platform::files::FileType;
    switch (kind) {
    case FileKind::pdf: return FileType::pdf;
    case FileKind::png: return FileType::png;
    case FileKind::jpg: return FileType::jpeg;
    case FileKind::docx: return FileType::docx;
    case FileKind::xlsx: return FileType::xlsx;
    case FileKind::odt: return FileType::odt;
    case FileKind::ods: return FileType::ods;
    case FileKind::csv:
    case FileKind::txt: return FileType::text;
    }
    __builtin_unreachable();
}

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
    const auto found = platform::files::file_type(bytes, {type_of(*kind)}, largest_file_bytes);
    if (!found) return std::unexpected(refusal_of(found.error()));
    return *kind;
}

}  // namespace maillage::documents
