#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <string_view>

#include "platform/files/zip_check.hpp"

// What an uploaded file is, by its first bytes and its directory: neither its name nor the type that the
// browser announces counts. Nothing is taken out of a file here: that is for platform/cleaning.
namespace maillage::platform::files {

enum class FileType : std::uint8_t { pdf, jpeg, png, odt, docx, ods, xlsx, text };

enum class FileRefusal : std::uint8_t {
    empty,
    too_big,
    unknown_type,  // nothing we know, or known but not allowed here
    damaged,
    encrypted,
    bomb,  // unpacks to too much, or holds too many entries
    macros
};

inline constexpr std::size_t upload_bytes = std::size_t{10} << 20U;

std::expected<FileType, FileRefusal> file_type(std::string_view bytes,
                                               std::initializer_list<FileType> allowed,
                                               std::size_t most_bytes = upload_bytes);

std::string_view media_type(FileType type);
std::string_view extension(FileType type);  // "pdf", without the dot
// The same refusal in the words of the upload.
FileRefusal as_file_refusal(ZipRefusal refusal);

}  // namespace maillage::platform::files
