#include "platform/files/file_type.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "foundation/text.hpp"

namespace maillage::platform::files {
namespace {

struct Known {
    FileType type;
    std::string_view media_type, extension;
};
constexpr std::array<Known, 8> known{{
    {FileType::pdf, "application/pdf", "pdf"},
    {FileType::jpeg, "image/jpeg", "jpg"},
    {FileType::png, "image/png", "png"},
    {FileType::odt, "application/vnd.oasis.opendocument.text", "odt"},
    {FileType::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    {FileType::ods, "application/vnd.oasis.opendocument.spreadsheet", "ods"},
    {FileType::xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    {FileType::text, "text/plain; charset=utf-8", "txt"},
}};

const Known& entry(FileType type) { return known[static_cast<std::size_t>(type)]; }

struct Magic {
    std::string_view bytes;
    FileType type;
};
constexpr std::array<Magic, 3> magics{{
    {"%PDF-", FileType::pdf},
    {"\xFF\xD8\xFF", FileType::jpeg},
    {"\x89PNG\r\n\x1A\n", FileType::png},
}};

// Text without control characters besides tabs and line ends, in any 8-bit encoding.
bool is_text(std::string_view bytes) {
    return std::ranges::none_of(bytes, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
}

std::expected<FileType, FileRefusal> zipped_type(std::string_view bytes) {
    const auto names = check_zip(bytes);
    if (!names) return std::unexpected(as_file_refusal(names.error()));
    const auto has = [&](std::string_view name) { return std::ranges::find(*names, name) != names->end(); };
    if (has("[Content_Types].xml") && has("xl/workbook.xml")) return FileType::xlsx;
    if (has("[Content_Types].xml") && has("word/document.xml")) return FileType::docx;
    const auto declared = zip_entry(bytes, "mimetype", 200);
    for (const FileType type : {FileType::odt, FileType::ods})
        if (declared && foundation::trimmed(*declared) == media_type(type)) return type;
    return std::unexpected(FileRefusal::unknown_type);
}

std::expected<FileType, FileRefusal> any_type(std::string_view bytes) {
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes)) return magic.type;
    if (bytes.starts_with("PK\x03\x04")) return zipped_type(bytes);
    if (is_text(bytes)) return FileType::text;
    return std::unexpected(FileRefusal::unknown_type);
}

}  // namespace

std::expected<FileType, FileRefusal> file_type(std::string_view bytes,
                                               std::initializer_list<FileType> allowed,
                                               std::size_t most_bytes) {
    if (bytes.empty()) return std::unexpected(FileRefusal::empty);
    if (bytes.size() > most_bytes) return std::unexpected(FileRefusal::too_big);
    const auto type = any_type(bytes);
    if (!type) return type;
    if (std::ranges::find(allowed, *type) == allowed.end()) return std::unexpected(FileRefusal::unknown_type);
    return type;
}

std::string_view media_type(FileType type) { return entry(type).media_type; }
std::string_view extension(FileType type) { return entry(type).extension; }

FileRefusal as_file_refusal(ZipRefusal refusal) {
    switch (refusal) {
    case ZipRefusal::not_a_zip: return FileRefusal::unknown_type;
    case ZipRefusal::damaged: return FileRefusal::damaged;
    case ZipRefusal::encrypted: return FileRefusal::encrypted;
    case ZipRefusal::too_many_entries:
    case ZipRefusal::too_large:
    case ZipRefusal::bomb: return FileRefusal::bomb;
    case ZipRefusal::macros: return FileRefusal::macros;
    }
    __builtin_unreachable();
}

}  // namespace maillage::platform::files
